import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { type Chance, makeChance } from '../chance.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES, SCHOOLS } from '../offices.ts'
import { type DemoPerson, PEOPLE, whoIs } from '../people.ts'
import { CALL_KINDS, type CallKind, PLACES } from './calls.ts'
import { INCIDENTS, type Incident } from './incidents.ts'

export type RegisterMoment = {
  readonly by: DemoPerson
  readonly at: Temporal.Instant
  readonly enteredAt: Temporal.Instant
}

/** One call of the register of the desk and what was done about it. */
export type RegisterTicket = RegisterMoment &
  Pick<CallKind, 'what' | 'service' | 'scope' | 'kind'> & {
    readonly caller: DemoPerson
    readonly channel: 'hotline' | 'remote' | 'on-site'
    readonly place: string
    readonly lateReason: string
    readonly deeds: readonly (RegisterMoment & { readonly deed: TicketDeed })[]
  }

const REGISTER_BEGINS = '2025-01-02'
const REGISTER_ENDS = '2026-03-01'

const TEAM_OF_SCHOOLS = teamOf(EDUCATION_CENTRE, 'centre-manager')
const TEAM_OF_OFFICES = teamOf(OFFICE_SERVICES, 'project-leader')
const CALLERS = PEOPLE.filter(
  ({ hasJoined, roles }) => hasJoined && roles.some((role) => ['teacher', 'project-contact', 'staff'].includes(role)),
)

