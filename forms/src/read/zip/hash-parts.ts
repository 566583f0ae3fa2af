import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { ReadLimits } from '../read-limits.ts'
import { type ReadProblem, ReadRefusal } from '../read-problem.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

export type HashedPart = { readonly path: string; readonly sha256: string }
export type HashedZip = {
  readonly parts: readonly HashedPart[]
  /** The one part asked for, whole; null when it is not there or broken. */
  readonly text: Uint8Array | null
}

/** SHA-256 of every part of a zip, one piece in memory at a time; a part with a wrong checksum of its own has the hash ''. */
export async function hashParts(
  bytes: Uint8Array,
  { limits, readWhole }: { limits: ReadLimits; readWhole: string },
): Promise<Result<HashedZip, ReadProblem>> {
  try {
    const zip = await openZip(bytes, limits)
    const parts: HashedPart[] = []
    let text: Uint8Array | null = null
    for (const path of zip.names) {
      const pieces: Uint8Array[] = []
      const sha256 = await hashPart(zip, path, (piece) => path === readWhole && pieces.push(piece))
      if (path === readWhole && sha256 !== '') text = Buffer.concat(pieces)
      parts.push({ path, sha256 })
    }
    return ok({ parts, text })
  } catch (error) {
    if (error instanceof ReadRefusal) return fail(error.problem)
    throw error
  }
}

async function hashPart(zip: ZipArchive, path: string, see: (piece: Uint8Array) => void): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of zip.stream(path)) {
      hash.update(piece)
      see(piece)
    }
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof ReadRefusal && error.problem.code === 'damaged') return ''
    throw error
  }
}
