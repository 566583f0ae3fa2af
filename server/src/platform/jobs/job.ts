import type { z } from 'zod'
import type { Context } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { sendAlong } from '../database/send-along.ts'
import type { Tx } from '../database/transaction.ts'
import { inPieces } from '../lists/in-pieces.ts'

/** A kind of work that is promised inside a transaction and done after it. Its payload is parsed when it is done. */
export type JobKind<Payload extends z.ZodType> = { readonly name: string; readonly payload: Payload }

/** A fact that modules above may want to hear of. */
export type EventKind<Payload extends z.ZodType> = JobKind<Payload> & { readonly fact: true }

/** What the runner carries out. */
export type JobHandler = {
  readonly name: string
  readonly run: (context: Context, payload: unknown) => Promise<unknown>
}

/** `event` is the fact heard of; each hearer has its own attempts. */
export type Hearer = JobHandler & { readonly event: string }

/** `directory.tell-invited`: the module that does the work, then what is done. */
export function defineJob<Payload extends z.ZodType>(name: string, payload: Payload): JobKind<Payload> {
  return { name, payload }
}

/** `performance.declaration-approved`: the module that knows the fact, then the fact. */
export function defineEvent<Payload extends z.ZodType>(name: string, payload: Payload): EventKind<Payload> {
  return { name, payload, fact: true }
}

type UseCase<Payload extends z.ZodType> = (context: Context, payload: z.output<Payload>) => Promise<unknown>

/** A line of `jobs` in a manifest. */
export function doJob<Payload extends z.ZodType>(kind: JobKind<Payload>, useCase: UseCase<Payload>): JobHandler {
  return { name: kind.name, run: (context, payload) => useCase(context, kind.payload.parse(payload)) }
}

/** A line of `hears` in a manifest. */
export function hear<Payload extends z.ZodType>(event: EventKind<Payload>, useCase: UseCase<Payload>): Hearer {
  return {
    event: event.name,
    name: `${event.name} → ${useCase.name}`,
    run: (context, payload) => useCase(context, event.payload.parse(payload)),
  }
}

export type Promised<Payload extends z.ZodType> = {
  readonly job: JobKind<Payload>
  readonly payload: z.input<Payload>
  /** Not before this instant; without it, as soon as the transaction is committed. */
  readonly runAt?: Temporal.Instant
  /** While a job under this key waits, another one takes its place instead of standing beside it. */
  readonly key?: string
}

/** Promises work inside the transaction of the change: it is done if and only if the change is. */
export async function enqueue<Payload extends z.ZodType>(
  tx: Tx,
  context: Context,
  { job, payload, runAt, key }: Promised<Payload>,
): Promise<void> {
  await addJob(tx, context, { name: job.name, payload, ...(runAt && { runAt }), ...(key && { key }) })
}

/** The same for a change of many records; no key may stand twice among them. */
export async function enqueueAll<Payload extends z.ZodType>(
  tx: Tx,
  context: Context,
  promised: readonly Promised<Payload>[],
): Promise<void> {
  const jobs = promised.map(({ job, payload, runAt, key }) => {
    return { name: job.name, payload, ...(runAt && { runAt }), ...(key && { key }) }
  })
  for (const some of inPieces(jobs)) await addJobs(tx, context, some)
}

export type Fact<Payload extends z.ZodType> = {
  readonly event: EventKind<Payload>
  readonly payload: z.input<Payload>
}

/** Is heard after the transaction. Whoever emits does not know who hears; what must happen within it is told (`events.ts`). */
export async function emit<Payload extends z.ZodType>(
  tx: Tx,
  context: Context,
  { event, payload }: Fact<Payload>,
): Promise<void> {
  await addJob(tx, context, { name: eventJobName(event.name), payload })
}

/** The job that hands a fact on to its hearers. */
export function eventJobName(event: string): string {
  return `event ${event}`
}

export type NewJob = {
  readonly name: string
  readonly payload: unknown
  readonly runAt?: Temporal.Instant
  readonly key?: string
}

type Origin = Pick<Context, 'newId' | 'now' | 'requestId'>

export function addJob(tx: Tx, origin: Origin, job: NewJob): Promise<void> {
  return addJobs(tx, origin, [job])
}

const TAKES_ITS_PLACE = `(key) do update set
      name = excluded.name, payload = excluded.payload, request_id = excluded.request_id, due_at = excluded.due_at`

async function addJobs(tx: Tx, { newId, now, requestId }: Origin, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map(({ name, payload, runAt, key }) => ({
    ...{ id: newId(), name, payload, key: key ?? null, requestId, addedAt: now, dueAt: runAt ?? now },
  }))
  if (rows.length > 0) sendAlong(tx, insertRows('job', rows, { onConflict: TAKES_ITS_PLACE }))
}