/** Fourteen months of calls, oldest first, with what an honest register has: late ones, pauses, 补录, repairs that did not hold. */
export function deskRegister(): RegisterTicket[] {
  const chance = makeChance(20_250_102)
  const tickets: RegisterTicket[] = []
  const last = Temporal.PlainDate.from(REGISTER_ENDS)
  for (
    let day = Temporal.PlainDate.from(REGISTER_BEGINS);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const text = day.toString()
    for (let call = callsOn(day, chance); call > 0; call -= 1) tickets.push(usualCall(text, chance))
    for (const incident of INCIDENTS) if (incident.on === text) tickets.push(incidentCall(incident, chance))
  }
  tickets.push(...STILL_OPEN.map((open) => openCall(open, chance)))
  return tickets.sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function callsOn(day: Temporal.PlainDate, { between, next }: Chance): number {
  if (day.dayOfWeek > 5) return next() < 0.3 ? 1 : 0
  const isHoliday = [2, 7, 8].includes(day.month)
  return isHoliday ? between(0, 2) : between(1, 4)
}

type Team = {
  readonly operators: readonly DemoPerson[]
  readonly engineers: readonly DemoPerson[]
  readonly leader: DemoPerson
}

function teamOf(office: string, leader: 'centre-manager' | 'project-leader'): Team {
  const here = PEOPLE.filter((one) => one.office === office && one.hasJoined)
  const withRole = (role: 'duty-operator' | 'engineer') => here.filter(({ roles }) => roles.includes(role))
  // Whoever joined last was not there yet.
  const engineers = withRole('engineer').filter((one) => one !== PEOPLE.at(-1))
  return { operators: withRole('duty-operator'), engineers, leader: whoIs(office, leader) }
}

function servedBy({ office }: DemoPerson): Team {
  const isSchool = SCHOOLS.some(({ name }) => name === office)
  return isSchool || office === EDUCATION_BUREAU || office === EDUCATION_CENTRE ? TEAM_OF_SCHOOLS : TEAM_OF_OFFICES
}

function usualCall(day: string, chance: Chance): RegisterTicket {
  const { next, between, pick } = chance
  const call = pick(CALL_KINDS)
  const caller = pick(CALLERS)
  const isNight = next() < 0.06
  const hour = isNight ? between(19, 23) : pick([8, 8, 9, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16])
  const at = officeTime(day, `${String(hour).padStart(2, '0')}:${String(between(0, 59)).padStart(2, '0')}`)
  // 补录: a call nobody wrote down at once.
  const lateBy = next() < 0.03 ? between(40, 300) : 0
  return live({ call, caller, at, lateBy, isVisited: next() < 0.5 }, chance)
}

/** What is not done yet on the last day: two wait for parts, one for its closing. */
const STILL_OPEN = [
  { at: officeTime('2026-02-25', '10:12'), deeds: 2, what: '电脑开不了机' },
  { at: officeTime('2026-02-26', '14:37'), deeds: 2, what: '会议室投影不亮' },
  { at: officeTime('2026-02-27', '09:05'), deeds: 3, what: '三年级组无线信号时断时续' },
]

function openCall({ at, deeds, what }: (typeof STILL_OPEN)[number], chance: Chance): RegisterTicket {
  const call = CALL_KINDS.find((one) => one.what === what) ?? chance.pick(CALL_KINDS)
  const caller = chance.pick(CALLERS)
  const { operators, engineers } = servedBy(caller)
  const [by, engineer] = [chance.pick(operators), chance.pick(engineers)]
  const { scope, service, kind, done } = call
  const steps: readonly { readonly after: number; readonly deed: TicketDeed }[] = [
    { after: 5, deed: { kind: 'accept' } },
    { after: 40, deed: { kind: 'pause', reason: 'waiting-for-part', note: '备件已下单，预计一周到货' } },
    { after: 900, deed: { kind: 'resolve', manner: 'on-site', note: done } },
  ]
  const lived = steps
    .slice(0, deeds)
    .map(({ after, deed }) => ({ by: engineer, ...both(at.add({ minutes: after })), deed }))
  const where = { channel: 'hotline' as const, place: chance.pick(PLACES), lateReason: '' }
  return { what, service, scope, kind, caller, by, ...both(at), ...where, deeds: lived }
}

function incidentCall({ at, office, incident, ...call }: Incident, chance: Chance): RegisterTicket {
  const caller = CALLERS.find((one) => one.office === office) ?? chance.pick(CALLERS)
  const { leader, operators } = servedBy(caller)
  const ticket = live({ call, caller, at, lateBy: 0, isVisited: true }, chance)
  const [first = leader] = operators
  const classified = { by: first, ...both(at.add({ minutes: 6 })), deed: { ...incident, note: '按影响面和层级定级' } }
  const confirmed = { by: leader, ...both(at.add({ hours: 30 })), deed: { kind: 'confirm' } as const }
  const deeds = [...ticket.deeds, classified, confirmed]
  return {
    ...ticket,
    by: first,
    deeds: deeds.sort((one, other) => Temporal.Instant.compare(one.enteredAt, other.enteredAt)),
  }
}

type Life = {
  readonly call: Pick<CallKind, 'what' | 'service' | 'scope' | 'kind' | 'cause' | 'done'>
  readonly caller: DemoPerson
  readonly at: Temporal.Instant
  /** Minutes until it was written down. */
  readonly lateBy: number
  readonly isVisited: boolean
}

function live({ call, caller, at, lateBy, isVisited }: Life, chance: Chance): RegisterTicket {
  const { next, between, pick } = chance
  const { operators, engineers } = servedBy(caller)
  const [operator, engineer] = [pick(operators), pick(engineers)]
  const { cause, done, what, service, scope, kind } = call
  const written = at.add({ minutes: lateBy })
  const deeds: { by: DemoPerson; at: Temporal.Instant; enteredAt: Temporal.Instant; deed: TicketDeed }[] = []
  let clock = at
  const after = (minutes: number, deed: TicketDeed, by = engineer) => {
    clock = clock.add({ minutes })
    const enteredAt = Temporal.Instant.compare(clock, written) < 0 ? written : clock
    deeds.push({ by, at: clock, enteredAt, deed })
  }
  if (next() < 0.012) after(between(2, 9), { kind: 'cancel', note: '误报，已自行恢复' }, operator)
  else {
    after(next() < 0.035 ? between(11, 34) : between(1, 9), { kind: 'accept' })
    if (isVisited) after(between(8, 55), { kind: 'arrive' })
    if (next() < 0.06) {
      after(between(5, 20), { kind: 'pause', reason: 'waiting-for-part', note: '等备件到货' })
      after(between(600, 2_900), { kind: 'resume', note: '备件已到' })
    }
    after(next() < 0.03 ? between(400, 900) : between(6, 150), {
      kind: 'resolve',
      manner: isVisited ? 'on-site' : 'remote',
      note: done,
    })
    if (next() < 0.02) {
      after(between(60, 900), { kind: 'reopen', note: '同样的问题又出现' }, operator)
      after(between(20, 200), { kind: 'resolve', manner: 'on-site', note: `复查后${done}` })
    }
    after(between(10, 1_400), { kind: 'close', cause, note: '' }, operator)
  }
  const late = lateBy === 0 ? '' : pick(['当时在现场处理，事后补录', '电话占线，事后补录', '交接班时漏记，补录'])
  const channel = isVisited ? pick(['hotline', 'on-site'] as const) : pick(['hotline', 'remote'] as const)
  return {
    what,
    service,
    scope,
    kind,
    caller,
    by: operator,
    at,
    enteredAt: written,
    channel,
    place: pick(PLACES),
    lateReason: late,
    deeds,
  }
}

function both(at: Temporal.Instant) {
  return { at, enteredAt: at }
}
