import { randomUUID } from 'node:crypto'
import { HERE } from '@shiji/contract/watch-places'
import { listAllowed } from '#modules/inbox'
import { inTransaction, read, type TenantDatabase } from '#platform/database/transaction'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import type { SecretBox } from '#platform/secrets/secret-box'
import { type DeliveryEvent, openDelivery } from './deliver-answers.ts'
import { leaveLease, takeLease } from './lease.ts'
import { openSecret, parseTarget } from './probe-store.ts'
import { check } from './probes/check.ts'
import { bad, FINE, type Finding } from './probes/finding.ts'
import { rememberNames } from './probes/name-memory.ts'
import { repeat } from './repeat.ts'
import { runProbes, type Watched } from './run-probes.ts'
import { saveSamples, type TakenSample } from './save-samples.ts'
import { saveLooks } from './vantages/save-looks.ts'

type Watching = {
  readonly db: TenantDatabase
  readonly secrets: SecretBox
  /** Where answers wait while the database is away. */
  readonly spoolFile: string
  readonly report: (event: DeliveryEvent) => void
}

const LOAD_EVERY_MS = 5_000
const SAVE_EVERY_MS = 1_000

/** The probes of a district at work, on one server of several. Answers how to stop: what was found is kept first. */
export function keepWatching({ db, secrets, spoolFile, report }: Watching): () => Promise<void> {
  const holder = randomUUID()
  const delivery = openDelivery({
    spoolFile,
    bring: (samples) => bring(db, samples),
    report,
  })
  const lookUp = rememberNames()
  let allowed: readonly Allowed[] = []
  const look = ({ target, secret, timeoutMs, ...probe }: Watched): Promise<Finding | null> =>
    target.kind === 'push'
      ? Promise.resolve(judgeBeat({ ...probe, timeoutMs }))
      : check({ target, secret, timeoutMs, allowed, lookUp })
  const runner = runProbes({ look, take: delivery.take, late: () => undefined })

  const load = async () => {
    const found = await readProbes(db, holder).catch(() => null)
    // Without a database the probes go on as they were.
    if (found === null) return
    allowed = found.list
    runner.set(
      found.probes.map((row) => ({ ...row, target: parseTarget(row.target), secret: openSecret(secrets, row) })),
    )
  }
  const stopLoading = repeat(load, LOAD_EVERY_MS)
  const stopSaving = repeat(delivery.deliver, SAVE_EVERY_MS)
  return async () => {
    await stopLoading()
    runner.stop()
    await stopSaving()
    await delivery.deliver()
    // Without a database the lease runs out by itself.
    await leaveLease(db, holder).catch(() => undefined)
  }
}

/**
 * One after the other: what is judged together with other places is locked with what those bring. It is judged by the
 * moment it is brought, so what waited on disk counts as it would from any other place.
 */
async function bring(db: TenantDatabase, samples: readonly TakenSample[]): Promise<void> {
  const others = await inTransaction(db, (tx) => saveSamples(tx, samples))
  if (others.length === 0) return
  const now = Temporal.Now.instant()
  await inTransaction(db, (tx) => saveLooks(tx, { vantageId: HERE, now }, others))
}

/** Nothing to look at while another server looks. */
async function readProbes(db: TenantDatabase, holder: string) {
  if (!(await takeLease(db, holder))) return { list: [], probes: [] }
  return read(db, async (reader) => ({
    list: await listAllowed(reader),
    probes: await reader
      .selectFrom('watchProbe')
      .selectAll()
      .where('isOn', '=', true)
      // What only other places look at they bring.
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('vantagesNeeded', 'is', null),
          exists(
            selectFrom('watchLook')
              .select('watchLook.probeId')
              .whereRef('watchLook.probeId', '=', 'watchProbe.id')
              .where('watchLook.vantageId', '=', HERE),
          ),
        ]),
      )
      .orderBy('id')
      .execute(),
  }))
}

/** Nothing can be said before the first heartbeat. */
function judgeBeat({ beatAt, everySeconds, timeoutMs }: Pick<Watched, 'beatAt' | 'everySeconds' | 'timeoutMs'>) {
  if (beatAt === null) return null
  const since = Temporal.Now.instant().epochMilliseconds - beatAt.epochMilliseconds
  // A beat is heard of with the next loading of the probes.
  const isLate = since > everySeconds * 1000 + timeoutMs + LOAD_EVERY_MS
  return { ...(isLate ? bad('no-beat', {}) : FINE), tookMs: 0 }
}
