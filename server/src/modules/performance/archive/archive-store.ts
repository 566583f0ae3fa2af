import type { ArchiveReply } from '@shiji/contract/archive'
import { FormId } from '@shiji/contract/performance'
import type { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

export type Archive = z.infer<typeof ArchiveReply>
export type ArchivedFile = Archive['files'][number]

type NewArchive = {
  readonly formId: string
  readonly sumsSha256: string
  readonly files: readonly ArchivedFile[]
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

/** Asked for by whoever already found the declaration. */
export async function findArchive(reader: Reader, formId: string): Promise<Archive | undefined> {
  const row = await reader
    .selectFrom('performanceArchive as archive')
    .innerJoin('directoryPerson as person', 'person.id', 'archive.madeBy')
    .select(['archive.formId', 'archive.sumsSha256', 'archive.bytes', 'archive.madeAt', 'person.name as madeBy'])
    .where('archive.formId', '=', formId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const files = await reader
    .selectFrom('performanceArchiveFile')
    .select(['path', 'sha256', 'bytes'])
    .where('formId', '=', formId)
    .orderBy('path')
    .execute()
  const { formId: id, sumsSha256, bytes, madeAt, madeBy } = row
  return {
    id: FormId.parse(id),
    sumsSha256,
    bytes: Number(bytes),
    files: files.map((file) => ({ ...file, bytes: Number(file.bytes) })),
    madeAt: madeAt.toString(),
    madeBy,
  }
}

/** False when another call was first; what it kept stays. */
export async function saveArchive(tx: Tx, { formId, sumsSha256, files, madeAt, madeBy }: NewArchive): Promise<boolean> {
  const bytes = BigInt(files.reduce((sum, file) => sum + file.bytes, 0))
  const saved = await tx
    .insertInto('performanceArchive')
    .values({ formId, sumsSha256, files: files.length, bytes, madeAt, madeBy })
    .onConflict((conflict) => conflict.column('formId').doNothing())
    .returning('formId')
    .executeTakeFirst()
  if (saved === undefined) return false
  await tx
    .insertInto('performanceArchiveFile')
    .values(files.map((file) => ({ formId, ...file, bytes: BigInt(file.bytes) })))
    .execute()
  return true
}
