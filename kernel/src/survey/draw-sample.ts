const UINT32 = 0x1_0000_0000

/**
 * A simple random sample without replacement: `size` of the numbers 1 … `population`, in ascending order. The same seed
 * over the same list draws the same people, so that anybody can draw again (rules.md §4.8: sample and frame are shown).
 * A sample larger than the list is the whole list.
 */
export function drawSample(seed: string, { population, size }: { population: number; size: number }): number[] {
  const next = makeChance(seed)
  const numbers = Array.from({ length: population }, (_, index) => index + 1)
  const drawn = Math.min(size, population)
  for (let at = 0; at < drawn; at += 1) {
    const from = at + below(next, population - at)
    const [one = 0, other = 0] = [numbers[at], numbers[from]]
    numbers[at] = other
    numbers[from] = one
  }
  return numbers.slice(0, drawn).sort((one, other) => one - other)
}

/** Every number below the bound is as likely: draws from the ragged end are thrown away. */
function below(next: () => number, bound: number): number {
  const fair = UINT32 - (UINT32 % bound)
  let drawn = next()
  while (drawn >= fair) drawn = next()
  return drawn % bound
}

/** xoshiro128** (Blackman, Vigna), its state spread from the text by MurmurHash3's mixing. */
function makeChance(seed: string): () => number {
  const state = [1, 2, 3, 4].map((part) => spread(`${part} ${seed}`)) as [number, number, number, number]
  return () => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0
    const kept = state[1] << 9
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= kept
    state[3] = rotate(state[3], 11)
    return result
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function spread(text: string): number {
  let hash = 0
  for (const sign of text) {
    hash = rotate(hash ^ Math.imul(sign.codePointAt(0) ?? 0, 0xcc9e2d51), 13)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
