import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import { type DeliveryEvent, keepWatching } from '#modules/watch'
import type { Context } from '#platform/context'
import { type Gate, makeGate } from '#platform/gate'
import { jobHandlersOf } from '#platform/jobs/job-handlers'
import { type JobOrigin, keepWorking } from '#platform/jobs/keep-working'
import { keepSealing, type SealingEvent } from '#platform/ledger/keep-sealing'
import { measuresOf } from '#platform/measure'
import { listenersOf } from '#platform/module'
import { SPOOL_FOLDER } from '#platform/postgres/data-folder'
import { tellIndicators } from './indicator-figures.ts'
import { tellJobs } from './job-figures.ts'
import type { District } from './make-app.ts'
import { MODULES } from './modules.ts'

export type AttendedDistrict = District & { readonly timeZone: string }

type Attendance = {
  readonly dataFolder: string
  readonly registry: Registry
  readonly log: FastifyBaseLogger
  /** Shared by all districts of this process. */
  readonly gate: Gate
}

const JOBS_AT_ONCE = 4
const LISTENERS = listenersOf(MODULES)
const MEASURES = measuresOf(MODULES)

export function makeJobGate(): Gate {
  return makeGate({ atOnce: JOBS_AT_ONCE, waiting: Number.POSITIVE_INFINITY, seconds: 0 })
}

/** What goes on in a district without anybody asking: its ledger is sealed, its jobs are done. Answers how to stop. */
export function attendTenant(district: AttendedDistrict, attendance: Attendance): () => Promise<void> {
  const { dataFolder, registry, log, gate } = attendance
  const { db, timeZone } = district
  const now = () => Temporal.Now.instant()
  const stopSealing = keepSealing({
    // Asked anew each round: a tenant may be moved.
    get pool() {
      return db.pool
    },
    schema: db.schema,
    dataFolder,
    now,
    report: (event) => logSealing(log, event),
  })
  tellIndicators({
    registry,
    contextOf: () => systemContext(district, { db, name: 'metrics', requestId: randomUUIDv7(), now: now() }),
  })
  const stopWorking = keepWorking({
    db,
    timeZone,
    handlers: jobHandlersOf(MODULES),
    contextOf: (origin) => systemContext(district, origin),
    gate,
    now,
    newId: randomUUIDv7,
    report: tellJobs({ registry, log, db }),
  })
  const stopWatching = keepWatching({
    db,
    secrets: district.secrets,
    spoolFile: join(dataFolder, SPOOL_FOLDER, `${db.schema}.jsonl`),
    report: (event) => logWatching(log, event),
  })
  return async () => {
    await stopWatching()
    // What jobs still write is sealed after them.
    await stopWorking()
    await stopSealing()
  }
}

/** The system at work in a district: on its start, or on a job. */
export function systemContext(district: District, { db, name, requestId, now }: JobOrigin): Context {
  return {
    db,
    files: district.files,
    secrets: district.secrets,
    actor: { kind: 'system', name },
    now,
    newId: randomUUIDv7,
    requestId,
    language: 'zh',
    district: district.name,
    caller: { address: '', device: '', session: null, setSession: () => undefined },
    listeners: LISTENERS,
    measures: MEASURES,
  }
}

function logWatching(log: FastifyBaseLogger, event: DeliveryEvent): void {
  switch (event.kind) {
    case 'spooling':
      log.warn({ err: event.error }, 'answers of probes wait on disk while the database is away')
      break
    case 'held':
      log.error({ err: event.error, most: event.most }, 'answers of probes wait in memory: the disk does not take them')
      break
    case 'delivered':
      log.info('the answers of probes that waited are delivered')
      break
  }
}

function logSealing(log: FastifyBaseLogger, event: SealingEvent): void {
  switch (event.kind) {
    case 'failing':
      log.error({ err: event.error, rounds: event.rounds }, 'the ledger cannot be sealed; its entries wait')
      break
    case 'recovered':
      log.info({ rounds: event.rounds }, 'the ledger is sealed again')
      break
    case 'behind-anchor': {
      const { schema, number, anchored } = event
      const facts = { schema, number: number.toString(), anchored: anchored.toString() }
      log.error(facts, 'the ledger is not the one that was anchored; run shiji ledger verify')
      break
    }
  }
}
