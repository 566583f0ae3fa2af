import { graphemesOf, type MissingCharacters } from './pdf-text.ts'

/** The compiler's own sentence: the text `"\u{7}"` could not be displayed with font …, quoted twice. */
export function unshapedIn(reason: string): Set<string> {
  const found = reason.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gu)
  return new Set(Array.from(found, (match) => unescapeRust(match[1] ?? '')))
}

function unescapeRust(quoted: string): string {
  return quoted
    .replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\+n/g, '\n')
}

/**
 * A letter may fail only inside a grapheme (the 1 of 1️⃣), so a failing letter is boxed alone only when no longer
 * grapheme of the form explains it.
 */
export function moreMissing(
  writings: readonly { readonly text: string }[],
  unshaped: ReadonlySet<string>,
  missing: MissingCharacters,
): MissingCharacters {
  const letters = new Set([...unshaped].flatMap((text) => Array.from(text)))
  const failing = (grapheme: string) => Array.from(grapheme).some((letter) => letters.has(letter))
  const graphemes = new Set(writings.flatMap((writing) => graphemesOf(writing.text.toWellFormed())))
  const suspects = [...graphemes].filter((grapheme) => !missing.has(grapheme) && failing(grapheme))
  const long = suspects.filter((grapheme) => Array.from(grapheme).length > 1)
  const explained = new Set(long.flatMap((grapheme) => Array.from(grapheme)))
  const single = suspects.filter((grapheme) => Array.from(grapheme).length === 1 && !explained.has(grapheme))
  return new Set([...missing, ...long, ...single])
}
