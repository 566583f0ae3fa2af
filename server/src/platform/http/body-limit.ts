import type { IncomingMessage } from 'node:http'
import { refuse } from '../refusal.ts'
import type { RouteFacts } from './route-facts.ts'

const MEGABYTE = 2 ** 20
const USUAL_LIMIT = 2 * MEGABYTE
/** A person's mistake is at most this large; beyond it, and without a length, the line is cut. */
const SWALLOWED = 300 * MEGABYTE

/**
 * Before a byte of it is read. The length a request states binds it: the HTTP parser takes no more, and one that states
 * none is refused.
 */
export function refuseLargeBody({ method, url, headers }: IncomingMessage, factsOf: RouteFacts): void {
  const stated = headers['content-length']
  if (stated === undefined) {
    if (headers['transfer-encoding'] !== undefined) refuse('length-missing')
    return
  }
  const limit = factsOf(method ?? '', url ?? '')?.bodyLimit ?? USUAL_LIMIT
  const bytes = Number(stated)
  if (bytes > limit) {
    refuse('body-too-large', { megabytes: Math.ceil(bytes / MEGABYTE), limit: Math.floor(limit / MEGABYTE) })
  }
}

/** Whoever still sends cannot hear the answer, so the rest of a refused body is taken and forgotten. False: cut the line. */
export function swallowBody(request: IncomingMessage): boolean {
  const isEndless = request.headers['transfer-encoding'] !== undefined
  if (isEndless || Number(request.headers['content-length'] ?? 0) > SWALLOWED) return false
  request.resume()
  return true
}
