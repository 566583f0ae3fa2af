import { readStoredZip, type StoredEntry, writeStoredZip } from '@shiji/kernel/bundle/stored-zip'
import { SUMS_NAME, writeSums } from '@shiji/kernel/bundle/sums'
import { PACK, type PackFault } from '@shiji/kernel/bundle/verify-pack'
import { sha256 } from '@shiji/server/modules/evidence/pack/node-hash'
import { ZIP_TEXT } from '@shiji/server/platform/files/write-zip'
import type { Chance } from '../chance.ts'

/** The pack after the forger, what he did, and whether a fault names it. */
export type Meddled = {
  readonly bytes: Uint8Array
  readonly did: string
  readonly names: (fault: PackFault) => boolean
}

/** One byte flipped, cut off or put in; or a file taken out, changed or reordered by someone who writes the list of hashes anew. */
export function meddleWithPack(pack: Uint8Array, chance: Chance): Meddled {
  return chance.pick([flipByte, flipByte, flipByte, cutTail, dropFile, changeLine, dropLine, swapLines])(pack, chance)
}

/** In the file it lies in, or where the zip keeps what it knows of it. */
function flipByte(pack: Uint8Array, chance: Chance): Meddled {
  const at = chance.below(pack.length)
  const bytes = Uint8Array.from(pack)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
  const owner = ownerOf(pack, at)
  const names = (fault: PackFault) =>
    ('path' in fault && fault.path === owner) || (fault.kind === 'container' && fault.at <= at)
  return { bytes, did: `byte ${at} of ${owner ?? 'the list of the zip'} flipped`, names }
}

function cutTail(pack: Uint8Array, chance: Chance): Meddled {
  const bytes = pack.slice(0, chance.below(pack.length))
  return { bytes, did: `cut to ${bytes.length} bytes`, names: ({ kind }) => kind === 'container' }
}

function dropFile(pack: Uint8Array, chance: Chance): Meddled {
  const { path } = chance.pick(entriesOf(pack).filter((entry) => entry.path !== SUMS_NAME))
  const bytes = zip(entriesOf(pack).filter((entry) => entry.path !== path))
  return { bytes, did: `${path} taken out`, names: (fault) => fault.kind === 'missing' && fault.path === path }
}

function changeLine(pack: Uint8Array, chance: Chance): Meddled {
  return meddleWithLines(pack, chance, (lines, at) =>
    lines.with(
      at,
      (lines[at] ?? '').replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    ),
  )
}

function dropLine(pack: Uint8Array, chance: Chance): Meddled {
  return meddleWithLines(pack, chance, (lines, at) => lines.toSpliced(at, 1))
}

function swapLines(pack: Uint8Array, chance: Chance): Meddled {
  return meddleWithLines(pack, chance, (lines, at) => {
    const other = (at + 1) % lines.length
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '')
  })
}

type Meddle = (lines: readonly string[], at: number) => readonly string[]

/** A forger who knows the list of hashes makes it fit again; the leaves and the ledger are out of his reach. */
function meddleWithLines(pack: Uint8Array, chance: Chance, meddle: Meddle): Meddled {
  const path = chance.pick([PACK.recordsOf(1), PACK.recordsOf(2), PACK.readings])
  const entries = entriesOf(pack)
  const text = ZIP_TEXT.decode(entries.find((entry) => entry.path === path)?.bytes ?? new Uint8Array())
  const lines = text.trim().split('\n')
  const at = chance.below(lines.length)
  const changed = ZIP_TEXT.encode(`${meddle(lines, at).join('\n')}\n`)
  const forged = entries
    .filter((entry) => entry.path !== SUMS_NAME)
    .map((entry) => (entry.path === path ? { path, bytes: changed } : entry))
  const sums = ZIP_TEXT.encode(writeSums(forged.map((entry) => ({ path: entry.path, sha256: sha256(entry.bytes) }))))
  const bytes = zip([...forged, { path: SUMS_NAME, bytes: sums }])
  const names = (fault: PackFault) => fault.kind === 'line-changed' && fault.path === path && fault.line <= at + 2
  return {
    bytes,
    did: `line ${at + 1} of ${path}, hashes written anew`,
    names: (fault) => names(fault) || fault.kind === 'lines-differ',
  }
}

function entriesOf(pack: Uint8Array): readonly StoredEntry[] {
  return readStoredZip(Uint8Array.from(pack), ZIP_TEXT).entries
}

function zip(entries: readonly StoredEntry[]): Uint8Array {
  return Buffer.concat(writeStoredZip(entries, ZIP_TEXT))
}

function ownerOf(pack: Uint8Array, at: number): string | null {
  let end = 0
  for (const entry of entriesOf(pack)) {
    end += writeStoredZip([entry], ZIP_TEXT)
      .slice(0, 2)
      .reduce((sum, { length }) => sum + length, 0)
    if (at < end) return entry.path
  }
  return null
}
