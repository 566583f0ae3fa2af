import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { sendAlong } from '../database/send-along.ts'
import type { Reader, Tx } from '../database/transaction.ts'
import { addJobs, type JobHandler } from './job.ts'

/** Every minute, every hour, or daily at a time of the tenant's own clock. */
export type Scheduled = { readonly every: 'minute' | 'hour' } | { readonly dailyAt: string }

/**
 * Or whenever the records themselves say that there is something to do: whoever looks for work asks them. A change that
 * leaves such work behind promises nothing, so changes at the same time have nothing to wait for each other about, and
 * what is left cannot be forgotten.
 */
type Wanted = { readonly whenever: (reader: Reader) => Promise<boolean> }

type Rhythm = Scheduled | Wanted

/** A line of `recurring` in a manifest. */
export type Recurring = JobHandler & { readonly rhythm: Rhythm }

/** `directory.forget-sessions`, done in every tenant. What fell due while no server ran is done once, not many times. */
export function recur(name: string, rhythm: Rhythm, useCase: (context: Context) => Promise<unknown>): Recurring {
  return { name, rhythm, run: (context) => useCase(context) }
}

/** The first instant of the rhythm after `now`. A daily time that summer time skips falls on the next that exists. */
export function nextDue(rhythm: Scheduled, now: Temporal.Instant, timeZone: string): Temporal.Instant {
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
    if ('whenever' in rhythm) continue
    const dueAt = nextDue(rhythm, clock.now, clock.timeZone)
    const moved = await tx
      .updateTable('jobSchedule')
      .set({ dueAt })
      .where('name', '=', name)
      .where('dueAt', '<=', clock.now)
      .executeTakeFirst()
    if (moved.numUpdatedRows > 0n) await addJobs(tx, clock, [{ name, payload: {}, key: name }])
    else
      await tx
        .insertInto('jobSchedule')
        .values({ name, dueAt })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}

/** What the records ask for and nobody has in hand. */
export async function listWanted(reader: Reader, recurring: readonly Recurring[]): Promise<readonly Recurring[]> {
  const asked = await Promise.all(
    recurring.map(async (one) => ('whenever' in one.rhythm && (await one.rhythm.whenever(reader)) ? [one] : [])),
  )
  const wanted = asked.flat()
  if (wanted.length === 0) return wanted
  const ids = wanted.map(({ name }) => wantedId(name))
  const there = await reader.selectFrom('job').select('id').where('id', 'in', ids).execute()
  return wanted.filter(({ name }) => !there.some(({ id }) => id === wantedId(name)))
}

/** One job for each at a time: until it is done, what is found again is what it has in hand. */
export function addWantedJobs(tx: Tx, wanted: readonly Recurring[], { now, requestId }: Clock): void {
  const rows = wanted.map(({ name }) => {
    return { id: wantedId(name), name, payload: {}, requestId, addedAt: now, dueAt: now }
  })
  if (rows.length > 0) sendAlong(tx, insertRows('job', rows, { onConflict: '(id) do nothing' }))
}

function wantedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
