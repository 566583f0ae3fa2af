import { ORPCError } from '@orpc/server'
import { REFUSALS, type RefusalCode } from '@shiji/contract/refusals'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import { Refusal } from '../refusal.ts'

/** RFC 9457: what a refused request answers. `code` is stable; `detail` is the sentence for people. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: RefusalCode
  readonly detail: string
  readonly parameters: WordingParameters
  readonly requestId: string
}

export function problemOf(error: unknown, { requestId, language }: { requestId: string; language: Language }): Problem {
  const { code, parameters } = refusalOf(error, requestId)
  const { status, ...wording } = REFUSALS[code]
  const detail = say(wording, language, parameters)
  return { type: `urn:shiji:refusal:${code}`, title: code, status, code, detail, parameters, requestId }
}

/** Nothing but refusals and malformed input is the caller's business; every other error is a bug and says so. */
function refusalOf(error: unknown, requestId: string): { code: RefusalCode; parameters: WordingParameters } {
  if (error instanceof Refusal) return error
  if (error instanceof ORPCError && error.status < 500) {
    return { code: error.status === 404 ? 'not-found' : 'input-invalid', parameters: { problem: describe(error) } }
  }
  if (isDatabaseAway(error)) return { code: 'overloaded', parameters: { seconds: DATABASE_BACK_SECONDS } }
  return { code: 'unexpected', parameters: { requestId } }
}

/** The supervisor brings the database back within seconds. */
const DATABASE_BACK_SECONDS = 5
/** No connection came about, so nothing was carried out: refused, no socket yet, starting up, too many. */
const NO_CONNECTION = ['ECONNREFUSED', 'ENOENT', '57P03', '53300']

function isDatabaseAway(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error) || !('code' in cause)) return false
  const isAtDoor = !('syscall' in cause) || cause.syscall === 'connect'
  return isAtDoor && NO_CONNECTION.includes(String(cause.code))
}

/** How a problem travels; whoever is asked to come back is told when. */
export function problemHeaders({ parameters }: Problem): Record<string, string> {
  const { seconds, minutes } = parameters
  const wait = seconds ?? (minutes === undefined ? undefined : Number(minutes) * 60)
  return {
    'content-type': 'application/problem+json',
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
  }
}

type Issue = { readonly message: string; readonly path?: readonly unknown[] }

function describe(error: ORPCError<string, unknown>): string {
  const data = error.data as { issues?: readonly Issue[] } | undefined
  const issues = data?.issues ?? []
  if (issues.length === 0) return error.message
  return issues
    .slice(0, 5)
    .map(({ path = [], message }) => `${path.join('.')}: ${message}`)
    .join('; ')
}
