import type { NameFacet, NameWords } from './name-words.ts'

/** An indicator name as it is compared. */
export type ReadName = {
  readonly text: string
  /** Same key, same promise. */
  readonly key: string
  /** What is left when words that say nothing are gone and synonyms are one. */
  readonly core: string
  /** Per facet of the words, what the name says, sorted; '' where it says nothing. */
  readonly facets: readonly string[]
  readonly numbers: string
  /** Pairs of neighbouring characters of the core, sorted, each once. */
  readonly pairs: readonly string[]
}

/** Longer names are sentences; hostile ones stay cheap. */
const LONGEST_NAME = 200

/** Prepared once for a set of words: names of declarations come by the hundred thousand. */
export type NameReader = { readonly words: NameWords; readonly read: (text: string) => ReadName }

export function makeNameReader(words: NameWords): NameReader {
  const unite = replacer(words.synonyms.flatMap(([first = '', ...others]) => others.map((it) => [it, first] as const)))
  const drop = replacer(words.fillers.map((filler) => [filler, ''] as const))
  const units = new Set(words.bracketUnits)
  const finders = words.facets.map((facet) => ({ facet, find: facetFinder(facet) }))

  const read = (text: string): ReadName => {
    const folded = fold(text, units)
    const united = unite(folded)
    let core = united
    const facets = finders.map(({ facet, find }) => {
      const said = [...new Set(find(united))].sort().join('、')
      if (facet.anywhere || facet.atEnd) core = without(core, said, facet.atEnd)
      return said
    })
    // A name of fillers alone keeps them: it is all it says.
    core = drop(core) || core || united
    const numbers = (united.match(/\d+/g) ?? []).join(' ')
    return { text, key: [core, ...facets].join('|'), core, facets, numbers, pairs: pairsOf(core) }
  }
  return { words, read }
}

/** Width, case, tags, blanks and signs; a bracket that holds a unit goes, any other counts as part of the name. */
function fold(text: string, units: ReadonlySet<string>): string {
  return text
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replace(/<[^<>]{0,80}>/g, '')
    .replace(/\(([^()]{0,20})\)/g, (whole, inside: string) => (units.has(inside.trim()) ? '' : whole))
    .replace(/[^\p{L}\p{N}%]/gu, '')
    .toLowerCase()
}

/** Longest first, in one pass, so that no replacement is replaced again. */
function replacer(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  if (pairs.length === 0) return (text) => text
  const become = new Map(pairs)
  const pattern = new RegExp(alternatives([...become.keys()]), 'gu')
  return (text) => text.replace(pattern, (found) => become.get(found) ?? found)
}

function facetFinder({ words, atEnd }: NameFacet): (text: string) => string[] {
  const pattern = new RegExp(`(?:${alternatives(words)})${atEnd ? '$' : ''}`, 'gu')
  return (text) => text.match(pattern) ?? []
}

function without(core: string, said: string, atEnd: boolean): string {
  if (said === '') return core
  if (atEnd) return core.endsWith(said) && core !== said ? core.slice(0, -said.length) : core
  const rest = said.split('、').reduce((left, word) => left.replaceAll(word, ''), core)
  return rest === '' ? core : rest
}

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((left, right) => right.length - left.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}

function pairsOf(core: string): string[] {
  const characters = [...core]
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))].sort()
}
