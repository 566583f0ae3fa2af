import { merkleRoot } from '@shiji/kernel/bundle/merkle'
import { hashLines, type SealedLine, writeLine } from '@shiji/kernel/bundle/sealed-line'
import { PACK } from '@shiji/kernel/bundle/verify-pack'
import type { PersonContext } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { anchorInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { type FrozenRow, fieldsOf, freezeRow, type RowToSeal, type Salts } from './freeze-row.ts'
import { hashed, sha256 } from './node-hash.ts'
import { findSeal, listSeals, type SealFile, saveSeal } from './seal-store.ts'

export type SealedFile = SealFile & { readonly title: string; readonly kind: 'form' | 'attachment' }

type ToSeal = {
  readonly subjectId: string
  readonly project: string
  readonly unit: string
  readonly year: number
  readonly rows: readonly RowToSeal[]
  /** Forms and proofs; they lie in the file store already. */
  readonly files: readonly SealedFile[]
  readonly sealedBy: string
}

const FORMAT = 'shiji-evidence/1'

/**
 * Freezes what the rows say and of which records: everything is on the disk before a row names it, and the root of it
 * all stands in the ledger in the same transaction.
 */
export async function makeSeal(context: PersonContext, asked: ToSeal): Promise<number> {
  const { subjectId, rows, files } = asked
  const { number, frozen } = await read(context.db, async (reader) => {
    const [last] = await listSeals(reader, subjectId)
    const salts = makeSalts(context)
    const all: FrozenRow[] = []
    for (const [at, row] of rows.entries()) {
      all.push(await freezeRow(reader, context, { row, at: at + 1, asOf: context.now, salts }))
    }
    return { number: (last?.number ?? 0) + 1, frozen: all }
  })

  const groups = groupLines(context, asked, { number, frozen })
  const leaves = hashed(hashLines(groups.flatMap(({ lines }) => lines))).map((leaf) => leaf ?? '')
  const root = hashed(merkleRoot(leaves))
  const kept = await keepFiles(context, [
    ...groups.map(({ path, lines }) => ({ path, text: lines.map((line) => `${writeLine(line)}\n`).join('') })),
    { path: PACK.leaves, text: leaves.map((leaf) => `${leaf}\n`).join('') },
  ])
  const records = frozen.reduce((sum, row) => sum + row.records.length, 0)
  const sums = { number, asOf: context.now, root, rows: rows.length, records, lines: leaves.length }
  await inTransaction(context.db, async (tx) => {
    const id = context.newId()
    const note = { did: 'evidence.sealed', sealId: id, subjectId, ...sums, asOf: context.now.toString() }
    const ledgerEntry = await anchorInLedger(tx, context, note)
    const all = [...kept, ...files.map(({ path, sha256: hash, bytes }) => ({ path, sha256: hash, bytes }))]
    const isFirst = await saveSeal(tx, {
      ...{ id, subjectId, ...sums, ledgerEntry, sealedBy: context.actor.personId },
      files: all,
    })
    if (!isFirst || (await findSeal(tx, { subjectId, number })) === undefined) refuse('changed-meanwhile')
  })
  return number
}

type Frozen = { readonly number: number; readonly frozen: readonly FrozenRow[] }

/** In the order of the leaves. */
function groupLines(context: PersonContext, asked: ToSeal, { number, frozen }: Frozen) {
  const { project, unit, year, files, sealedBy } = asked
  const salts = makeSalts(context)
  const asOf = context.now.toString()
  const facts = { format: FORMAT, district: context.district, project, unit, year, number, asOf, rows: frozen.length }
  const groups: { readonly path: string; readonly lines: readonly SealedLine[] }[] = [
    { path: PACK.head, lines: [{ facts, fields: fieldsOf({ sealedBy }, salts) }] },
    { path: PACK.readings, lines: frozen.map(({ reading }) => reading) },
    ...frozen.map(({ records }, at) => ({ path: PACK.recordsOf(at + 1), lines: records })),
    {
      path: PACK.files,
      lines: files.map(({ path, sha256: hash, bytes, title, kind }) => ({
        facts: { kind, sha256: hash, bytes },
        fields: fieldsOf({ path, title }, salts),
      })),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

async function keepFiles(
  { files }: PersonContext,
  texts: readonly { readonly path: string; readonly text: string }[],
): Promise<SealFile[]> {
  const kept: SealFile[] = []
  for (const { path, text } of texts) {
    const bytes = new TextEncoder().encode(text)
    kept.push({ path, bytes: bytes.length, sha256: await files.save(bytes) })
  }
  return kept
}

const SALT_DIGITS = 32

/** One secret a seal, which nobody keeps, and a hash of it with a number for each field. */
function makeSalts({ newId }: PersonContext): Salts {
  const secret = `${newId()}${newId()}${newId()}`
  let at = 0
  return () => {
    at += 1
    return sha256(`${secret} ${at}`).slice(0, SALT_DIGITS)
  }
}
