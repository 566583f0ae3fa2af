import type { Reader, Tx } from '#platform/database/transaction'

export type SealFile = { readonly path: string; readonly sha256: string; readonly bytes: number }

type NewSeal = {
  readonly id: string
  readonly subjectId: string
  readonly number: number
  readonly asOf: Temporal.Instant
  readonly root: string
  readonly rows: number
  readonly records: number
  readonly lines: number
  readonly ledgerEntry: string
  readonly sealedBy: string
}

export type Seal = NewSeal & { readonly files: readonly SealFile[] }

/** The seals of a subject, the newest first. */
export async function listSeals(reader: Reader, subjectId: string) {
  const rows = await reader
    .selectFrom('evidenceSeal as seal')
    .innerJoin('directoryPerson as person', 'person.id', 'seal.sealedBy')
    .select(['seal.id', 'seal.number', 'seal.asOf', 'seal.root', 'seal.rows', 'seal.records', 'seal.lines'])
    .select(['seal.ledgerEntry', 'seal.subjectId', 'person.name as sealedBy'])
    .where('seal.subjectId', '=', subjectId)
    .orderBy('seal.number', 'desc')
    .execute()
  return rows
}

export async function findSeal(
  reader: Reader,
  { subjectId, number }: Pick<NewSeal, 'subjectId' | 'number'>,
): Promise<Seal | undefined> {
  const seal = (await listSeals(reader, subjectId)).find((one) => one.number === number)
  if (seal === undefined) return undefined
  const files = await reader
    .selectFrom('evidenceSealFile')
    .select(['path', 'sha256', 'bytes'])
    .where('sealId', '=', seal.id)
    .orderBy('path')
    .execute()
  return { ...seal, files: files.map((file) => ({ ...file, bytes: Number(file.bytes) })) }
}

/** False when another person sealed under this number first. */
export async function saveSeal(tx: Tx, { files, ...seal }: Seal): Promise<boolean> {
  const saved = await tx
    .insertInto('evidenceSeal')
    .values(seal)
    .onConflict((conflict) => conflict.constraint('evidence_seal_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved === undefined) return false
  const rows = files.map((file) => ({ sealId: seal.id, ...file, bytes: BigInt(file.bytes) }))
  await tx.insertInto('evidenceSealFile').values(rows).execute()
  return true
}
