import type { Strength } from '@shiji/kernel/evidence/row-shape'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Scope } from '#platform/measure'
import { regulationHolds } from '../regulations/in-force.ts'

/** Which list, for whom and when: one of each. */
export type ChecklistPlace = { readonly list: string; readonly scope: Scope; readonly year: number }

export type ChecklistRow = ChecklistPlace & { readonly id: string }

export async function findChecklist(
  reader: Reader,
  { list, scope, year }: ChecklistPlace,
): Promise<ChecklistRow | undefined> {
  const row = await reader
    .selectFrom('documentsChecklist')
    .select('id')
    .where('list', '=', list)
    .where('unitId', '=', scope.unitId)
    .where(sql<boolean>`project_id is not distinct from ${scope.projectId}::uuid`)
    .where('year', '=', year)
    .executeTakeFirst()
  return row && { id: row.id, list, scope, year }
}

/** Held while items are added, so that no two take the same place. */
export async function lockChecklist(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('documentsChecklist').select('id').where('id', '=', id).forUpdate().execute()
}

type Made = { readonly at: Temporal.Instant; readonly by: string }

/** False when another person laid it out first. */
export async function saveChecklist(tx: Tx, { id, list, scope, year }: ChecklistRow, made: Made): Promise<boolean> {
  const row = { id, list, unitId: scope.unitId, projectId: scope.projectId, year, laidAt: made.at, laidBy: made.by }
  const saved = await tx
    .insertInto('documentsChecklist')
    .values(row)
    .onConflict((conflict) => conflict.constraint('documents_checklist_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export type NewItem = {
  readonly id: string
  readonly checklistId: string
  readonly position: number
  readonly name: string
  readonly askedOn: string
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
}

export async function saveItems(tx: Tx, items: readonly NewItem[]): Promise<void> {
  if (items.length > 0)
    await tx
      .insertInto('documentsChecklistItem')
      .values([...items])
      .execute()
}

export async function listItems(reader: Reader, checklistId: string) {
  return reader
    .selectFrom('documentsChecklistItem as item')
    .leftJoin('directoryPerson as person', 'person.id', 'item.droppedBy')
    .select(['item.id', 'item.position', 'item.name', 'item.askedOn'])
    .select(['item.droppedAt', 'item.droppedBecause', 'person.name as droppedBy'])
    .where('item.checklistId', '=', checklistId)
    .orderBy('item.position')
    .execute()
}

export async function dropItem(
  tx: Tx,
  id: string,
  { at, by, because }: Made & { readonly because: string },
): Promise<void> {
  await tx
    .updateTable('documentsChecklistItem')
    .set({ droppedAt: at, droppedBy: by, droppedBecause: because })
    .where('id', '=', id)
    .execute()
}

/** Proofs of all items of a list, those taken back too, oldest first. */
export async function listProofs(
  reader: Reader,
  { id: checklistId, year }: Pick<ChecklistRow, 'id' | 'year'>,
  asOf: Temporal.Instant,
) {
  return reader
    .selectFrom('documentsChecklistProof as proof')
    .innerJoin('documentsChecklistItem as item', 'item.id', 'proof.itemId')
    .innerJoin('directoryPerson as person', 'person.id', 'proof.provedBy')
    .leftJoin('documentsDocument as document', 'document.id', 'proof.documentId')
    .leftJoin('directoryPerson as withdrawer', 'withdrawer.id', 'proof.withdrawnBy')
    .select(['proof.id', 'proof.itemId', 'proof.documentId', 'document.name as documentName'])
    .select(['proof.measure', 'proof.recordKind', 'proof.recordId', 'proof.recordTitle', 'proof.strength'])
    .select(['proof.validFrom', 'proof.validUntil', 'proof.note', 'proof.provedAt', 'person.name as provedBy'])
    .select(['proof.withdrawnAt', 'proof.withdrawnBecause', 'withdrawer.name as withdrawnBy', 'proof.regulationId'])
    .select(regulationHolds({ regulationId: 'proof.regulationId', year: sql`${year}::int`, asOf }).as('holds'))
    .where('item.checklistId', '=', checklistId)
    .orderBy('proof.provedAt')
    .orderBy('proof.id')
    .execute()
}

export type NewProof = {
  readonly id: string
  readonly itemId: string
  readonly documentId: string | null
  readonly measure: string | null
  readonly recordKind: string | null
  readonly recordId: string | null
  readonly recordTitle: string | null
  /** The document of the institution that was named, whose own validity counts. */
  readonly regulationId: string | null
  readonly strength: Strength
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly note: string
  readonly provedAt: Temporal.Instant
  readonly provedBy: string
}

export async function saveProof(tx: Tx, proof: NewProof): Promise<void> {
  await tx.insertInto('documentsChecklistProof').values(proof).execute()
}

export async function withdrawProof(
  tx: Tx,
  id: string,
  { at, by, because }: Made & { readonly because: string },
): Promise<void> {
  await tx
    .updateTable('documentsChecklistProof')
    .set({ withdrawnAt: at, withdrawnBy: by, withdrawnBecause: because })
    .where('id', '=', id)
    .execute()
}
