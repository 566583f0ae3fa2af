import { maskLines, readLine, type SealedLine, writeLine } from '@shiji/kernel/bundle/sealed-line'
import { SUMS_NAME, writeSums } from '@shiji/kernel/bundle/sums'
import { PACK } from '@shiji/kernel/bundle/verify-pack'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { writeZip } from '#platform/files/write-zip'
import { refuse } from '#platform/refusal'
import { findAnchor } from './find-anchor.ts'
import { hashed, sha256 } from './node-hash.ts'
import type { Seal } from './seal-store.ts'
import { VERIFIER } from './verifier.ts'
import { writePages } from './write-pages.ts'

type Packed = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * The seal as one zip that proves itself. Masked, names and texts are hashes and the files are left out; every hash of
 * the proof stays what it was.
 */
export async function takePack(
  context: Pick<Context, 'db' | 'files'>,
  seal: Seal,
  { masked }: { readonly masked: boolean },
): Promise<Uint8Array<ArrayBuffer>[]> {
  const anchor = await read(context.db, (reader) => findAnchor(reader, seal.ledgerEntry))
  if (anchor === undefined) refuse('seal-not-anchored')
  const sealed = await openSealed(context, seal, masked)
  const made = [
    ...sealed,
    textFile(PACK.ledger, `${JSON.stringify(anchor, null, 2)}\n`),
    ...writePages(sealed.filter(({ path }) => path.endsWith('.jsonl')).map(toLines), { masked }),
    { path: 'verify.html', bytes: new Uint8Array(VERIFIER) },
  ]
  const sums = made.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }))
  const all = [...made, textFile(SUMS_NAME, writeSums(sums))]
  return writeZip(all, async ({ bytes }) => bytes)
}

async function openSealed({ files }: Pick<Context, 'files'>, seal: Seal, masked: boolean): Promise<Packed[]> {
  const packed: Packed[] = []
  for (const { path, sha256: hash } of seal.files) {
    const isLines = path.endsWith('.jsonl')
    // A form or a proof may hold any name; its hash stays in the list of files.
    if (masked && !isLines && path !== PACK.leaves) continue
    const bytes = await files.open(hash)
    packed.push({ path, bytes: masked && isLines ? maskFile(bytes) : bytes })
  }
  return packed
}

function maskFile(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const lines = hashed(maskLines(linesOf(bytes)))
  return new TextEncoder().encode(lines.map((line) => (line === null ? '\n' : `${writeLine(line)}\n`)).join(''))
}

function linesOf(bytes: Uint8Array): (SealedLine | null)[] {
  return new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n').map(readLine)
}

function toLines({ path, bytes }: Packed) {
  return { path, lines: linesOf(bytes).filter((line) => line !== null) }
}

function textFile(path: string, text: string): Packed {
  return { path, bytes: new TextEncoder().encode(text) }
}
