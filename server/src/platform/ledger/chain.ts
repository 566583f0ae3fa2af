import { createHash } from 'node:crypto'

/** One ledger entry as it is hashed: every column, in a fixed order, as text. */
export type ChainedEntry = {
  readonly id: string
  readonly at: string
  readonly actorId: string | null
  readonly did: string
  readonly requestId: string
  /** `detail::text` as the database prints it. */
  readonly detail: string
}

/** Two hashes of different families; SM3 is the national standard (GM/T 0004). */
export type Link = { readonly sha256: string; readonly sm3: string }

export const GENESIS: Link = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }

/** The link of an entry covers its own content, its number and the link before it, so nothing can be moved or left out. */
export function chain(previous: Link, number: bigint, entry: ChainedEntry): Link {
  const { id, at, actorId, did, requestId, detail } = entry
  const content = JSON.stringify([number.toString(), id, at, actorId, did, requestId, detail])
  return {
    sha256: createHash('sha256').update(`${previous.sha256}\n${content}`).digest('hex'),
    sm3: createHash('sm3').update(`${previous.sm3}\n${content}`).digest('hex'),
  }
}
