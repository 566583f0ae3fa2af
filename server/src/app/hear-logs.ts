import { randomUUIDv7 } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import { type HearingEvent, keepHearing } from '#modules/watch'
import { systemContext } from './attend-tenant.ts'
import type { District } from './make-app.ts'

type Where = { readonly host: string; readonly port: number; readonly log: FastifyBaseLogger }

/** System logs of the devices a district has named, heard on one port. */
export function hearLogs(district: District, { host, port, log }: Where) {
  const { db } = district
  return keepHearing({
    ...{ host, port },
    contextOf: () =>
      systemContext(district, { db, name: 'logs', requestId: randomUUIDv7(), now: Temporal.Now.instant() }),
    report: (event) => tell(log, event),
  })
}

function tell(log: FastifyBaseLogger, event: HearingEvent): void {
  switch (event.kind) {
    case 'left-out':
      log.warn({ sender: event.sender, lines: event.lines }, 'a device writes more than it may; the rest is left out')
      break
    case 'not-kept':
      log.error({ err: event.error }, 'lines of devices could not be kept')
      break
  }
}
