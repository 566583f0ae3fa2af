import { CheckupId, DatabaseId, DatabaseTarget } from '@shiji/contract/watch-databases'
import { SIZE } from '@shiji/kernel/watch/checkup/judge-checkup'
import { sql } from 'kysely'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { checkupsOf, KeptFigures, KeptFindings, lastRecords, visibleDatabases } from './database-store.ts'
import { countGrades } from './say-checkup.ts'

const CHECKUPS = 20
const RECORDS = 20

export async function listDatabases(context: Context) {
  requirePermission(context, 'watch.read')
  return read(context.db, (reader) => linesOf(reader, context.actor, null))
}

export async function openDatabase(context: Context, { id }: { id: DatabaseId }) {
  requirePermission(context, 'watch.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    const database =
      (await visibleDatabases(reader, actor).where('base.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const [line] = await linesOf(reader, actor, id)
    const checkups = await checkupsOf(reader).where('checkup.databaseId', '=', id).limit(CHECKUPS).execute()
    const { name, service, target, sealed } = database
    return {
      ...{ name, service, target: DatabaseTarget.parse(target), hasSecret: sealed !== '' },
      line: line ?? refuse('not-found'),
      mayManage: actor.permissions.has('watch.manage'),
      checkups: checkups.map(lineOf),
      records: await listRecords(reader, id),
    }
  })
}

async function linesOf(reader: Reader, actor: Actor, id: string | null) {
  const rows = await visibleDatabases(reader, actor)
    .$if(id !== null, (one) => one.where('base.id', '=', id ?? ''))
    .orderBy('base.service')
    .orderBy('base.name')
    .execute()
  const ids = rows.map((row) => row.id)
  const last = await checkupsOf(reader)
    .distinctOn('checkup.databaseId')
    .clearOrderBy()
    .orderBy('checkup.databaseId')
    .orderBy('checkup.at', 'desc')
    .where('checkup.databaseId', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const lastOf = new Map(last.map((checkup) => [checkup.databaseId, lineOf(checkup)]))
  const recordsOf = await lastRecords(reader, ids)
  return rows.map((row) => {
    const { engine, host, port, database } = DatabaseTarget.parse(row.target)
    const { name, service, unit } = row
    return {
      ...{ id: DatabaseId.parse(row.id), name, service, unit, engine, address: `${host}:${port}/${database}` },
      ...{ last: lastOf.get(row.id) ?? null, ...recordsOf(row.id) },
    }
  })
}

type Checkup = Awaited<ReturnType<ReturnType<typeof checkupsOf>['execute']>>[number]

function lineOf({ id, at, by, version, findings, figures }: Checkup) {
  const counts = countGrades(KeptFindings.parse(findings))
  const sizeBytes = KeptFigures.parse(figures)[SIZE] ?? null
  return { id: CheckupId.parse(id), at: at.toString(), by, version, counts, sizeBytes }
}

async function listRecords(reader: Reader, id: string) {
  const rows = await reader
    .selectFrom('watchDatabaseRecord as record')
    .innerJoin('directoryPerson as person', 'person.id', 'record.keptBy')
    .select(['record.kind', 'record.day', 'record.note', 'person.name as by'])
    .where('record.databaseId', '=', id)
    .orderBy('record.day', 'desc')
    .orderBy('record.keptAt', 'desc')
    .limit(RECORDS)
    .execute()
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kind: kind === 'backup' ? ('backup' as const) : ('drill' as const),
  }))
}
