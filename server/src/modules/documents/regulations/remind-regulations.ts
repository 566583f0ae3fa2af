import { reminderOf } from '@shiji/kernel/regulation/regulation-state'
import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

/** Whoever keeps a document of the institution hears a month before it runs out or wants to be looked at; once each. */
export async function remindRegulations(context: Context): Promise<void> {
  const { db, now } = context
  const today = officeDay(now).toString()
  const rows = await read(db, (reader) =>
    reader
      .selectFrom('documentsRegulation as one')
      .select([
        'one.id',
        'one.name',
        'one.unitId',
        'one.madeBy',
        'one.nextReviewOn',
        'one.repealedOn',
        'one.remindedOf',
      ])
      .select((from) =>
        from
          .selectFrom('documentsRegulationText as text')
          .select('text.id')
          .whereRef('text.regulationId', '=', 'one.id')
          .orderBy('text.enteredAt', 'desc')
          .limit(1)
          .as('textId'),
      )
      .where('one.repealedAt', 'is', null)
      .execute(),
  )
  for (const row of rows) {
    const text = await read(db, (reader) =>
      reader
        .selectFrom('documentsRegulationText')
        .select(['validFrom', 'validUntil'])
        .where('id', '=', row.textId ?? '')
        .executeTakeFirst(),
    )
    const due = text === undefined ? null : reminderOf({ ...row, ...text }, today)
    if (due === null || row.remindedOf === due.on) continue
    await inTransaction(db, (tx) => remind(tx, context, { ...row, ...due }))
  }
}

type Due = {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly madeBy: string
  readonly on: string
  readonly about: 'lapse' | 'review'
}

async function remind(tx: Tx, context: Context, { id, name, unitId, madeBy, on, about }: Due): Promise<void> {
  await tx.updateTable('documentsRegulation').set({ remindedOf: on }).where('id', '=', id).execute()
  const people = await tx
    .selectFrom('directoryPerson as person')
    .leftJoin('directoryRole as role', 'role.personId', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.state', '=', 'active')
    .where((where) =>
      where.or([
        where('person.id', '=', madeBy),
        where.and([
          where('person.unitId', '=', unitId),
          where('role.role', 'in', ['centre-manager', 'project-leader']),
        ]),
      ]),
    )
    .orderBy('person.id')
    .execute()
  const code = about === 'lapse' ? ('regulation-lapses' as const) : ('regulation-review' as const)
  const message = { code, parameters: { subject: name, day: on }, subjectKind: 'regulation', subjectId: id }
  await sendMessages(
    tx,
    context,
    people.map((person) => ({ ...message, personId: person.id })),
  )
}
