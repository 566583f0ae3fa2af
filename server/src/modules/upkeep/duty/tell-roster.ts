import type { MessageCode } from '@shiji/contract/inbox-words'
import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { officeMoment } from '#platform/office-day'

type Shift = {
  readonly id: string
  readonly planName: string
  readonly opensAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
}

type Told = {
  readonly code: Extract<MessageCode, 'hand-over-waits' | 'roster-gap' | `swap-${string}`>
  readonly people: readonly string[]
  readonly shift: Shift
  /** What the sentence names besides the shift; `opinion` is shown after it. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** Tells people of a shift, which the message leads to. */
export async function tellRoster(tx: Tx, context: Context, { code, people, shift, parameters = {} }: Told) {
  const { id, planName, opensAt, dueAt } = shift
  const subject = `${planName} ${officeMoment(opensAt)}–${officeMoment(dueAt).slice(11)}`
  const message = { code, parameters: { subject, ...parameters }, subjectKind: 'shift', subjectId: id }
  await sendMessages(
    tx,
    context,
    people.map((personId) => ({ ...message, personId })),
  )
}

/** The shift of a turn, as people are told of it. */
export function getShift(tx: Tx, occurrenceId: string): Promise<Shift> {
  return tx
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'plan.name as planName', 'one.opensAt', 'one.dueAt'])
    .where('one.id', '=', occurrenceId)
    .executeTakeFirstOrThrow()
}

export async function nameOf(tx: Tx, personId: string): Promise<string> {
  const { name } = await tx
    .selectFrom('directoryPerson')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}
