import { MODULES } from '@shiji/server/app/modules'
import type { Context } from '@shiji/server/platform/context'
import { read } from '@shiji/server/platform/database/transaction'
import { checkModules, type Module, type Route } from '@shiji/server/platform/module'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { openTrialWorld, type TrialWorld } from '../trial-world.ts'
import { runWalk } from './run-walk.ts'
import { openWalkWorld, type WalkWorld } from './walk-world.ts'

let trial: TrialWorld
let world: WalkWorld

// Two districts with people of every role in three places.
beforeAll(async () => {
  trial = await openTrialWorld(inject('postgres'))
  world = await openWalkWorld(trial)
})

afterAll(async () => {
  await world?.close()
  await trial?.close()
})

/** The product with one route changed by a careless hand. */
function withRoute(name: string, change: (route: Route) => Route): readonly Module[] {
  return MODULES.map((module) => ({
    ...module,
    routes: module.routes.map((route) => (route.name === name ? change(route) : route)),
  }))
}

test('200 steps of the walk through every route, role and place find nothing', async () => {
  const { seed, findings, leaks } = await runWalk(world, { seed: newSeed(), steps: 200 })
  expect({ seed, findings, leaks }).toEqual({ seed, findings: [], leaks: 0 })
})

test('a use case that lost its permission is found by the walk', async () => {
  const modules = withRoute('listTemplates', (route) => ({ ...route, run: async () => [] }))
  const { leaks, findings } = await runWalk(world, { seed: 1, modules, only: 'listTemplates' })
  expect(leaks).toBeGreaterThan(0)
  expect(findings).toContain('listTemplates as teacher on own: LEAK carried out without the permission')
})

/** Shows every name of a district to whoever asks: no permission, no predicate of the unit. */
async function listAllUnits(context: Context, schema: string) {
  const rows = await read(context.db, (reader) =>
    (reader as unknown as { withSchema: (name: string) => typeof reader })
      .withSchema(schema)
      .selectFrom('directoryUnit')
      .select(['id', 'parentId', 'name', 'kind', 'state', 'pinyin'])
      .execute(),
  )
  return rows
}

test('a use case that lost its predicate shows the sister unit, and the walk sees it', async () => {
  const run = (context: Context) => listAllUnits(context, context.db.schema)
  const modules = withRoute('listUnits', (route) => ({ ...route, run }))
  const { findings } = await runWalk(world, { seed: 1, modules, only: 'listUnits' })
  expect(findings).toContain('listUnits as teacher on own: LEAK shows an id of somebody else')
})

test('a use case that reaches for another tenant is stopped by the database itself', async () => {
  const run = (context: Context) => listAllUnits(context, 'tenant_linxi')
  const modules = withRoute('listUnits', (route) => ({ ...route, run }))
  const { leaks, findings } = await runWalk(world, { seed: 1, modules, only: 'listUnits' })
  expect(leaks).toBe(0)
  expect(findings.filter((finding) => /^listUnits as teacher on own: 500 .*"unexpected"/.test(finding))).toHaveLength(1)
})

test('a route that declares no access stops the start', () => {
  const modules = withRoute('listUnits', (route) => ({ ...route, facts: {} as Route['facts'] }))
  expect(checkModules(modules)).toEqual(['directory: /units declares no access'])
})

test('two routes of one name in a module stop the start: the description of the interface would lose one', () => {
  const modules = withRoute('listPeople', (route) => ({ ...route, name: 'listUnits' }))
  expect(checkModules(modules)).toEqual(['directory: two routes are called listUnits'])
})
