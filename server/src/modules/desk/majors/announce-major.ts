import type { TicketId } from '@shiji/contract/desk'
import { sendMessages } from '#modules/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { refuse } from '#platform/refusal'
import { addEntry, lockMajor, peopleHit } from './major-store.ts'
import { updateDueJob } from './update-due-job.ts'

type Announcement = {
  readonly id: TicketId
  readonly words: string
  readonly nextUpdateAt: string | null
  readonly isPublic: boolean
}

export async function announceMajor(context: Context, { id: ticketId, words, nextUpdateAt, isPublic }: Announcement) {
  requirePermission(context, 'desk.work')
  const { now, actor } = context
  const next = nextUpdateAt === null ? null : Temporal.Instant.from(nextUpdateAt)
  return inTransaction(context.db, async (tx) => {
    const major = (await lockMajor(tx, actor, ticketId)) ?? refuse('not-found')
    if (major.state !== 'running') refuse('major-state')
    if (next !== null && Temporal.Instant.compare(next, now) <= 0) refuse('major-update-past')

    const told = await tellHit(tx, context, { ticketId, subject: `${major.number} ${major.what}`, words })
    await tx.updateTable('deskMajor').set({ nextUpdateAt: next }).where('ticketId', '=', ticketId).execute()
    await addEntry(tx, { ticketId, at: now, byId: actor.personId }, { kind: 'announced', words, told, isPublic })
    await recordInLedger(tx, context, { did: 'desk.major-announced', ticketId, words, nextUpdateAt, isPublic, told })
    if (next !== null) {
      const key = `desk major ${ticketId}`
      await enqueue(tx, context, { job: updateDueJob, payload: { ticketId }, runAt: next, key })
    }
    return { told }
  })
}

type Told = { readonly ticketId: string; readonly subject: string; readonly words: string }

/** Through the messages of everybody who is hit; how many that were. */
export async function tellHit(tx: Tx, context: Context, { ticketId, subject, words }: Told): Promise<number> {
  const people = await peopleHit(tx, ticketId)
  const message = { code: 'incident-announced', parameters: { subject, opinion: words } } as const
  const about = { subjectKind: 'major', subjectId: ticketId }
  for (const some of inPieces(people)) {
    await sendMessages(
      tx,
      context,
      some.map((personId) => ({ ...message, ...about, personId })),
    )
  }
  return people.length
}
