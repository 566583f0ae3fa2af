import type { Document } from '@shiji/contract/documents'
import { DocumentId } from '@shiji/contract/documents'
import { foldForSearch, type SearchQuery, searchPairs } from '@shiji/kernel/search/search-text'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import { contains } from '#platform/database/contains'
import type { Reader, Tx } from '#platform/database/transaction'

export type DocumentRow = z.infer<typeof Document>

type NewDocument = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly addedAt: Temporal.Instant
  /** Null when it came from outside. */
  readonly addedBy: string | null
}

const COLUMNS = [
  'documentsDocument.id',
  'documentsDocument.name',
  'documentsDocument.bytes',
  'documentsDocument.sha256',
  'documentsDocument.addedAt',
] as const

export function findDocumentRow(reader: Reader, actor: Actor, id: string): Promise<DocumentRow | undefined> {
  return reader
    .selectFrom('documentsDocument')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'documentsDocument.unitId')
    .select(COLUMNS)
    .where('documentsDocument.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
    .then((row) => row && toDocument(row))
}

/** The same file brought to the same unit again is the document that is there; null says so. */
export async function saveDocument(tx: Tx, document: NewDocument): Promise<DocumentRow | null> {
  const row = await tx
    .insertInto('documentsDocument')
    .values({
      ...document,
      bytes: BigInt(document.bytes),
      folded: foldForSearch(document.name),
      pairs: searchPairs(document.name),
    })
    .onConflict((conflict) => conflict.constraint('documents_document_once').doNothing())
    .returning(['id', 'name', 'bytes', 'sha256', 'addedAt'])
    .executeTakeFirst()
  return row === undefined ? null : toDocument(row)
}

/** The newest files that hold every word in their name. */
export async function findDocumentsNamed(reader: Reader, actor: Actor, query: SearchQuery, limit: number) {
  const rows = await reader
    .selectFrom('documentsDocument')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'documentsDocument.unitId')
    .select([...COLUMNS, 'directoryUnit.name as unitName'])
    .where(contains('documentsDocument', query))
    .where(visibleTo(actor))
    .orderBy('documentsDocument.addedAt', 'desc')
    .orderBy('documentsDocument.id')
    .limit(limit)
    .execute()
  return rows.map(({ unitName, ...row }) => ({ ...toDocument(row), unitName }))
}

export async function getSameDocument(
  reader: Reader,
  { unitId, sha256, name }: Pick<NewDocument, 'unitId' | 'sha256' | 'name'>,
): Promise<DocumentRow> {
  const row = await reader
    .selectFrom('documentsDocument')
    .select(COLUMNS)
    .where('unitId', '=', unitId)
    .where('sha256', '=', sha256)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return toDocument(row)
}

type RawDocument = {
  readonly id: string
  readonly name: string
  readonly bytes: bigint
  readonly sha256: string
  readonly addedAt: Temporal.Instant
}

function toDocument({ id, name, bytes, sha256, addedAt }: RawDocument): DocumentRow {
  return { id: DocumentId.parse(id), name, bytes: Number(bytes), sha256, addedAt: addedAt.toString() }
}
