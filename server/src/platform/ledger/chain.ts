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
  readonly writtenBy: string
}

/** Where an entry stands in the chain, and when it was put there. */
export type Place = { readonly number: bigint; readonly sealedAt: string }

/** Two hashes of different families; SM3 is the national standard (GM/T 0004). */
export type Link = { readonly sha256: string; readonly sm3: string }

export const GENESIS: Link = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }

/** The link of an entry covers its own content, its place and the link before it, so nothing can be moved or left out. */
export function chain(previous: Link, { number, sealedAt }: Place, entry: ChainedEntry): Link {
  const { id, at, actorId, did, requestId, detail, writtenBy } = entry
  const content = JSON.stringify([number.toString(), sealedAt, id, at, actorId, did, requestId, detail, writtenBy])
  return {
    sha256: createHash('sha256').update(`${previous.sha256}\n${content}`).digest('hex'),
    sm3: createHash('sm3').update(`${previous.sm3}\n${content}`).digest('hex'),
  }
}

export function isSameLink(left: Link, right: Link): boolean {
  return left.sha256 === right.sha256 && left.sm3 === right.sm3
}
