import { MailboxSettings } from '@shiji/contract/desk-mail'
import { MAIL_PROBLEM_WORDS, type MailProblemCode } from '@shiji/contract/desk-mail-words'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import { z } from 'zod'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Why mail did not come or go, kept as a code so that everybody reads it in the own language. */
export type MailProblem = { readonly code: MailProblemCode; readonly parameters: WordingParameters }

export type Mailbox = {
  readonly id: string
  readonly isOn: boolean
  readonly settings: MailboxSettings
  /** Null when this server has not the key it was sealed with. */
  readonly password: string | null
  readonly unitId: string
  readonly service: string
  readonly since: Temporal.Instant
  readonly uidValidity: bigint | null
  readonly lastUid: bigint
}

export async function findMailbox(reader: Reader, { secrets }: Pick<Context, 'secrets'>): Promise<Mailbox | undefined> {
  const row = await reader.selectFrom('deskMailbox').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  const { id, isOn, unitId, service, since, uidValidity, lastUid } = row
  const kept = { id, isOn, unitId, service, since, uidValidity, lastUid }
  return { ...kept, settings: MailboxSettings.parse(row.settings), password: secrets.open(row.sealed, placeOf(id)) }
}

export function sealPassword({ secrets }: Pick<Context, 'secrets'>, id: string, password: string): string {
  return secrets.seal(password, placeOf(id))
}

function placeOf(id: string): string {
  return `desk.mailbox/${id}`
}

/** The light of the mailbox: when it was last read, or what was the matter. */
export async function noteMailbox(
  tx: Tx,
  { id, now, problem }: { id: string; now: Temporal.Instant; problem: MailProblem | null },
): Promise<void> {
  const light = problem === null ? { workedAt: now, problem: '' } : { failedAt: now, problem: keepProblem(problem) }
  await tx.updateTable('deskMailbox').set(light).where('id', '=', id).execute()
}

/** A letter or mailbox problem as it is kept. */
export function keepProblem(problem: MailProblem): string {
  return JSON.stringify(problem)
}

const Problem = z.object({
  code: z.enum(Object.keys(MAIL_PROBLEM_WORDS) as [MailProblemCode, ...MailProblemCode[]]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

export function sayMailProblem(kept: string, language: Language): string {
  if (kept === '') return ''
  const { code, parameters } = Problem.parse(JSON.parse(kept))
  return say(MAIL_PROBLEM_WORDS[code], language, parameters)
}

/** What the sending of letters calls its problems is worded for the desk. */
export function asMailProblem({ code, parameters }: { code: string; parameters: WordingParameters }): MailProblem {
  const known = Object.hasOwn(MAIL_PROBLEM_WORDS, code)
  return known ? { code: code as MailProblemCode, parameters } : { code: 'mail-refused', parameters: { reason: code } }
}
