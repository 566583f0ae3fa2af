import type { FastifyBaseLogger } from 'fastify'
import { Counter, Gauge, type Registry } from 'prom-client'
import { read, type TenantDatabase } from '#platform/database/transaction'
import { countFailed } from '#platform/jobs/job-store'
import type { JobEvent } from '#platform/jobs/keep-working'

type Told = { readonly registry: Registry; readonly log: FastifyBaseLogger; readonly db: TenantDatabase }

/** Counts jobs for `/metrics`, and logs what went wrong with the request that promised it. */
export function tellJobs({ registry, log, db }: Told): (event: JobEvent) => void {
  const attempts = new Counter({
    name: 'shiji_job_attempts_total',
    help: 'Attempts at jobs by how they ended',
    labelNames: ['job', 'outcome'],
    registers: [registry],
  })
  addFailedGauge(registry, db)
  return (event) => {
    if (event.kind !== 'stuck') attempts.inc({ job: event.name, outcome: event.kind })
    logJob(log, event)
  }
}

/** Jobs that no attempt follows any more: each waits for a person. Counted when asked. */
function addFailedGauge(registry: Registry, db: TenantDatabase): void {
  const gauge = new Gauge({
    name: 'shiji_jobs_failed',
    help: 'Jobs given up after their last attempt',
    labelNames: ['tenant'],
    registers: [registry],
    collect: async () => {
      // Without a database there is no figure; `/api/ready` says why.
      const failed = await read(db, countFailed).catch(() => null)
      gauge.reset()
      if (failed !== null) gauge.set({ tenant: db.schema }, failed)
    },
  })
}

function logJob(log: FastifyBaseLogger, event: JobEvent): void {
  switch (event.kind) {
    case 'done':
      log.debug({ job: event.name }, 'a job is done')
      break
    case 'retried':
      log.warn(
        { err: event.error, job: event.name, requestId: event.requestId },
        'a job failed and is tried again later',
      )
      break
    case 'failed':
      log.error({ err: event.error, job: event.name, requestId: event.requestId }, 'a job failed for the last time')
      break
    case 'stuck':
      log.error({ err: event.error }, 'jobs cannot be looked for; they wait')
      break
  }
}
