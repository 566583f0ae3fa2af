import { sql } from 'kysely'
import type { Kept } from '../database/once.ts'
import type { Reader, Tx } from '../database/transaction.ts'

/** Work in hand. `takenBy` is new each time, so that whoever lost it cannot close it. */
export type TakenJob = {
  readonly id: string
  readonly name: string
  readonly payload: Kept
  readonly requestId: string
  readonly attempts: number
  readonly takenBy: string
}

/**
 * Whoever takes a job has it this long and asks for more while working; a runner that was killed asks no more, and
 * another one goes on.
 */
const LEASE = Temporal.Duration.from({ seconds: 20 })

type Taking = { readonly now: Temporal.Instant; readonly takenBy: string }

/** The job that has been due longest. Its key is free from now on: what is promised next is another job. */
export async function takeJob(tx: Tx, { now, takenBy }: Taking): Promise<TakenJob | null> {
  const taken = await tx
    .updateTable('job')
    .set({ takenBy, key: null, dueAt: now.add(LEASE), attempts: sql`attempts + 1` })
    .where('id', '=', (job) =>
      job
        .selectFrom('job')
        .select('id')
        .where('failedAt', 'is', null)
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'name', 'payload', 'requestId', 'attempts'])
    .executeTakeFirst()
  return taken === undefined ? null : { ...taken, payload: taken.payload as Kept, takenBy }
}

export async function keepJob(tx: Tx, job: TakenJob, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('job')
    .set({ dueAt: now.add(LEASE) })
    .where('id', '=', job.id)
    .where('takenBy', '=', job.takenBy)
    .execute()
}

/** Done: the job goes, and with it the answers of its transactions. */
export async function removeJob(tx: Tx, { id, takenBy }: TakenJob): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('job')
    .where('id', '=', id)
    .where('takenBy', '=', takenBy)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await tx.deleteFrom('keptResult').where('actorId', '=', id).execute()
}

/** Set by `saveFailure` when no further attempt follows. */
type Failure = { readonly error: string; readonly nextTry: Temporal.Instant | null; readonly now: Temporal.Instant }

export async function saveFailure(tx: Tx, job: TakenJob, { error, nextTry, now }: Failure): Promise<void> {
  await tx
    .updateTable('job')
    .set({
      lastError: error.slice(0, 2_000),
      takenBy: null,
      ...(nextTry === null ? { failedAt: now } : { dueAt: nextTry }),
    })
    .where('id', '=', job.id)
    .where('takenBy', '=', job.takenBy)
    .execute()
}

export async function countFailed(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('failedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
