import { DocumentId } from '@shiji/contract/documents'
import { ReadingId } from '@shiji/contract/upkeep-meters'
import type { Decimal } from '@shiji/kernel/decimal'
import { isOutside } from '@shiji/kernel/upkeep/judge-value'
import { MeterKind } from '@shiji/kernel/upkeep/meter'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'
import type { NewReading } from './meter-store.ts'

function readingRows(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('upkeepReading as one')
    .innerJoin('upkeepMeter as meter', 'meter.id', 'one.meterId')
    .innerJoin('directoryPerson as person', 'person.id', 'one.enteredBy')
    .leftJoin('directoryPerson as withdrawer', 'withdrawer.id', 'one.withdrawnBy')
    .leftJoin('documentsDocument as document', (join) =>
      join.on((on) => on('document.id', '=', on.fn.coalesce('one.documentId', 'one.exportId'))),
    )
    .selectAll('one')
    .select(['meter.kind', 'meter.least', 'meter.most', 'person.name as who'])
    .select(['withdrawer.name as withdrawnByName', 'document.name as documentName', 'document.id as proofId'])
    .where(inReach(actor, 'meter.unitId'))
}

type Row = Awaited<ReturnType<ReturnType<typeof readingRows>['execute']>>[number]

export async function findReading(reader: Reader, actor: Actor, id: string) {
  const row = await readingRows(reader, actor).where('one.id', '=', id).executeTakeFirst()
  return row && shown(row)
}

type During = { readonly meterId: string; readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** The newest first, those taken back too. */
export async function listReadings(reader: Reader, actor: Actor, { meterId, from, until }: During) {
  const rows = await readingRows(reader, actor)
    .where('one.meterId', '=', meterId)
    .where('one.at', '>=', from)
    .where('one.at', '<', until)
    .orderBy('one.at', 'desc')
    .orderBy('one.enteredAt', 'desc')
    .execute()
  return rows.map(shown)
}

/** What the meter showed before and after a moment. */
export async function findNeighbours(tx: Tx, meterId: string, at: Temporal.Instant) {
  const shownAt = async (order: 'asc' | 'desc'): Promise<Decimal | null> => {
    const row = await tx
      .selectFrom('upkeepReading')
      .select('value')
      .where('meterId', '=', meterId)
      .where('withdrawnAt', 'is', null)
      .where('at', order === 'desc' ? '<' : '>', at)
      .orderBy('at', order)
      .limit(1)
      .executeTakeFirst()
    return row?.value ?? null
  }
  return { before: await shownAt('desc'), after: await shownAt('asc') }
}

export async function saveReadings(tx: Tx, readings: readonly NewReading[]): Promise<void> {
  await tx
    .insertInto('upkeepReading')
    .values([...readings])
    .execute()
}

function shown(row: Row) {
  const { proofId, documentName, exportAt, withdrawnAt, withdrawnByName, withdrawnBecause } = row
  const limits = { kind: MeterKind.parse(row.kind), least: row.least, most: row.most }
  return {
    id: ReadingId.parse(row.id),
    at: row.at.toString(),
    enteredAt: row.enteredAt.toString(),
    who: row.who,
    isLateEntry: row.isLateEntry,
    aheadSeconds: row.aheadSeconds,
    source: row.source as NewReading['source'],
    value: row.value,
    of: row.ofAll,
    isOutside: isOutside(limits, row.value),
    document: proofId === null ? null : { id: DocumentId.parse(proofId), name: documentName ?? '' },
    note: row.note,
    lacksExport: limits.kind === 'counted' && row.source === 'typed' && proofId === null && withdrawnAt === null,
    exportAt: exportAt?.toString() ?? null,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toString(), by: withdrawnByName ?? '', because: withdrawnBecause ?? '' },
  }
}
