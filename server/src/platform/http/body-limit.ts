import type { IncomingMessage } from 'node:http'
import type { Module } from '../module.ts'
import { refuse } from '../refusal.ts'

const MEGABYTE = 2 ** 20
const USUAL_LIMIT = 2 * MEGABYTE
/** A person's mistake is at most this large; beyond it, and without a length, the line is cut. */
const SWALLOWED = 300 * MEGABYTE

/** The routes that take more than usual, by `POST /documents`. */
export type BodyLimits = ReadonlyMap<string, number>

export function bodyLimitsOf(modules: readonly Module[]): BodyLimits {
  const routes = modules.flatMap((module) => module.routes)
  return new Map(
    routes.flatMap(({ procedure, facts }) => {
      const { method, path } = procedure['~orpc'].route
      return facts.bodyLimit === undefined ? [] : [[`${method} ${path}`, facts.bodyLimit] as const]
    }),
  )
}

/**
 * Before a byte of it is read. The length a request states binds it: the HTTP parser takes no more, and one that states
 * none is refused.
 */
export function refuseLargeBody({ method, url, headers }: IncomingMessage, limits: BodyLimits): void {
  const stated = headers['content-length']
  if (stated === undefined) {
    if (headers['transfer-encoding'] !== undefined) refuse('length-missing')
    return
  }
  const path = (url ?? '').replace(/^\/api/, '').replace(/\?.*$/s, '')
  const limit = limits.get(`${method} ${path}`) ?? USUAL_LIMIT
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
