import { type Alike, compareNames, NEAR_SHARE } from './compare-names.ts'
import type { NameReader, ReadName } from './read-name.ts'

/** Two names of a list, by their places, the earlier first. */
type AlikePair = { readonly left: number; readonly right: number; readonly likeness: Alike }

/** Names that can be asked again and again which of them another name is like. */
export type NameIndex = {
  readonly names: readonly ReadName[]
  /** Places of the names that promise the same or nearly, the most alike first, at most so many. */
  readonly findAlike: (name: ReadName, limit?: number) => readonly { readonly at: number; readonly likeness: Alike }[]
}

const MOST_ALIKE = 20
/** In a list of hundreds of thousands one name may have thousands of near misses; so many of each are told. */
const MOST_PAIRS_OF_ONE = 200

export function indexNames(texts: readonly string[], reader: NameReader): NameIndex {
  const names = texts.map(reader.read)
  const { rarity, buckets } = blocksOf(names)
  const byCore = placesBy(names, ({ core }) => core)
  const findAlike: NameIndex['findAlike'] = (name, limit = MOST_ALIKE) => {
    const found: { at: number; likeness: Alike }[] = []
    const seen = new Set<number>()
    const look = (places: readonly number[]) => {
      for (const at of places) {
        const other = names[at]
        if (other === undefined || seen.has(at)) continue
        seen.add(at)
        const likeness = compareNames(name, other, reader)
        if (likeness.kind !== 'different') found.push({ at, likeness })
      }
    }
    look(byCore.get(name.core) ?? [])
    for (const pair of prefixOf(name.pairs, rarity)) look(buckets.get(pair) ?? [])
    return found.sort((a, b) => rank(b.likeness) - rank(a.likeness) || a.at - b.at).slice(0, limit)
  }
  return { names, findAlike }
}

/**
 * Every pair of alike names in a list, each spelling compared once: ten thousand rows named 满意度 are one comparison.
 * A pair names the first row of each spelling; rows of one spelling are paired with the first of them.
 */
export function findAlikePairs(texts: readonly string[], reader: NameReader): AlikePair[] {
  const placesOf = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    const places = placesOf.get(text)
    if (places === undefined) placesOf.set(text, [at])
    else places.push(at)
  }
  const spellings = [...placesOf].filter(([text]) => text.trim() !== '')
  const pairs: AlikePair[] = spellings.flatMap(([, [left = 0, ...others]]) =>
    others.map((right) => ({ left, right, likeness: { kind: 'same', why: 'same-text' } as const })),
  )
  const index = indexNames(
    spellings.map(([text]) => text),
    reader,
  )
  for (const [place, name] of index.names.entries()) {
    for (const { at, likeness } of index.findAlike(name, MOST_PAIRS_OF_ONE)) {
      if (at <= place) continue
      const [left = 0, right = 0] = [spellings[place]?.[1][0], spellings[at]?.[1][0]]
      pairs.push({ left, right, likeness })
    }
  }
  return pairs.sort((a, b) => a.left - b.left || a.right - b.right)
}

/**
 * Blocking by the rarest pairs: two names that share so many of their pairs share at least one of the first few when
 * both are ordered from rare to common, so only those few are looked up.
 */
function blocksOf(names: readonly ReadName[]) {
  const rarity = new Map<string, number>()
  for (const { pairs } of names) for (const pair of pairs) rarity.set(pair, (rarity.get(pair) ?? 0) + 1)
  const buckets = new Map<string, number[]>()
  for (const [at, { pairs }] of names.entries()) {
    for (const pair of prefixOf(pairs, rarity)) {
      const bucket = buckets.get(pair)
      if (bucket === undefined) buckets.set(pair, [at])
      else bucket.push(at)
    }
  }
  return { rarity, buckets }
}

/** With Dice's share ≥ t the smaller name has ≥ t ÷ (2 − t) of the larger one's pairs in common with it. */
function prefixOf(pairs: readonly string[], rarity: ReadonlyMap<string, number>): readonly string[] {
  const mustShare = Math.ceil((pairs.length * NEAR_SHARE) / (200 - NEAR_SHARE))
  return pairs
    .toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, pairs.length - mustShare + 1)
}

function placesBy(names: readonly ReadName[], keyOf: (name: ReadName) => string): ReadonlyMap<string, number[]> {
  return Map.groupBy(names.keys(), (at) => keyOf(names[at] as ReadName))
}

function rank(likeness: Alike): number {
  switch (likeness.kind) {
    case 'same':
      return likeness.why === 'same-text' ? 102 : 101
    case 'near':
      return likeness.share
  }
}
