import { randomUUIDv7 } from 'node:crypto'
import type { DeviceKind } from '@shiji/kernel/watch/signals/signal-kinds'
import type { FastifyBaseLogger } from 'fastify'
import { type HearingEvent, keepHearing } from '#modules/watch'
import { systemContext } from './attend-tenant.ts'
import type { District } from './make-app.ts'

type Where = {
  readonly kind: DeviceKind
  readonly host: string
  readonly port: number
  readonly log: FastifyBaseLogger
}

/** System logs or traps of the devices a district has named, heard on one port. */
export function hearDevices(district: District, { kind, host, port, log }: Where) {
  const { db } = district
  return keepHearing({
    ...{ kind, host, port },
    contextOf: () =>
      systemContext(district, { db, name: 'devices', requestId: randomUUIDv7(), now: Temporal.Now.instant() }),
    report: (event) => tell(log, event),
  })
}

function tell(log: FastifyBaseLogger, event: HearingEvent): void {
  switch (event.kind) {
    case 'left-out':
      log.warn({ sender: event.sender, lines: event.lines }, 'a device says more than it may; the rest is left out')
      break
    case 'unheard':
      log.warn(
        { sender: event.sender, why: event.why, messages: event.messages },
        'a device sends traps that are not signed as its source asks, or that were sent before; they are left out',
      )
      break
    case 'not-kept':
      log.error({ err: event.error }, 'what devices say could not be kept')
      break
  }
}
