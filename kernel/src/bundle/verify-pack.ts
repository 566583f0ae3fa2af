import type { Hashable, Hashing } from './hashing.ts'
import { merkleRoot } from './merkle.ts'
import { ledgerLinkText, type PackLedger, readLedger } from './pack-ledger.ts'
import { hashLines, readLine, type SealedLine } from './sealed-line.ts'
import { readStoredZip, type StoredEntry, type ZipText } from './stored-zip.ts'
import { compareSums, readSums, SUMS_NAME } from './sums.ts'

/** Where things stand in an evidence pack. */
export const PACK = {
  head: 'seal/head.jsonl',
  readings: 'seal/readings.jsonl',
  files: 'seal/files.jsonl',
  leaves: 'seal/leaves.txt',
  ledger: 'seal/ledger.json',
  recordsOf: (row: number) => `records/${String(row).padStart(3, '0')}.jsonl`,
} as const

/** What is wrong with a pack, each by its place. */
export type PackFault =
  | { readonly kind: 'container'; readonly at: number; readonly path: string | null }
  | { readonly kind: 'changed' | 'missing' | 'unlisted'; readonly path: string }
  /** A reading, a record or a file of the seal is not what was sealed. */
  | { readonly kind: 'line-changed'; readonly path: string; readonly line: number; readonly name: string }
  /** Lines were taken out, put in or put elsewhere. */
  | { readonly kind: 'lines-differ'; readonly sealed: number; readonly found: number }
  | { readonly kind: 'root-differs' }
  | { readonly kind: 'ledger-differs' }
  /** A file of the seal is not the one that was sealed. */
  | { readonly kind: 'file-differs'; readonly path: string }

export type PackVerdict = {
  readonly faults: readonly PackFault[]
  readonly head: SealedLine | null
  readonly ledger: PackLedger | null
  readonly root: string
  readonly lines: number
  /** Fields that are masked, and sealed files that are not in the pack. */
  readonly masked: number
  readonly withheld: number
}

/**
 * Verifies a pack by nothing but itself: the zip to the byte, each file against the list of hashes, each line against its
 * leaf, the leaves against the root, and the root against the entry of the ledger with its link. That this link is the
 * ledger's own is for the reader to compare with the place the heads are kept.
 */
export function* verifyPack(bytes: Uint8Array<ArrayBuffer>, text: ZipText): Hashing<PackVerdict> {
  const { entries, fault } = readStoredZip(bytes, text)
  const found = new Map(entries.map((entry) => [entry.path, entry]))
  const hashes: readonly string[] = yield entries.map((entry): Hashable => entry.bytes)
  const sums = entries.map(({ path }, at) => ({ path, sha256: hashes[at] ?? '' }))
  const textOf = (path: string) => {
    const entry = found.get(path)
    return entry === undefined ? '' : text.decode(entry.bytes)
  }

  const lines = placeLines(textOf)
  const leaves = splitLines(textOf(PACK.leaves))
  const lineHashes = yield* hashLines(lines.map(({ line }) => line))
  const root = yield* merkleRoot(leaves)
  const ledger = readLedger(textOf(PACK.ledger))
  const linkText = ledger === null ? '' : ledgerLinkText(ledger)
  const [link]: readonly string[] = yield [linkText]
  const files = sealedFiles(lines)
  const faults: PackFault[] = [
    ...(fault === null ? [] : [{ kind: 'container', ...fault } as const]),
    ...compareLists(sums, textOf(SUMS_NAME)),
    ...compareLeaves(lines, lineHashes, leaves),
    ...(ledger === null || ledger.root === root ? [] : [{ kind: 'root-differs' } as const]),
    ...(ledger === null || link !== ledger.sha256 ? [{ kind: 'ledger-differs' } as const] : []),
    ...files.flatMap(({ path, sha256 }): PackFault[] => {
      const sum = sums.find((one) => one.path === path)
      return sum === undefined || sum.sha256 === sha256 ? [] : [{ kind: 'file-differs', path }]
    }),
  ]
  return {
    faults,
    head: lines.find(({ path }) => path === PACK.head)?.line ?? null,
    ledger,
    root,
    lines: lines.length,
    masked: lines.reduce((sum, { line }) => sum + countMasked(line), 0),
    withheld: countWithheld(lines, found),
  }
}

type PlacedLine = { readonly path: string; readonly number: number; readonly line: SealedLine | null }

/** The order of the leaves: head, readings, the records of each reading, files. */
function placeLines(textOf: (path: string) => string): PlacedLine[] {
  const linesOf = (path: string) =>
    splitLines(textOf(path)).map((text, at) => ({ path, number: at + 1, line: readLine(text) }))
  const readings = linesOf(PACK.readings)
  return [
    ...linesOf(PACK.head),
    ...readings,
    ...readings.flatMap((_, row) => linesOf(PACK.recordsOf(row + 1))),
    ...linesOf(PACK.files),
  ]
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

function compareLists(sums: readonly { readonly path: string; readonly sha256: string }[], text: string): PackFault[] {
  const listed = readSums(text)
  return listed.ok ? compareSums(listed.value, sums) : [{ kind: 'changed', path: SUMS_NAME }]
}

const MOST_NAMED = 100

/** A line in its place with another hash is named; when some are gone or moved, the first of them is. */
function compareLeaves(
  lines: readonly PlacedLine[],
  hashes: readonly (string | null)[],
  leaves: readonly string[],
): PackFault[] {
  const wrong = lines.flatMap(({ path, number, line }, at): PackFault[] =>
    hashes[at] !== null && hashes[at] === leaves[at]
      ? []
      : [{ kind: 'line-changed', path, line: number, name: nameOf(line) }],
  )
  if (lines.length === leaves.length) return wrong.slice(0, MOST_NAMED)
  return [{ kind: 'lines-differ', sealed: leaves.length, found: lines.length }, ...wrong.slice(0, 1)]
}

function nameOf(line: SealedLine | null): string {
  const { id, indicator } = line?.facts ?? {}
  if (typeof indicator === 'string') return indicator
  return typeof id === 'string' ? id : ''
}

function sealedFiles(lines: readonly PlacedLine[]) {
  return lines.flatMap(({ path, line }) => {
    const field = path === PACK.files ? line?.fields.path : undefined
    const sha256 = line?.facts.sha256
    return field === undefined || typeof field === 'string' || typeof sha256 !== 'string'
      ? []
      : [{ path: String(field[1]), sha256 }]
  })
}

function countMasked(line: SealedLine | null): number {
  return Object.values(line?.fields ?? {}).filter((field) => typeof field === 'string').length
}

function countWithheld(lines: readonly PlacedLine[], found: ReadonlyMap<string, StoredEntry>): number {
  return lines.filter(({ path, line }) => {
    const field = path === PACK.files ? line?.fields.path : undefined
    return field !== undefined && (typeof field === 'string' || !found.has(String(field[1])))
  }).length
}
