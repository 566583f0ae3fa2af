import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { DatabaseAway } from '../database/database-away.ts'
import { inTransaction, read, type TenantDatabase, TenantMoved } from '../database/transaction.ts'
import type { Gate } from '../gate.ts'
import type { JobHandlers } from './job-handlers.ts'
import { keepJob, removeJob, saveFailure, type TakenJob, takeJob } from './job-store.ts'
import { addDueJobs, addWantedJobs, listWanted, type Recurring } from './recurring.ts'

export type JobEvent =
  | { readonly kind: 'done'; readonly name: string }
  /** Tried again later, or for the last time: then it waits for a person. */
  | { readonly kind: 'retried' | 'failed'; readonly name: string; readonly requestId: string; readonly error: unknown }
  /** No job could be looked for; told when that begins. Nothing is lost. */
  | { readonly kind: 'stuck'; readonly error: unknown }

/** The work of one tenant, on the server that holds it. */
export type Work = {
  readonly db: TenantDatabase
  readonly timeZone: string
  readonly handlers: JobHandlers
  /** How a job sees the world: the system acts, under the request that promised the job. */
  readonly contextOf: (job: JobOrigin) => Context
  /** Shared by all tenants of this process, so that one cannot take it all. */
  readonly gate: Gate
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly report: (event: JobEvent) => void
}

export type JobOrigin = {
  readonly db: TenantDatabase
  readonly name: string
  readonly requestId: string
  readonly now: Temporal.Instant
}

/** One slow job of a tenant leaves a lane for its others. */
const LANES = 2
const LOOK_EVERY_MS = 1_000
const KEEP_EVERY_MS = 5_000
/** Seconds; doubled by each attempt, so that the last of twelve comes some four hours after the first. */
const FIRST_BACK_OFF = 5
const LONGEST_BACK_OFF = 3_600
const MOST_ATTEMPTS = 12

/** Does what is due, a look each second and lane. Answers how to stop: what is in hand is finished first. */
export function keepWorking(work: Work): () => Promise<void> {
  const stop = new AbortController()
  const lanes = Array.from({ length: LANES }, () => runLane(work, stop.signal))
  return async () => {
    stop.abort()
    await Promise.all(lanes)
  }
}

async function runLane(work: Work, signal: AbortSignal): Promise<void> {
  let stuck = false
  while (!signal.aborted) {
    let found = false
    try {
      found = await work.gate(() => doNextJob(work))
      stuck = false
    } catch (error) {
      // A tenant moved away is somebody else's to serve; whoever started this lane will stop it.
      if (!stuck && !(error instanceof TenantMoved)) work.report({ kind: 'stuck', error })
      stuck = true
    }
    if (!found) await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** false when nothing is due. */
export async function doNextJob(work: Work): Promise<boolean> {
  const { db, now, newId } = work
  const due = await findDue(work)
  if (due.schedule || due.wanted.length > 0) {
    const clock = { newId, now: now(), requestId: newId(), timeZone: work.timeZone }
    await inTransaction(db, async (tx) => {
      if (due.schedule) await addDueJobs(tx, work.handlers.recurring, clock)
      addWantedJobs(tx, due.wanted, clock)
    })
  } else if (!due.job) {
    return false
  }
  const taken = newId()
  const job = await inTransaction(db, (tx) => takeJob(tx, { now: now(), takenBy: taken }))
  if (job === null) return false
  await carryOut(work, job)
  return true
}

type Due = { readonly job: boolean; readonly schedule: boolean; readonly wanted: readonly Recurring[] }

/** Looked for on a snapshot, so that looking in vain writes nothing. */
async function findDue({ db, handlers, now }: Work): Promise<Due> {
  const at = now()
  return read(db, async (reader) => {
    const job = await reader
      .selectFrom('job')
      .select('id')
      .where('failedAt', 'is', null)
      .where('dueAt', '<=', at)
      .limit(1)
      .executeTakeFirst()
    const schedules = await reader.selectFrom('jobSchedule').select(['name', 'dueAt']).execute()
    const schedule = handlers.recurring.some(({ name, rhythm }) => {
      if ('whenever' in rhythm) return false
      const next = schedules.find((known) => known.name === name)
      return next === undefined || Temporal.Instant.compare(next.dueAt, at) <= 0
    })
    return { job: job !== undefined, schedule, wanted: await listWanted(reader, handlers.recurring) }
  })
}

async function carryOut(work: Work, job: TakenJob): Promise<void> {
  const { db, now, report } = work
  const keeping = new AbortController()
  const kept = keepInHand(work, job, keeping.signal)
  try {
    await work.handlers.run(work.contextOf(originOf(work, job)), job)
    await inTransaction(db, (tx) => removeJob(tx, job))
    report({ kind: 'done', name: job.name })
  } catch (error) {
    // The job lies where it was and is taken again when the lease has run out.
    if (error instanceof DatabaseAway || error instanceof TenantMoved) throw error
    const last = job.attempts >= MOST_ATTEMPTS
    const nextTry = last ? null : now().add({ seconds: backOffOf(job.attempts) })
    await inTransaction(db, (tx) => saveFailure(tx, job, { error: String(error), nextTry, now: now() }))
    report({ kind: last ? 'failed' : 'retried', name: job.name, requestId: job.requestId, error })
  } finally {
    keeping.abort()
    await kept
  }
}

/**
 * Each transaction of a job is carried out once: a second attempt, or a second runner, gets what the first answered.
 * Remembered until the job is removed.
 */
function originOf({ db, now }: Work, { id, name, requestId }: TakenJob): JobOrigin {
  const at = now()
  let steps = 0
  const since = Temporal.Instant.fromEpochMilliseconds(0)
  const once = { actorId: id, key: 'job', requestHash: name, now: at, since, nextStep: () => steps++ }
  return { db: { ...db, once }, name, requestId, now: at }
}

export function backOffOf(attempts: number): number {
  return Math.min(FIRST_BACK_OFF * 2 ** attempts, LONGEST_BACK_OFF)
}

async function keepInHand({ db, now }: Work, job: TakenJob, signal: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(KEEP_EVERY_MS, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    // A renewal that fails costs at most a second runner, who does nothing twice.
    await inTransaction(db, (tx) => keepJob(tx, job, now())).catch(() => undefined)
  }
}
