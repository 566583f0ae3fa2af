/**
 * Two-character search: Chinese words have two characters, so a text is found by the pairs of neighbours in it. Width
 * and case are folded, signs and blanks part words.
 */
export type SearchQuery = {
  /** What a text must contain, each as a whole. */
  readonly words: readonly string[]
  /** The pairs of all words, what an index is asked for; none when every word has one character. */
  readonly pairs: readonly string[]
}

/** The words of a text as they are compared, parted by one blank. */
export function foldForSearch(text: string): string {
  return wordsOf(text).join(' ')
}

/** Every pair of neighbours in a text, once; what its row in an index holds. */
export function searchPairs(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap(pairsOf))]
}

export function parseSearch(text: string): SearchQuery {
  const words = [...new Set(wordsOf(text))]
  return { words, pairs: [...new Set(words.flatMap(pairsOf))] }
}

/** What the index proposes is looked at again: two pairs may stand apart. */
export function matchesSearch(folded: string, { words }: SearchQuery): boolean {
  return words.every((word) => folded.includes(word))
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/** By characters, not by halves of them. */
function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
