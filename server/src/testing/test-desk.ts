import { randomUUID } from 'node:crypto'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { followCalendar } from '../modules/desk/clocks/follow-calendar.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type Answer, type Colleague, makeOffice, type TestOffice } from './test-office.ts'
import { makeWorld, type SharedWorld, type TestWorld } from './test-world.ts'

/** A centre that serves two schools: who calls, who answers at night, who repairs, who answers for it. */
export type TestDesk = {
  readonly world: SharedWorld
  readonly office: TestOffice
  readonly clock: { now: Temporal.Instant }
  readonly centre: string
  readonly school: string
  readonly keeper: Colleague
  readonly operator: Colleague
  readonly engineer: Colleague
  readonly manager: Colleague
  readonly teacher: Colleague
  readonly stranger: Colleague
  /** What the system does every minute. */
  readonly followCalendar: () => Promise<void>
  /** Turns the clock forward. */
  readonly wait: (span: Temporal.DurationLike) => void
  /** Logs a call of the teacher; the answer is the ticket. */
  readonly call: (changes?: object, who?: Colleague) => Promise<Answer>
  /** Does something to a ticket now, or `ago` before now. */
  readonly act: (
    id: string,
    deed: TicketDeed,
    by?: Colleague,
    given?: { ago?: string; deedId?: string },
  ) => Promise<Answer>
}

/** Ten past three in the morning of a Monday, in the district's own time. */
export const NIGHT = '2026-03-02T03:10:00+08:00'

export async function makeDesk({ at = NIGHT }: { at?: string } = {}): Promise<TestDesk> {
  const clock = { now: Temporal.Instant.from(at) }
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => clock.now })
  const centre = await office.addUnit('教育信息中心')
  const school = await office.addUnit('湖滨小学')
  const other = await office.addUnit('南岸中学')
  const keeper = await office.addPerson('keeper', { unitId: office.districtId, roles: ['system-administrator'] })
  const operator = await office.addPerson('operator', { unitId: centre, roles: ['duty-operator'] })
  const engineer = await office.addPerson('engineer', { unitId: centre, roles: ['engineer'] })
  const manager = await office.addPerson('manager', { unitId: centre, roles: ['centre-manager'] })
  const teacher = await office.addPerson('teacher', { unitId: school, roles: ['teacher'] })
  const stranger = await office.addPerson('stranger', { unitId: other, roles: ['teacher'] })
  await keeper.ask('PUT', `/desk/teams/${office.districtId}`, { body: { teamId: centre } })
  await keepSessions(world)
  const now = () => ({ happenedAt: clock.now.toString(), sentAt: clock.now.toString() })

  return {
    world,
    office,
    clock,
    centre,
    school,
    keeper,
    operator,
    engineer,
    manager,
    teacher,
    stranger,
    followCalendar: () => followCalendar(world.contextOf({ kind: 'system', name: 'desk' }, clock.now)),
    wait: (span) => {
      clock.now = clock.now.add(span)
    },
    call: (changes = {}, who = operator) => {
      const usual = { what: '三号楼 402 无法上网', service: 'network', scope: 'department' }
      const body = { id: randomUUID(), callerId: teacher.personId, unitId: null, ...usual, time: now(), ...changes }
      return who.ask('POST', '/desk/tickets', { body })
    },
    act: (id, deed, by = engineer, { ago = 'PT0S', deedId = randomUUID() } = {}) => {
      const time = { happenedAt: clock.now.subtract(ago).toString(), sentAt: clock.now.toString() }
      return by.ask('POST', `/desk/tickets/${id}/deeds`, { body: { deedId, deed, time } })
    },
  }
}

/** Nobody's session ends while a test turns the clock by hours. */
async function keepSessions({ chenghu }: TestWorld): Promise<void> {
  const later = Temporal.Instant.from('2099-01-01T00:00:00Z')
  await inTransaction(chenghu, async (tx) => {
    await tx.updateTable('directorySession').set({ startedAt: later, lastSeenAt: later }).execute()
  })
}
