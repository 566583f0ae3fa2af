import { UnitId } from '@shiji/contract/directory'
import { DocumentId } from '@shiji/contract/documents'
import { type Regulation, RegulationId } from '@shiji/contract/regulations'
import { RegulationKind } from '@shiji/kernel/regulation/regulation'
import { stateOfRegulation } from '@shiji/kernel/regulation/regulation-state'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

type Asking = { readonly actor: Actor; readonly now: Temporal.Instant }

/** With the text that holds today, or the first that will. */
function regulationRows(reader: Reader, { actor, now }: Asking) {
  const today = officeDay(now).toString()
  return reader
    .selectFrom('documentsRegulation as one')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'one.unitId')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('documentsRegulationText as text')
          .innerJoin('documentsDocument as document', 'document.id', 'text.documentId')
          .select(['text.documentId', 'document.name as documentName', 'text.validFrom', 'text.validUntil'])
          .whereRef('text.regulationId', '=', 'one.id')
          .orderBy(sql`text.valid_from <= ${today}`, 'desc')
          .orderBy('text.validFrom', 'desc')
          .orderBy('text.enteredAt', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('directoryPerson as repealer', 'repealer.id', 'one.repealedBy')
    .selectAll('one')
    .select(['directoryUnit.name as unitName', 'repealer.name as repealedByName'])
    .select(['last.documentId', 'last.documentName', 'last.validFrom', 'last.validUntil'])
    .select(
      sql<string | null>`(select max(reviewed_on) from documents_regulation_review review
        where review.regulation_id = one.id)`.as('lastReviewOn'),
    )
    .where(visibleTo(actor))
}

type Row = Awaited<ReturnType<ReturnType<typeof regulationRows>['execute']>>[number]

const ORDER = ['lapsed', 'lapses-soon', 'review-due', 'in-force', 'ahead', 'repealed'] as const

/** Those that need something first, each by its name. */
export async function listRegulationRows(reader: Reader, asking: Asking) {
  const rows = await regulationRows(reader, asking).orderBy('one.name').orderBy('one.id').execute()
  const shown = rows.map((row) => showRow(row, asking.now))
  return ORDER.flatMap((state) => shown.filter((one) => one.state === state))
}

export async function findRegulation(
  reader: Reader,
  asking: Asking,
  id: string,
): Promise<z.infer<typeof Regulation> | undefined> {
  const row = await regulationRows(reader, asking).where('one.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const { repealedOn, repealedBecause, repealedByName } = row
  return {
    ...showRow(row, asking.now),
    versions: await listTexts(reader, id),
    reviews: await listReviews(reader, id),
    repealed: repealedOn === null ? null : { on: repealedOn, because: repealedBecause ?? '', by: repealedByName ?? '' },
  }
}

/** The regulation, locked, if the actor may see it. */
export async function lockRegulation(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('documentsRegulation as one')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'one.unitId')
    .select(['one.id', 'one.name', 'one.unitId', 'one.repealedOn'])
    .where('one.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate('one')
    .executeTakeFirst()
}

type NewText = {
  readonly id: string
  readonly regulationId: string
  readonly documentId: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly enteredAt: Temporal.Instant
  readonly enteredBy: string
}

export async function saveText(tx: Tx, text: NewText): Promise<void> {
  await tx.insertInto('documentsRegulationText').values(text).execute()
}

async function listTexts(reader: Reader, id: string) {
  const rows = await reader
    .selectFrom('documentsRegulationText as text')
    .innerJoin('documentsDocument as document', 'document.id', 'text.documentId')
    .innerJoin('directoryPerson as person', 'person.id', 'text.enteredBy')
    .select(['text.documentId', 'document.name', 'text.validFrom', 'text.validUntil', 'text.enteredAt'])
    .select('person.name as by')
    .where('text.regulationId', '=', id)
    .orderBy('text.enteredAt', 'desc')
    .execute()
  return rows.map(({ documentId, name, validFrom, validUntil, enteredAt, by }) => {
    return { document: { id: DocumentId.parse(documentId), name }, validFrom, validUntil, at: enteredAt.toString(), by }
  })
}

async function listReviews(reader: Reader, id: string) {
  const rows = await reader
    .selectFrom('documentsRegulationReview as review')
    .innerJoin('directoryPerson as person', 'person.id', 'review.enteredBy')
    .select(['review.reviewedOn', 'review.note', 'review.nextReviewOn', 'review.enteredAt', 'person.name as by'])
    .where('review.regulationId', '=', id)
    .orderBy('review.enteredAt', 'desc')
    .execute()
  return rows.map(({ reviewedOn: on, note, nextReviewOn, enteredAt, by }) => {
    return { on, note, nextReviewOn, at: enteredAt.toString(), by }
  })
}

function showRow(row: Row, now: Temporal.Instant) {
  const { validFrom, validUntil, nextReviewOn, repealedOn } = row
  const days = { validFrom, validUntil, nextReviewOn, repealedOn }
  return {
    id: RegulationId.parse(row.id),
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    kind: RegulationKind.parse(row.kind),
    name: row.name,
    number: row.number,
    document: { id: DocumentId.parse(row.documentId), name: row.documentName },
    validFrom,
    validUntil,
    lastReviewOn: row.lastReviewOn,
    nextReviewOn,
    state: stateOfRegulation(days, officeDay(now).toString()),
  }
}
