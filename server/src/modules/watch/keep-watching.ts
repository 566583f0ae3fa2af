import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { listAllowed } from '#modules/inbox'
import { inTransaction, read, type TenantDatabase } from '#platform/database/transaction'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import type { SecretBox } from '#platform/secrets/secret-box'
import { leaveLease, takeLease } from './lease.ts'
import { openSecret, parseTarget } from './probe-store.ts'
import { check } from './probes/check.ts'
import { bad, FINE, type Finding } from './probes/finding.ts'
import { runProbes, type Watched } from './run-probes.ts'
import { saveSamples, type TakenSample } from './save-samples.ts'
import { openSpool } from './spool.ts'

export type Watching = {
  readonly db: TenantDatabase
  readonly secrets: SecretBox
  /** Where answers wait while the database is away. */
  readonly spoolFile: string
  readonly report: (event: WatchEvent) => void
}

/** `spooling` when the database is first away, `delivered` when it took what waited. */
export type WatchEvent = { readonly kind: 'spooling'; readonly error: unknown } | { readonly kind: 'delivered' }

const LOAD_EVERY_MS = 5_000
const SAVE_EVERY_MS = 1_000

/** The probes of a district at work, on one server of several. Answers how to stop: what was found is kept first. */
export function keepWatching({ db, secrets, spoolFile, report }: Watching): () => Promise<void> {
  const holder = randomUUID()
  const spool = openSpool(spoolFile)
  let allowed: readonly Allowed[] = []
  const taken: TakenSample[] = []
  let isAway = false
  const look = ({ target, secret, timeoutMs, ...probe }: Watched): Promise<Finding | null> =>
    target.kind === 'push'
      ? Promise.resolve(judgeBeat({ ...probe, timeoutMs }))
      : check({ target, secret, timeoutMs, allowed })
  const runner = runProbes({ look, take: (sample) => taken.push(sample), late: () => undefined })

  const load = async () => {
    const found = await readProbes(db, holder).catch(() => null)
    // Without a database the probes go on as they were.
    if (found === null) return
    allowed = found.list
    runner.set(
      found.probes.map((row) => ({ ...row, target: parseTarget(row.target), secret: openSecret(secrets, row) })),
    )
  }
  const bring = (samples: readonly TakenSample[]) => inTransaction(db, (tx) => saveSamples(tx, samples))
  const save = async () => {
    const samples = taken.splice(0)
    try {
      await spool.deliver(bring)
      if (samples.length > 0) await bring(samples)
      if (isAway) report({ kind: 'delivered' })
      isAway = false
    } catch (error) {
      await spool.put(samples)
      if (!isAway) report({ kind: 'spooling', error })
      isAway = true
    }
  }
  const stopLoading = repeat(load, LOAD_EVERY_MS)
  const stopSaving = repeat(save, SAVE_EVERY_MS)
  return async () => {
    await stopLoading()
    runner.stop()
    await stopSaving()
    await save()
    // Without a database the lease runs out by itself.
    await leaveLease(db, holder).catch(() => undefined)
  }
}

/** Nothing to look at while another server looks. */
async function readProbes(db: TenantDatabase, holder: string) {
  if (!(await takeLease(db, holder))) return { list: [], probes: [] }
  return read(db, async (reader) => ({
    list: await listAllowed(reader),
    probes: await reader.selectFrom('watchProbe').selectAll().where('isOn', '=', true).orderBy('id').execute(),
  }))
}

/** One after the other, never two at once. */
function repeat(work: () => Promise<void>, everyMs: number): () => Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const running = (async () => {
    while (!signal.aborted) {
      await work()
      await sleep(everyMs, undefined, { signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stop.abort()
    await running
  }
}

/** Nothing can be said before the first heartbeat. */
function judgeBeat({ beatAt, everySeconds, timeoutMs }: Pick<Watched, 'beatAt' | 'everySeconds' | 'timeoutMs'>) {
  if (beatAt === null) return null
  const since = Temporal.Now.instant().epochMilliseconds - beatAt.epochMilliseconds
  // A beat is heard of with the next loading of the probes.
  const isLate = since > everySeconds * 1000 + timeoutMs + LOAD_EVERY_MS
  return { ...(isLate ? bad('no-beat', {}) : FINE), tookMs: 0 }
}
