import type { ChangeId } from '@shiji/contract/desk-changes'
import { sendMessages } from '#modules/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeMoment } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { lockChange, moveChange, peopleOfPlaces } from './change-store.ts'
import { openChange } from './open-change.ts'
import { refuseChange } from './refuse-change.ts'

/** Tells everybody at the places an approved change touches, before its window begins; once. */
export async function announceChange(context: Context, { id, text }: { id: ChangeId; text: string }) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context

  await inTransaction(context.db, async (tx) => {
    const change = (await lockChange(tx, id)) ?? refuse('not-found')
    if (change.unitId !== actor.unitId) refuse('not-found')
    if (change.state !== 'approved') refuseChange(change.state, context.language)
    if (change.announcedAt !== null) refuse('announced-already')
    if (Temporal.Instant.compare(now, change.plannedFrom) >= 0) refuse('window-begun')

    const people = await peopleOfPlaces(tx, id, actor.personId)
    const from = officeMoment(change.plannedFrom)
    const until = officeMoment(change.plannedUntil)
    const parameters = { from, until, subject: `${change.number} ${change.what}`, opinion: text }
    const message = { code: 'change-announced', parameters, subjectKind: 'change', subjectId: id } as const
    await moveChange(tx, id, { announcedAt: now, announcedBy: actor.personId, announcement: text })
    await sendMessages(
      tx,
      context,
      people.map((personId) => ({ ...message, personId })),
    )
    await recordInLedger(tx, context, { did: 'desk.change-announced', changeId: id, text, told: people.length })
  })
  return openChange(context, { id })
}
