import { settle } from '@shiji/kernel/upkeep/settle'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { tellUpkeep } from '../tell-upkeep.ts'
import { type LockedOccurrence, type Outcome, saveOutcome } from './occurrence-store.ts'

export type Doing = Pick<Outcome, 'strength' | 'device' | 'aheadSeconds' | 'note'> & {
  readonly at: Temporal.Instant
  readonly attendees?: readonly string[]
  readonly documentId?: string | null
}

/** Refuses what is too early, too late or settled already. */
export function requireOpen(
  occurrence: Pick<LockedOccurrence, 'state' | 'opensAt' | 'dueAt' | 'closesAt'>,
  moment: { at: Temporal.Instant; enteredAt: Temporal.Instant },
) {
  const settled = settle(occurrence, moment)
  if (settled.ok) return settled.value
  switch (settled.problem) {
    case 'not-open-yet':
      return refuse('not-open-yet', { opensAt: clockText(occurrence.opensAt) })
    case 'over':
      return refuse('occurrence-over', { closesAt: clockText(occurrence.closesAt) })
    case 'settled-already':
      return refuse('occurrence-settled')
  }
}

/** A locked occurrence comes to its outcome. */
export async function settleOccurrence(
  tx: Tx,
  context: PersonContext,
  { occurrence, doing }: { occurrence: LockedOccurrence; doing: Doing },
): Promise<void> {
  const { at, attendees = [], documentId = null, ...rest } = doing
  const settled = requireOpen(occurrence, { at, enteredAt: context.now })
  const by = { doneAt: at, enteredAt: context.now, doneBy: context.actor.personId }
  const names = attendees.length === 0 ? null : JSON.stringify(attendees)
  await saveOutcome(tx, occurrence.id, { ...settled, ...by, ...rest, attendees: names, documentId })
  const after = { ...settled, ...rest, at: at.toString(), attendees, documentId }
  await recordInLedger(tx, context, {
    did: 'upkeep.occurrence-done',
    occurrenceId: occurrence.id,
    before: occurrence.state,
    after,
  })
  await tellUpkeep(tx, context, { ...occurrence, days: [officeDay(occurrence.opensAt).toString()] })
}

export function clockText(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(OFFICE_TIME_ZONE)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString().slice(0, 5)}`
}
