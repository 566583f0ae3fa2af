import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import type { TakenJob } from './job-store.ts'
import type { Recurring } from './recurring.ts'

/** Everything the modules do outside requests. */
export type JobHandlers = {
  readonly recurring: readonly Recurring[]
  readonly run: (context: Context, job: Pick<TakenJob, 'name' | 'payload'>) => Promise<void>
}

export function jobHandlersOf(modules: readonly Module[]): JobHandlers {
  const recurring = modules.flatMap((module) => module.recurring ?? [])
  const jobs = modules.flatMap((module) => module.jobs ?? [])
  const byName = new Map([...jobs, ...recurring].map((handler) => [handler.name, handler]))
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
