import { randomUUID } from 'node:crypto'
import { markMissed } from '../modules/upkeep/occurrences/mark-missed.ts'
import { layOutAhead } from '../modules/upkeep/plans/lay-out-ahead.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type Answer, type Colleague, makeOffice, type TestOffice } from './test-office.ts'
import { makeWorld, type TestWorld } from './test-world.ts'

/** A centre whose rooms are inspected: who plans, two who work, and a stranger of another unit. */
export type TestUpkeep = {
  readonly world: TestWorld
  readonly office: TestOffice
  readonly clock: { now: Temporal.Instant }
  readonly centre: string
  readonly manager: Colleague
  readonly engineer: Colleague
  readonly operator: Colleague
  readonly stranger: Colleague
  readonly points: readonly string[]
  /** A plan of rounds in the morning and in the afternoon, on a route of two points. */
  readonly plan: (changes?: object) => Promise<Answer>
  /** The occurrences of a plan in 2026. */
  readonly year: (planId: string) => Promise<readonly Cell[]>
  /** Visits every point of a round, or what is given. */
  readonly visit: (id: string, given?: Visiting) => Promise<Answer>
  /** What the system does by itself as time passes. */
  readonly letTimePass: () => Promise<void>
}

export type Cell = { readonly id: string; readonly day: string; readonly slot: number; readonly state: string }
type Visiting = { readonly at?: string; readonly values?: readonly string[]; readonly visits?: readonly object[] }

export const TWICE = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '11:00' },
    { from: '15:00', to: '18:00' },
  ],
} as const

export async function makeUpkeep(at: string): Promise<TestUpkeep> {
  const clock = { now: Temporal.Instant.from(at) }
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => clock.now })
  const centre = await office.addUnit('教育信息中心')
  const other = await office.addUnit('南岸中学')
  const manager = await office.addPerson('manager', { unitId: centre, roles: ['centre-manager'] })
  const engineer = await office.addPerson('engineer', { unitId: centre, roles: ['engineer'] })
  const operator = await office.addPerson('operator', { unitId: centre, roles: ['duty-operator'] })
  const stranger = await office.addPerson('stranger', { unitId: other, roles: ['centre-manager'] })
  await keepSessions(world)
  const [routeId, ...points] = [randomUUID(), randomUUID(), randomUUID()]
  const heat = { kind: 'number', name: '温度', unit: '℃', least: '18', most: '27' }
  const named = points.map((id, index) => {
    return { id, code: `JF-${index + 1}`, name: `${index + 1} 号机柜`, place: '三号机房', checks: [heat] }
  })
  await manager.ask('POST', '/upkeep/routes', {
    body: { id: routeId, unitId: centre, name: '机房', points: named },
  })
  const system = () => world.contextOf({ kind: 'system', name: 'upkeep' }, clock.now)

  return {
    world,
    office,
    clock,
    centre,
    manager,
    engineer,
    operator,
    stranger,
    points,
    plan: (changes = {}) => {
      const days = { from: '2026-01-01', until: '2026-12-31', frequency: TWICE, graceHours: 3, peopleNeeded: 1 }
      const usual = { id: randomUUID(), unitId: centre, projectId: null, kind: 'inspection', name: '机房巡检', routeId }
      return manager.ask('POST', '/upkeep/plans', { body: { ...usual, ...days, ...changes } })
    },
    year: async (planId) => (await manager.ask('GET', `/upkeep/plans/${planId}/years/2026`)).body.cells,
    visit: (id, { at: happenedAt = clock.now.toString(), values = ['23', '24'], visits } = {}) => {
      const seen = points.map((pointId, index) => {
        const readings = [{ name: '温度', value: values[index] ?? '' }]
        return { id: randomUUID(), pointId, happenedAt, proof: 'scan', readings }
      })
      const body = { sentAt: clock.now.toString(), device: '手机', visits: visits ?? seen }
      return engineer.ask('POST', `/upkeep/rounds/${id}/visits`, { body })
    },
    letTimePass: async () => {
      await layOutAhead(system())
      await markMissed(system())
    },
  }
}

/** Nobody's session ends while a test turns the clock by months. */
export async function keepSessions({ chenghu }: TestWorld): Promise<void> {
  const later = Temporal.Instant.from('2099-01-01T00:00:00Z')
  await inTransaction(chenghu, async (tx) => {
    await tx.updateTable('directorySession').set({ startedAt: later, lastSeenAt: later }).execute()
  })
}
