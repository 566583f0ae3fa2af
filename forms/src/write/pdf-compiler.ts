import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { FontRole, LaidForm } from '@shiji/kernel/form/laid-form'
import { describeFonts, type RoleFont, SURE_FILES } from './fonts.ts'
import { pdfInput, writingsOf } from './pdf-input.ts'
import { moreMissing, unshapedIn } from './pdf-missing.ts'
import type { FontSubstitution } from './pdf-substitution.ts'
import { codeOf, type MissingCharacters, NOTHING_MISSING } from './pdf-text.ts'

export type PdfRequest = { readonly form: LaidForm; readonly fontsFolder: string | null; readonly writtenOn: string }

export type PdfOutcome =
  | { readonly kind: 'written'; readonly pdf: Uint8Array; readonly substitutions: readonly FontSubstitution[] }
  | { readonly kind: 'not-laid-out'; readonly reason: string }

/** PDF/A-2b: kept for decades, allows every script and, unlike 2u, characters of private areas in a unit's own fonts. */
const PDF_STANDARD = 'a-2b'
const TEMPLATE = 'official-form.typ'
/** First the whole graphemes that fail, then the single characters, then what their boxes uncover. */
const MOST_ROUNDS = 4

type Press = {
  readonly fonts: ReadonlyMap<FontRole, RoleFont>
  readonly signature: string
  readonly compiler: NodeCompiler
}

/** Writes one document after another in this thread; the compiler is kept while the fonts stay the same. */
export function startPdfCompiler(): (request: PdfRequest) => PdfOutcome {
  let press: Press | null = null
  return (request) => {
    press = pressFor(request.fontsFolder ?? undefined, press)
    try {
      return writeWithBoxes(press, request)
    } finally {
      // The cache is global and grows by some 3 MB a document.
      press.compiler.evictCache(0)
    }
  }
}

function pressFor(fontsFolder: string | undefined, current: Press | null): Press {
  const fonts = new Map(describeFonts(fontsFolder).roles.map((font) => [font.role, font]))
  const fontPaths = [...new Set([...[...fonts.values()].flatMap((font) => font.files), ...SURE_FILES])]
  const signature = JSON.stringify([...fonts.values()])
  if (current?.signature === signature) return current
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
  return { fonts, signature, compiler }
}

/** A glyph that no font has makes the file invalid, so the compiler names it and the next round draws a box instead. */
function writeWithBoxes(press: Press, request: PdfRequest): PdfOutcome {
  let missing: MissingCharacters = NOTHING_MISSING
  for (let round = 0; ; round++) {
    const attempt = compile(press, request, missing)
    if (attempt.kind === 'written') {
      return { ...attempt, substitutions: [...replacedFamilies(press, request.form), ...boxedCharacters(missing)] }
    }
    const further = moreMissing(writingsOf(request.form), unshapedIn(attempt.reason), missing)
    if (further.size === missing.size || round === MOST_ROUNDS) return attempt
    missing = further
  }
}

function compile(press: Press, { form, writtenOn }: PdfRequest, missing: MissingCharacters): PdfOutcome {
  const inputs = { form: pdfInput(form, { fonts: press.fonts, missing, writtenOn }) }
  try {
    // One call, because a compiled document handed to JavaScript lives until the garbage collector finds it.
    const document = { mainFilePath: join(import.meta.dirname, TEMPLATE), inputs }
    const pdf = press.compiler.pdf(document, { pdfStandard: PDF_STANDARD })
    return { kind: 'written', pdf: new Uint8Array(pdf), substitutions: [] }
  } catch (error) {
    return { kind: 'not-laid-out', reason: error instanceof Error ? error.message : String(error) }
  }
}

function replacedFamilies(press: Press, form: LaidForm): FontSubstitution[] {
  const roles = new Set(writingsOf(form).map((writing) => writing.style.font))
  return [...press.fonts.values()]
    .filter((font) => roles.has(font.role) && font.used !== font.asked)
    .map(({ role, asked, used }) => ({ kind: 'family', role, asked, used }))
}

function boxedCharacters(missing: MissingCharacters): FontSubstitution[] {
  return [...missing].map((character) => ({ kind: 'character', character, code: codeOf(character) }))
}
