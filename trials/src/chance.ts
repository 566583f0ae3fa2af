/** Chance that can be had again: the same seed gives the same run. */
export type Chance = {
  readonly seed: number
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number, at least 0 and below `below`. */
  readonly below: (below: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly hit: (likelihood: number) => boolean
  readonly text: (alphabet: string, length: number) => string
  readonly uuid: () => string
}

/** mulberry32: small, even enough, and the same everywhere. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)]
    if (value === undefined && values.length === 0) throw new Error('nothing to pick from')
    return value as Value
  }
  const text = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('')
  const uuid = () => {
    const hex = (length: number) => text('0123456789abcdef', length)
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
  }
  return { seed, next, below, pick, hit: (likelihood) => next() < likelihood, text, uuid }
}

export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 32)
}
