import { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'
import { packFlow } from '../flow-graphs.ts'

/** Versions of the office are counted from here, so that a later one of the place never meets their number. */
const OWN_VERSIONS_FROM = 1000

export type FlowDraft = {
  readonly definition: FlowDefinition
  readonly revision: number
  readonly editedAt: Temporal.Instant
  readonly editedBy: string
}

const Kept = z.object({ definition: FlowDefinition })

export async function findDraft(reader: Reader, key: string): Promise<FlowDraft | undefined> {
  const row = await reader.selectFrom('flowDraft').selectAll().where('key', '=', key).executeTakeFirst()
  return row && { ...row, ...Kept.parse(row) }
}

export async function lockDraft(tx: Tx, key: string): Promise<FlowDraft | undefined> {
  const row = await tx.selectFrom('flowDraft').selectAll().where('key', '=', key).forUpdate().executeTakeFirst()
  return row && { ...row, ...Kept.parse(row) }
}

/** False when somebody kept another revision meanwhile. */
export async function saveDraft(tx: Tx, { definition, revision, editedAt, editedBy }: FlowDraft): Promise<boolean> {
  const { key } = definition
  const row = { definition: JSON.stringify(definition), editedAt, editedBy }
  if (revision === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('flowDraft')
      .values({ key, revision: 1, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('flowDraft')
    .set({ ...row, revision: revision + 1 })
    .where('key', '=', key)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function removeDraft(tx: Tx, key: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('flowDraft').where('key', '=', key).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A version that is kept, or the one of the place nobody used yet. */
export async function findVersion(reader: Reader, key: string, version?: number): Promise<FlowDefinition | undefined> {
  let query = reader.selectFrom('flowDefinition').select('definition').where('key', '=', key)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (row !== undefined) return Kept.parse(row).definition
  const shipped = packFlow(key)
  return version === undefined || shipped?.version === version ? shipped : undefined
}

export type Published = {
  readonly definition: FlowDefinition
  readonly publishedAt: Temporal.Instant
  readonly publishedBy: string
}

export async function savePublished(tx: Tx, { definition, publishedAt, publishedBy }: Published): Promise<void> {
  const { key, version } = definition
  await tx
    .insertInto('flowDefinition')
    .values({ key, version, definition: JSON.stringify(definition), publishedAt, publishedBy })
    .execute()
}

export async function nextOwnVersion(tx: Tx, key: string): Promise<number> {
  const { newest } = await tx
    .selectFrom('flowDefinition')
    .select((column) => column.fn.max('version').as('newest'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return Math.max(OWN_VERSIONS_FROM, newest ?? 0) + 1
}
