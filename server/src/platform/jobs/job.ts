import type { z } from 'zod'
import type { Context } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { sendAlong } from '../database/send-along.ts'
import type { Tx } from '../database/transaction.ts'
import { inPieces } from '../lists/in-pieces.ts'

/** A kind of work that is promised inside a transaction and done after it. Its payload is parsed when it is done. */
type JobKind<Payload extends z.ZodType> = { readonly name: string; readonly payload: Payload }

/** What the runner carries out. */
export type JobHandler = {
  readonly name: string
  readonly run: (context: Context, payload: unknown) => Promise<unknown>
}

/** `directory.tell-invited`: the module that does the work, then what is done. */
export function defineJob<Payload extends z.ZodType>(name: string, payload: Payload): JobKind<Payload> {
  return { name, payload }
}

type UseCase<Payload extends z.ZodType> = (context: Context, payload: z.output<Payload>) => Promise<unknown>

/** A line of `jobs` in a manifest. */
export function doJob<Payload extends z.ZodType>(kind: JobKind<Payload>, useCase: UseCase<Payload>): JobHandler {
  return { name: kind.name, run: (context, payload) => useCase(context, kind.payload.parse(payload)) }
}

export type Promised<Payload extends z.ZodType> = {
  readonly job: JobKind<Payload>
  readonly payload: z.input<Payload>
  /** Not before this instant; without it, as soon as the transaction is committed. */
  readonly runAt?: Temporal.Instant
  /** While a job under this key waits, another one takes its place instead of standing beside it. */
  readonly key?: string
}

const TAKES_ITS_PLACE = `(key) do update set
      name = excluded.name, payload = excluded.payload, request_id = excluded.request_id, due_at = excluded.due_at`

/** Promises work inside the transaction of the change: it is done if and only if the change is. */
export async function enqueue<Payload extends z.ZodType>(
  tx: Tx,
  context: Context,
  promised: Promised<Payload>,
): Promise<void> {
  await enqueueAll(tx, context, [promised])
}

/** The same for a change of many records; no key may stand twice among them. */
export async function enqueueAll<Payload extends z.ZodType>(
  tx: Tx,
  context: Context,
  promised: readonly Promised<Payload>[],
): Promise<void> {
  const jobs = promised.map(({ job, ...how }) => ({ name: job.name, ...how }))
  await addJobs(tx, context, jobs)
}

type NewJob = {
  readonly name: string
  readonly payload: unknown
  readonly runAt?: Temporal.Instant
  readonly key?: string
}

/** The rows of jobs, whoever promises them. */
export async function addJobs(
  tx: Tx,
  { newId, now, requestId }: Pick<Context, 'newId' | 'now' | 'requestId'>,
  jobs: readonly NewJob[],
): Promise<void> {
  const rows = jobs.map(({ name, payload, runAt = now, key = null }) => {
    return { id: newId(), name, payload, key, requestId, addedAt: now, dueAt: runAt }
  })
  for (const some of inPieces(rows)) sendAlong(tx, insertRows('job', some, { onConflict: TAKES_ITS_PLACE }))
}
