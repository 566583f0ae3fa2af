import type { Context } from '../context.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Module } from '../module.ts'
import { addJob, eventJobName, type Hearer, type JobHandler } from './job.ts'
import type { TakenJob } from './job-store.ts'
import type { Recurring } from './recurring.ts'

/** Everything the modules do outside requests. */
export type JobHandlers = {
  readonly recurring: readonly Recurring[]
  readonly run: (context: Context, job: Pick<TakenJob, 'name' | 'payload'>) => Promise<void>
}

export function jobHandlersOf(modules: readonly Module[]): JobHandlers {
  const recurring = modules.flatMap((module) => module.recurring ?? [])
  const hearers = modules.flatMap((module) => module.hears ?? [])
  const events = modules.flatMap((module) => module.events ?? [])
  const tellers = events.map(({ name }) => tellerOf(name, hearers))
  const jobs = modules.flatMap((module) => module.jobs ?? [])
  const byName = new Map([...jobs, ...recurring, ...hearers, ...tellers].map((handler) => [handler.name, handler]))
  return {
    recurring,
    run: async (context, { name, payload }) => {
      const handler = byName.get(name)
      // A job of a newer version, met while servers are renewed one by one: it is tried again by the others.
      if (handler === undefined) throw new Error(`no module does ${name}`)
      await handler.run(context, payload)
    },
  }
}

/** Hands a fact on: one job for each hearer, in one transaction, so that each is tried by itself. */
function tellerOf(event: string, hearers: readonly Hearer[]): JobHandler {
  const own = hearers.filter((hearer) => hearer.event === event)
  return {
    name: eventJobName(event),
    run: (context, payload) =>
      inTransaction(context.db, async (tx) => {
        for (const { name } of own) await addJob(tx, context, { name, payload })
      }),
  }
}
