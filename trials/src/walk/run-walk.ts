import type { Role } from '@shiji/contract/directory'
import type { Module, Route } from '@shiji/server/platform/module'
import { makeChance } from '../chance.ts'
import { openSession } from '../office/found-office.ts'
import { judgeAnswer } from './judge-answer.ts'
import { type District, makeLook } from './look-at-district.ts'
import { namesRecord, sampleInput } from './sample-input.ts'
import { PLACES, type Place, type WalkWorld } from './walk-world.ts'
import { ask } from './walker.ts'

type WalkSummary = {
  readonly seed: number
  readonly routes: number
  readonly entered: number
  readonly roles: number
  readonly requests: number
  readonly leaks: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly findings: readonly string[]
}

type Walk = {
  readonly seed: number
  /** How many of the steps are gone; all of them without it. */
  readonly steps?: number | undefined
  /** In place of the modules the world was opened with. */
  readonly modules?: readonly Module[]
  /** Only this route, when a test needs no more. */
  readonly only?: string
}

type PlannedStep = {
  readonly route: Route
  readonly place: Place
  readonly role: Role | 'nobody'
  readonly personId: string | null
}

/** Every route × every role and nobody × the records of the own unit, the sister's, the one above and the other tenant's. */
export async function runWalk(world: WalkWorld, { seed, steps, modules, only }: Walk): Promise<WalkSummary> {
  const walk = modules === undefined ? world : serveWith(world, modules)
  const planned = plan(walk, seed, steps).filter(({ route }) => only === undefined || route.name === only)
  const findings = walk.routes.filter(({ name }) => !walk.entered.has(name)).map(({ name }) => `${name}: never entered`)
  const byStatus: Record<string, number> = {}
  let leaks = 0
  const look = await makeLook(walk.db)
  let last: District | null = null
  for (const step of planned) {
    const found: Taken = await take(walk, step, { look, last })
    last = found.after
    byStatus[found.status] = (byStatus[found.status] ?? 0) + 1
    leaks += found.leaks.length
    const where = `${step.route.name} as ${step.role} on ${step.place}`
    findings.push(...[...found.leaks.map((leak) => `LEAK ${leak}`), ...found.faults].map((what) => `${where}: ${what}`))
  }
  if (walk !== world) await walk.app.close()
  return {
    seed,
    routes: walk.routes.length,
    entered: walk.entered.size,
    roles: walk.people.length,
    requests: planned.length,
    leaks,
    byStatus,
    findings,
  }
}

function serveWith(world: WalkWorld, modules: readonly Module[]): WalkWorld {
  return { ...world, app: world.appOf(modules), routes: modules.flatMap((module) => module.routes) }
}

function plan({ routes, people, kinds }: WalkWorld, seed: number, most: number | undefined): PlannedStep[] {
  const chance = makeChance(seed)
  const callers = [...people, { role: 'nobody', personId: null } as const]
  const all = routes.flatMap((route) => {
    const places = namesRecord(route.procedure['~orpc'].inputSchema as never, kinds) ? PLACES : (['own'] as const)
    return callers.flatMap(({ role, personId }) =>
      places.map((place): PlannedStep => ({ route, place, role, personId })),
    )
  })
  if (most === undefined || most >= all.length) return all
  return all
    .map((step) => ({ step, at: chance.next() }))
    .sort((left, right) => left.at - right.at)
    .slice(0, most)
    .map(({ step }) => step)
}

type Taken = {
  readonly status: number
  readonly leaks: readonly string[]
  readonly faults: readonly string[]
  /** What it left; null after a request that only reads, which nobody looked at. */
  readonly after: District | null
}

async function take(
  { app, db, kinds, harvests, fillingOf }: WalkWorld,
  { route, place, role, personId }: PlannedStep,
  { look, last }: { readonly look: () => Promise<District>; readonly last: District | null },
): Promise<Taken> {
  const { inputSchema } = route.procedure['~orpc']
  const input = inputSchema === undefined ? undefined : sampleInput(inputSchema as never, fillingOf(place))
  const cookie = personId === null ? null : await openSession(db, personId)
  const changes = route.procedure['~orpc'].route.method !== 'GET'
  const before = changes ? (last ?? (await look())) : null
  const answer = await ask(app, route, { input, cookie })
  const hidden = secretPlaces(route).flatMap((other) =>
    [...harvests[other].ids].flatMap(([kind, ids]) => (other === 'above' && kind === 'UnitId' ? [] : ids)),
  )
  const known = new Set([...harvests.own.ids.values()].flat())
  const step = {
    route,
    role,
    place,
    isOpen: place === 'own' || isToldBelow(route, place),
    hidden: hidden.filter((id) => !known.has(id)),
    namesRecord: namesRecord(inputSchema as never, kinds),
  }
  const { leaks, faults } = judgeAnswer(step, answer)
  const after = before === null ? null : await look()
  const isUnnoted = before?.content !== after?.content && before?.entries === after?.entries
  return {
    status: answer.status,
    leaks,
    faults: isUnnoted ? [...faults, 'changed without a ledger entry'] : faults,
    after,
  }
}

/**
 * Names and units of colleagues, and which unit sits at a desk of the chains, are known to everybody in the district,
 * or nobody could hand a task over or log a call.
 */
const KNOWN_TO_ALL = ['findColleagues', 'findCallers', 'listDesks']

/** Planned work on a place, and what is known of its faults, is told to everybody below it. */
const TOLD_BELOW = [
  'openChange',
  'listChanges',
  'openArticle',
  'listArticles',
  'proposeArticles',
  'openMajor',
  'listMajors',
]

function isToldBelow({ name }: Route, place: Place): boolean {
  return place === 'above' && TOLD_BELOW.includes(name)
}

function secretPlaces(route: Route): readonly Place[] {
  if (KNOWN_TO_ALL.includes(route.name)) return ['other-tenant']
  return PLACES.filter((place) => place !== 'own' && !isToldBelow(route, place))
}
