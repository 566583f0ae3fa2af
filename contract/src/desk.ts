import { ClockKind } from '@shiji/kernel/clock/clock-rule'
import { Layer, Scope, Severity, TicketKind } from '@shiji/kernel/severity/ticket-class'
import { Manner, TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { z } from 'zod'
import { PlannedWork } from './desk-changes.ts'
import { ProblemId } from './desk-problem-id.ts'
import { PersonId, UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** The service desk: calls, tickets and their clocks. */

export const TicketId = z.uuid().brand<'TicketId'>()
export const NoticeId = z.uuid().brand<'NoticeId'>()
export type TicketId = z.infer<typeof TicketId>
export type NoticeId = z.infer<typeof NoticeId>

const instant = z.iso.datetime()
const log = { permission: 'desk.log' } as const
const readAccess = { permission: 'desk.read' } as const

export const Channel = z.enum(['hotline', 'self-service', 'qr', 'remote', 'on-site', 'mail', 'api'])
export const DeedKind = z.enum(TicketDeed.options.map(({ shape }) => shape.kind.value))

/** By the clock of the device: when it happened and when it was sent; the server knows when it came. */
export const DeviceTime = z.object({
  happenedAt: instant,
  sentAt: instant,
  device: z.string().max(100).default(''),
})

const Who = z.object({ id: PersonId.nullable(), name: z.string() })
const Named = z.object({ id: UnitId, name: z.string() })

const TicketClock = z.object({
  kind: ClockKind,
  state: z.enum(['running', 'paused', 'stopped', 'withdrawn']),
  /** `broken` as soon as the limit has passed, whether or not it stopped. */
  verdict: z.enum(['open', 'kept', 'broken', 'withdrawn']),
  limitSeconds: z.int(),
  /** Counted up to the last entry of the ticket. */
  elapsedSeconds: z.int(),
  dueAt: instant.nullable(),
  /** `还剩 3 小时 12 分`, `超时 5 分钟`, `用时 6 分钟`. */
  says: z.string(),
})

const TicketRow = z.object({
  id: TicketId,
  number: z.string(),
  kind: TicketKind,
  state: TicketState,
  unit: Named,
  team: Named,
  caller: Who,
  what: z.string(),
  place: z.string(),
  service: z.string(),
  scope: Scope,
  severity: Severity,
  layer: Layer.nullable(),
  isConfirmed: z.boolean(),
  assignee: Who.nullable(),
  reportedAt: instant,
  /** 补录: entered long after it happened. */
  isLate: z.boolean(),
  reopenings: z.int(),
  clocks: z.array(TicketClock),
})

const TicketEntry = z.object({
  number: z.int(),
  kind: z.string(),
  at: instant,
  enteredAt: instant,
  who: z.string(),
  /** In the language of the reader. */
  sentence: z.string(),
  isLate: z.boolean(),
  device: z.string().nullable(),
  /** How far the clock of the device was ahead of the server's. */
  aheadSeconds: z.int(),
})

export const Notice = z.object({
  id: NoticeId,
  ticketId: TicketId,
  sentence: z.string(),
  person: z.string().nullable(),
  isMine: z.boolean(),
  sentAt: instant,
  deliveredAt: instant.nullable(),
  readAt: instant.nullable(),
  failedAt: instant.nullable(),
})

export const Ticket = TicketRow.extend({
  channel: Channel,
  contact: z.string(),
  isPeak: z.boolean(),
  manner: Manner.nullable(),
  cause: z.string().nullable(),
  mergedInto: z.object({ id: TicketId, number: z.string() }).nullable(),
  /** What its figures count for; proposed by the service lines, or said by hand. */
  project: z.object({ id: ProjectId, name: z.string(), isByHand: z.boolean() }).nullable(),
  /** What lies behind the incident, and how to get by until it is solved. */
  problem: z.object({ id: ProblemId, number: z.string(), title: z.string(), workaround: z.string() }).nullable(),
  lateReason: z.string(),
  plannedWork: z.array(PlannedWork),
  /** The agreement its clocks come from, and the zone they are told in. */
  agreement: z.object({ name: z.string(), version: z.int(), timeZone: z.string() }),
  entries: z.array(TicketEntry),
  notices: z.array(Notice),
  /** What the reader may do next; the first is the likeliest. */
  deeds: z.array(DeedKind),
})

const ClockExplanation = z.object({
  kind: ClockKind,
  /** The whole clock in one sentence. */
  sentence: z.string(),
  ruleVersion: z.int(),
  calendarVersion: z.int(),
  window: z.string(),
  timeZone: z.string(),
  segments: z.array(
    z.object({ from: instant, to: instant, seconds: z.int(), isCounted: z.boolean(), reason: z.string() }),
  ),
  reminders: z.array(z.object({ percent: z.int(), at: instant.nullable() })),
  /** Years it passes through whose holidays are not in the calendar. */
  yearsMissing: z.array(z.int()),
})

export const NewTicket = z.object({
  /** Made by the device: the same id again is the same call. */
  id: TicketId,
  kind: TicketKind.default('incident'),
  channel: Channel.default('hotline'),
  callerId: PersonId.nullable(),
  /** Of somebody who is not in the directory. */
  callerName: z.string().trim().max(100).default(''),
  /** The unit that is hit; without it, the caller's. */
  unitId: UnitId.nullable(),
  contact: z.string().trim().max(100).default(''),
  place: z.string().trim().max(200).default(''),
  /** One sentence; without it the ticket is named after the service. */
  what: z.string().trim().max(500).default(''),
  service: z.string().min(1).max(40),
  scope: Scope,
  time: DeviceTime,
  /** Why it is entered only now; asked for when it happened longer ago than the rules let pass. */
  lateReason: z.string().trim().max(500).default(''),
})

export const Caller = z.object({
  id: PersonId,
  name: z.string(),
  unit: Named,
})

const DeskSetting = z.object({
  agreement: z.object({ name: z.string(), version: z.int() }),
  services: z.array(z.object({ key: z.string(), name: z.string() })),
  causes: z.array(z.object({ key: z.string(), name: z.string() })),
  lateAfterSeconds: z.int(),
})

export const desk = {
  readDesk: endpoint({
    method: 'GET',
    path: '/desk/setting',
    summary: 'Services, causes and the agreement of the desk',
    access: 'signed-in',
    refuses: [],
  }).output(DeskSetting),
  findCallers: endpoint({
    method: 'GET',
    path: '/desk/callers',
    summary: 'Who may be calling: by name, pinyin or login; without a word, who called last',
    access: log,
    refuses: [],
  })
    .input(z.object({ search: z.string().max(50).default('') }))
    .output(z.array(Caller)),
  logTicket: endpoint({
    method: 'POST',
    path: '/desk/tickets',
    summary: 'Log a call; the same id again answers the same ticket',
    access: log,
    refuses: ['not-found', 'service-not-offered', 'caller-missing', 'reason-missing', 'ticket-id-taken'],
  })
    .input(NewTicket)
    .output(Ticket),
  listTickets: endpoint({
    method: 'GET',
    path: '/desk/tickets',
    summary: 'Tickets, newest first',
    access: readAccess,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        /** `open` is everything that is neither closed nor withdrawn. */
        state: z.enum([...TicketState.options, 'open', 'all']).default('open'),
        unitId: UnitId.optional(),
        severity: Severity.optional(),
        service: z.string().max(40).optional(),
        whose: z.enum(['all', 'mine', 'nobody']).default('all'),
        search: z.string().max(50).default(''),
        after: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ tickets: z.array(TicketRow), next: z.string().nullable() })),
  openTicket: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}',
    summary: 'A ticket with its entries, clocks and notices',
    access: readAccess,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(Ticket),
  findSimilar: endpoint({
    method: 'GET',
    path: '/desk/similar',
    summary: 'Open tickets about the same service in the same unit, lately reported',
    access: log,
    refuses: ['not-found'],
  })
    .input(z.object({ unitId: UnitId, service: z.string().max(40) }))
    .output(z.array(TicketRow)),
  actOnTicket: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/deeds',
    summary: 'Do something with a ticket; the same deed id again is the same deed',
    // Each deed asks for its own permission besides.
    access: readAccess,
    refuses: [
      'not-found',
      'desk-refused',
      'ticket-id-taken',
      'ticket-taken',
      'second-person-needed',
      'cause-unknown',
      'merge-impossible',
      'no-approved-window',
      'work-open',
    ],
  })
    .input(z.object({ id: TicketId, deedId: z.uuid(), deed: TicketDeed, time: DeviceTime }))
    .output(Ticket),
  explainClocks: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/clocks',
    summary: 'Every clock of a ticket, segment by segment, in words',
    access: readAccess,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.array(ClockExplanation)),
  recomputeClocks: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/clocks/recomputations',
    summary: 'Compute the kept clocks again from their kept inputs, and say whether they agree',
    access: readAccess,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(
      z.array(
        z.object({ kind: ClockKind, agrees: z.boolean(), keptSeconds: z.int(), computedSeconds: z.int().nullable() }),
      ),
    ),
  listNotices: endpoint({
    method: 'GET',
    path: '/desk/notices',
    summary: 'What the desk told me and I have not read',
    access: 'signed-in',
    refuses: [],
  }).output(z.array(Notice)),
  acknowledgeNotice: endpoint({
    method: 'POST',
    path: '/desk/notices/{id}/receipts',
    summary: 'Say that a notice has arrived, or was read',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: NoticeId, what: z.enum(['delivered', 'read']) }))
    .output(z.object({})),
}
