import type { Hashing } from './hashing.ts'

/** Leaf and node are told apart by their first word, so that no node can pass for a leaf (RFC 6962 §2.1). */
const LEAF = 'leaf\n'
const NODE = 'node\n'

export function leafText(line: string): string {
  return LEAF + line
}

/** The one hash that stands for all leaves and their order; an odd one at the end of a level goes up as it is. */
export function* merkleRoot(leaves: readonly string[]): Hashing<string> {
  let level = leaves
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.floor(level.length / 2) }, (_, at) => {
      return `${NODE}${level[2 * at] ?? ''}${level[2 * at + 1] ?? ''}`
    })
    const above: readonly string[] = yield pairs
    level = level.length % 2 === 1 ? [...above, ...level.slice(-1)] : above
  }
  return level[0] ?? ''
}
