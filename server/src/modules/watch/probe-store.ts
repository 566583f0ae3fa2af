import { createHash } from 'node:crypto'
import { ProbeTarget, Quorum } from '@shiji/contract/watch'
import type { SecretBox } from '#platform/secrets/secret-box'
import { destinationOf } from './probes/check.ts'

export function parseTarget(kept: unknown): ProbeTarget {
  return ProbeTarget.parse(kept)
}

export function parseQuorum(kept: unknown): Quorum {
  return Quorum.parse(kept)
}

/** Where it looks, as people read it; what opens it is not part of it. */
export function addressOf(target: ProbeTarget): string {
  if (target.kind === 'push') return ''
  if (target.kind === 'http' || target.kind === 'scenario') return target.url
  if (target.kind === 'icmp') return target.host
  const to = destinationOf(target)
  return to === null ? '' : `${to.host}:${to.port}`
}

/** The machine it looks at, whatever it asks there. */
export function placeOf(target: ProbeTarget): string {
  if (target.kind === 'icmp') return target.host
  const to = target.kind === 'push' ? null : destinationOf(target)
  return to === null ? '' : `${to.host}:${to.port}`
}

/** Empty text for a probe that needs no password; null when this server has not the key it was sealed with. */
export function openSecret(secrets: SecretBox, { id, sealed }: { id: string; sealed: string }): string | null {
  return sealed === '' ? '' : secrets.open(sealed, sealOf(id))
}

export function sealSecret(secrets: SecretBox, id: string, secret: string): string {
  return secret === '' ? '' : secrets.seal(secret, sealOf(id))
}

function sealOf(id: string): string {
  return `watch.probe/${id}`
}

/** Only the hash of a heartbeat's word is kept. */
export function hashOfWord(word: string): string {
  return createHash('sha256').update(word).digest('hex')
}
