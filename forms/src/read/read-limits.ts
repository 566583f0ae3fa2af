/** What a reader may spend on one file. Beyond any of these it stops and says which bound was met. */
export type ReadLimits = {
  readonly fileBytes: number
  /** Inflated size of one part of a zip, and of all parts together. */
  readonly partBytes: number
  readonly inflatedBytes: number
  readonly zipEntries: number
  /** Inflated ÷ stored size of a zip; official forms stay below 30. */
  readonly inflationRatio: number
  /** Places of the dense grids, covered and empty ones included. */
  readonly cells: number
  /** Characters of text in all blocks. */
  readonly characters: number
  /** Elements standing inside one another in HTML or XML. */
  readonly depth: number
  readonly pages: number
  readonly milliseconds: number
  /** Heap of the reader's own thread. */
  readonly heapMegabytes: number
}

const MEGABYTE = 1_048_576

export const READ_LIMITS: ReadLimits = {
  fileBytes: 30 * MEGABYTE,
  partBytes: 48 * MEGABYTE,
  inflatedBytes: 64 * MEGABYTE,
  zipEntries: 2_000,
  inflationRatio: 100,
  cells: 200_000,
  characters: 10_000_000,
  depth: 256,
  pages: 500,
  milliseconds: 4_000,
  heapMegabytes: 144,
}
