import type { Context } from '../context.ts'
import type { Tx } from '../database/transaction.ts'
import { addJob, type JobHandler } from './job.ts'

/** Every minute, every hour, or daily at a time of the tenant's own clock. */
export type Rhythm = { readonly every: 'minute' | 'hour' } | { readonly dailyAt: string }

/** A line of `recurring` in a manifest. */
export type Recurring = JobHandler & { readonly rhythm: Rhythm }

/** `directory.forget-sessions`, done in every tenant. What fell due while no server ran is done once, not many times. */
export function recur(name: string, rhythm: Rhythm, useCase: (context: Context) => Promise<unknown>): Recurring {
  return { name, rhythm, run: (context) => useCase(context) }
}

/** The first instant of the rhythm after `now`. A daily time that summer time skips falls on the next that exists. */
export function nextDue(rhythm: Rhythm, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone)
  if ('every' in rhythm) {
    const begun = local.round({ smallestUnit: rhythm.every, roundingMode: 'floor' })
    return begun.add(rhythm.every === 'minute' ? { minutes: 1 } : { hours: 1 }).toInstant()
  }
  const today = local.withPlainTime(Temporal.PlainTime.from(rhythm.dailyAt))
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
  return next.toInstant()
}

type Clock = Pick<Context, 'newId' | 'now' | 'requestId'> & { readonly timeZone: string }

/** Turns what is due into jobs. Of several servers one does, because each schedule is a row that only one moves on. */
export async function addDueJobs(tx: Tx, recurring: readonly Recurring[], clock: Clock): Promise<void> {
  for (const { name, rhythm } of recurring) {
    const dueAt = nextDue(rhythm, clock.now, clock.timeZone)
    const moved = await tx
      .updateTable('jobSchedule')
      .set({ dueAt })
      .where('name', '=', name)
      .where('dueAt', '<=', clock.now)
      .executeTakeFirst()
    if (moved.numUpdatedRows > 0n) await addJob(tx, clock, { name, payload: null, key: name })
    else
      await tx
        .insertInto('jobSchedule')
        .values({ name, dueAt })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}
