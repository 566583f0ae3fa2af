import { ORPCError } from '@orpc/server'
import { REFUSAL_WORDS } from '@shiji/contract/refusal-words'
import { REFUSALS, type RefusalCode } from '@shiji/contract/refusals'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import { DatabaseAway } from '../database/database-away.ts'
import { Refusal } from '../refusal.ts'

/** The supervisor has a killed database back by then. */
const RETRY_AFTER_SECONDS = 5

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
  const detail = say(wording, language, inWords(code, parameters, language))
  return { type: `urn:shiji:refusal:${code}`, title: code, status, code, detail, parameters, requestId }
}

/** Codes among the parameters stay codes for programs; in the sentence stands what people call them. */
function inWords(code: RefusalCode, parameters: WordingParameters, language: Language): WordingParameters {
  const words = REFUSAL_WORDS[code] ?? {}
  const worded = Object.entries(parameters).map(([name, value]) => {
    const wording = words[name]?.[String(value)]
    return [name, wording === undefined ? value : say(wording, language)] as const
  })
  return Object.fromEntries(worded)
}

/** What a problem says in its headers as well: when to come back. */
export function problemHeaders({ status, parameters }: Problem): Record<string, string> {
  const type = { 'content-type': 'application/problem+json' }
  if (status !== 503 && status !== 429) return type
  const { seconds, minutes } = parameters
  const wait = seconds ?? (minutes === undefined ? RETRY_AFTER_SECONDS : Number(minutes) * 60)
  return { ...type, 'retry-after': String(wait) }
}

/** Nothing but refusals and malformed input is the caller's business; every other error is a bug and says so. */
function refusalOf(error: unknown, requestId: string): { code: RefusalCode; parameters: WordingParameters } {
  if (error instanceof Refusal) return error
  if (isDiskFull(error)) return { code: 'disk-full', parameters: {} }
  if (error instanceof DatabaseAway) {
    return error.outcome === 'unknown'
      ? { code: 'outcome-unknown', parameters: {} }
      : { code: 'overloaded', parameters: { seconds: RETRY_AFTER_SECONDS } }
  }
  if (error instanceof ORPCError && error.status < 500) {
    return { code: error.status === 404 ? 'not-found' : 'input-invalid', parameters: { problem: describe(error) } }
  }
  return { code: 'unexpected', parameters: { requestId } }
}

/** By the system when a file is written (a quota is a full disk), by the database as `53100`; looked for below what wraps it. */
const DISK_FULL = ['ENOSPC', 'EDQUOT', '53100']

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, cause } = error as Error & { code?: unknown }
  return DISK_FULL.includes(String(code)) || isDiskFull(cause)
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
