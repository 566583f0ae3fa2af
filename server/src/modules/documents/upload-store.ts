import { type Upload, UploadId } from '@shiji/contract/documents'
import type { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'
import type { DocumentRow } from './document-store.ts'

export type UploadState = z.infer<typeof Upload>

export type UploadRow = {
  readonly id: UploadId
  readonly name: string
  readonly bytes: number
  readonly received: number
  /** The file it became. */
  readonly documentId: string | null
}

type NewUpload = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly bytes: number
  readonly startedAt: Temporal.Instant
  readonly startedBy: string
}

const COLUMNS = ['id', 'name', 'bytes', 'received', 'documentId'] as const

export async function saveUpload(tx: Tx, upload: NewUpload): Promise<UploadRow> {
  const row = { ...upload, bytes: BigInt(upload.bytes), received: 0n }
  await tx.insertInto('documentsUpload').values(row).execute()
  return { id: UploadId.parse(upload.id), name: upload.name, bytes: upload.bytes, received: 0, documentId: null }
}

/** What somebody began; what another began is not there. */
export function findUpload(reader: Reader, of: { id: string; personId: string }): Promise<UploadRow | undefined> {
  return reader
    .selectFrom('documentsUpload')
    .select(COLUMNS)
    .where('id', '=', of.id)
    .where('startedBy', '=', of.personId)
    .executeTakeFirst()
    .then((row) => row && toUpload(row))
}

/** Moves on only from where the part began: of two that come at once, one moves it. */
export async function advanceUpload(tx: Tx, id: string, { from, to }: { from: number; to: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('documentsUpload')
    .set({ received: BigInt(to) })
    .where('id', '=', id)
    .where('received', '=', BigInt(from))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Stays for a day, so that whoever missed the answer hears it. */
export async function endUpload(tx: Tx, { id, bytes }: UploadRow, documentId: string): Promise<void> {
  const ended = { received: BigInt(bytes), documentId }
  await tx.updateTable('documentsUpload').set(ended).where('id', '=', id).execute()
}

/** Uploads nobody went on with, a few at a time; they are gone when it answers. */
export async function dropUploadsBefore(tx: Tx, instant: Temporal.Instant, most: number): Promise<readonly string[]> {
  const rows = await tx
    .deleteFrom('documentsUpload')
    .where('id', 'in', (query) =>
      query.selectFrom('documentsUpload').select('id').where('startedAt', '<', instant).limit(most),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What its owner is told of it. */
export function stateOf({ id, name, bytes, received }: UploadRow, document: DocumentRow | null): UploadState {
  return { id, name, bytes, received, document }
}

type RawUpload = Omit<UploadRow, 'id' | 'bytes' | 'received'> & {
  readonly id: string
  readonly bytes: bigint
  readonly received: bigint
}

function toUpload(row: RawUpload): UploadRow {
  return { ...row, id: UploadId.parse(row.id), bytes: Number(row.bytes), received: Number(row.received) }
}
