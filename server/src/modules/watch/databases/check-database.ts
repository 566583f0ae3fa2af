import { CheckupId, type DatabaseId } from '@shiji/contract/watch-databases'
import { PROBE_WORDS } from '@shiji/contract/watch-words'
import { judgeCheckup, type SeenDatabase } from '@shiji/kernel/watch/checkup/judge-checkup'
import { say } from '@shiji/kernel/wording'
import { listAllowed } from '#modules/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { pinAddress, reasonOf } from '#platform/outgoing/post-outgoing'
import { refuse } from '#platform/refusal'
import { problemOf } from '../probes/check.ts'
import type { ProbeProblem, Reached } from '../probes/finding.ts'
import { askMysql } from './ask-mysql.ts'
import { askPostgres } from './ask-postgres.ts'
import { askUnproven } from './ask-unproven.ts'
import type { AskedDatabase } from './asked-database.ts'
import { CHECKUP_PACK } from './checkup-pack.ts'
import { findBefore, findDatabase, KeptFigures, lastRecords, openPassword } from './database-store.ts'

/** All questions together; each has its own, shorter time. */
const ANSWERED_WITHIN_MS = 60_000
const REACHED_WITHIN_MS = 10_000

type Database = NonNullable<Awaited<ReturnType<typeof findDatabase>>>

/** Asks the database itself and keeps what is wrong with it. */
export async function checkDatabase(context: Context, { id }: { id: DatabaseId }): Promise<{ id: CheckupId }> {
  requirePermission(context, 'watch.manage')
  const { actor, now, db } = context
  const { database, allowed, before, records } = await read(db, async (reader) => ({
    database: (await findDatabase(reader, actor, id)) ?? refuse('not-found'),
    allowed: await listAllowed(reader),
    before: await findBefore(reader, { databaseId: id, at: now }),
    records: (await lastRecords(reader, [id]))(id),
  }))
  const begun = performance.now()
  const asked = await reach(context, database, allowed)
  const tookMs = Math.round(performance.now() - begun)

  const seen: SeenDatabase = {
    ...asked,
    today: officeDay(now),
    backupOn: dayOf(records.backupOn),
    drillOn: dayOf(records.drillOn),
    before: before === undefined ? null : { day: officeDay(before.at), figures: KeptFigures.parse(before.figures) },
  }
  const findings = judgeCheckup(CHECKUP_PACK, seen)

  const checkupId = CheckupId.parse(context.newId())
  const { engine, version, figures, unasked } = asked
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('watchCheckup')
      .values({
        ...{ id: checkupId, databaseId: id, at: now, byPerson: actor.personId, tookMs, engine, version, ...records },
        ...{ pack: `${CHECKUP_PACK.id} ${CHECKUP_PACK.knownOn}`, figures: JSON.stringify(figures) },
        ...{ findings: JSON.stringify(findings), unasked: JSON.stringify(unasked) },
      })
      .execute()
    const told = { checkupId, version, findings: findings.length, unasked: unasked.length }
    await recordInLedger(tx, context, { did: 'watch.database-checked', databaseId: id, ...told })
  })
  return { id: checkupId }
}

function dayOf(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day)
}

type Allowed = Awaited<ReturnType<typeof listAllowed>>

async function reach(context: Context, database: Database, allowed: Allowed): Promise<AskedDatabase> {
  const { target } = database
  const { host, port } = target
  const secret = openPassword(context.secrets, database)
  const pinned = await pinAddress({ host, port }, allowed)
  if (!pinned.ok) return refuseReach(context, problemOf(pinned.problem, { host, port }))
  if (secret === null) return refuseReach(context, { code: 'password-lost', parameters: {} })
  const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS)
  const reached = { host, port, pinned: pinned.value, secret, signal, timeoutMs: REACHED_WITHIN_MS }
  try {
    return await askEngine(target, reached)
  } catch (error) {
    return refuseReach(context, { code: 'not-reached', parameters: { host, port, reason: reasonOf(error) } })
  }
}

function askEngine(target: Database['target'], reached: Reached): Promise<AskedDatabase> {
  switch (target.engine) {
    case 'postgres':
      return askPostgres(target, reached)
    case 'mysql':
      return askMysql(target, reached)
    case 'oracle':
    case 'sqlserver':
      return askUnproven({ ...target, engine: target.engine }, reached)
  }
}

function refuseReach({ language }: Context, { code, parameters }: ProbeProblem): never {
  return refuse('database-not-reached', { reason: say(PROBE_WORDS[code], language, parameters) })
}
