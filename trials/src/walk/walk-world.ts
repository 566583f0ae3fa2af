import { Role } from '@shiji/contract/directory'
import { writeDocx } from '@shiji/forms/write/write-docx'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'
import { makeApp } from '@shiji/server/app/make-app'
import { MODULES } from '@shiji/server/app/modules'
import { hashPassword } from '@shiji/server/modules/directory/password'
import type { TenantDatabase } from '@shiji/server/platform/database/transaction'
import type { Module, Route } from '@shiji/server/platform/module'
import type { FastifyInstance } from 'fastify'
import { foundUnits, NOW, openSession, type Sitter, seat } from '../office/found-office.ts'
import type { TrialWorld } from '../trial-world.ts'
import { emptyHarvest, findIdKinds, type Harvest, harvest, type IdKinds } from './id-kinds.ts'
import { type Filling, sampleInput } from './sample-input.ts'
import { settleLife } from './settle-life.ts'
import { ask } from './walker.ts'

/** Whose records are reached for, seen from the office of the one who reaches. */
export const PLACES = ['own', 'sister', 'above', 'other-tenant'] as const
export type Place = (typeof PLACES)[number]

export type WalkWorld = {
  readonly app: FastifyInstance
  /** The own district served with these modules; the caller closes it. */
  readonly appOf: (modules: readonly Module[]) => FastifyInstance
  readonly db: TenantDatabase
  readonly routes: readonly Route[]
  readonly kinds: IdKinds
  readonly harvests: Readonly<Record<Place, Harvest>>
  readonly people: readonly (Sitter & { readonly role: Role })[]
  readonly fillingOf: (place: Place) => Filling
  /** Routes that were carried out for somebody who has every role. */
  readonly entered: Set<string>
  readonly close: () => Promise<void>
}

const PASSWORD = 'Chenghu-2026-Lake'
const PASSWORDS = [
  ['password', PASSWORD],
  ['current', PASSWORD],
  ['next', 'Chenghu-2026-Bridge'],
] as const
const NOBODY_HAS = '01900000-0000-7000-8000-0000000000ff'

/** Two districts with the same small office, people of every role in one of its units, and records in every place. */
export async function openWalkWorld(world: TrialWorld): Promise<WalkWorld> {
  const { pool, chenghu, linxi, files, secrets } = world
  const parts = { pool, logLevel: 'silent', now: () => NOW } as const
  const appOf = (modules: readonly Module[]) =>
    makeApp({ ...parts, modules, district: { db: chenghu, files, secrets, name: '澄湖区' } })
  const app = appOf(MODULES)
  const other = makeApp({ ...parts, modules: MODULES, district: { db: linxi, files, secrets, name: '林溪区' } })
  const kinds = await findIdKinds()
  const routes = MODULES.flatMap((module) => module.routes)
  const [units, foreign] = [await foundUnits(chenghu), await foundUnits(linxi)]

  const example = await sampleForm()
  const harvests = {
    own: emptyHarvest(),
    sister: emptyHarvest(),
    above: emptyHarvest(),
    'other-tenant': emptyHarvest(),
  }
  const { template, edition } = example.content
  const known = new Map([...PASSWORDS, ['template', template], ['id', template], ['edition', edition ?? '']])
  let serial = 0
  const fillingOf = (place: Place): Filling => {
    serial += 1
    const { ids, texts } = harvests[place]
    const ours = place === 'own' ? undefined : harvests.own.ids
    return {
      ...example,
      kinds,
      serial,
      // What every district has alike, as the entries of a pack, is nobody's secret.
      idOf: (kind) => ids.get(kind)?.findLast((id) => !ours?.get(kind)?.includes(id)) ?? NOBODY_HAS,
      textOf: (name) => known.get(name) ?? texts.get(name),
    }
  }
  const entered = new Set<string>()
  const passwordHash = await hashPassword(PASSWORD)
  const [expert, foreignExpert] = [
    await seat(chenghu, { unitId: units.root, roles: ['expert'] }),
    await seat(linxi, { unitId: foreign.root, roles: ['expert'] }),
  ]
  // Whoever sits above sees what is below, so that place is settled while there is nothing below it yet.
  for (const place of ['above', 'own', 'sister', 'other-tenant'] as const) {
    const [db, there] = place === 'other-tenant' ? [linxi, other] : [chenghu, app]
    const unitId = place === 'other-tenant' ? foreign.own : units[place]
    const everybody = await seat(db, { unitId, roles: Role.options, passwordHash })
    const { personId, login } = everybody
    harvests[place].ids.set('UnitId', [unitId])
    const [contact, reviewer] = [
      await seat(db, { unitId, roles: ['project-contact', 'centre-manager'] }),
      await seat(db, { unitId, roles: ['finance-reviewer'], passwordHash }),
    ]
    await settleLife(
      { app: there, db, routes, kinds, entered },
      {
        contact,
        reviewer: { ...reviewer, password: PASSWORD },
        everybody,
        expert: place === 'other-tenant' ? foreignExpert : expert,
      },
      harvests[place],
    )
    harvests[place].ids.set('UnitId', [unitId])
    await settle(
      { app: there, db, routes, kinds, entered },
      { personId, login, fill: () => fillingOf(place) },
      harvests[place],
    )
  }
  const people = []
  for (const role of Role.options) {
    people.push({ ...(await seat(chenghu, { unitId: units.own, roles: [role] })), role })
  }
  const close = async () => {
    await Promise.all([app.close(), other.close()])
  }
  return { app, appOf, db: chenghu, routes, kinds, harvests, people, fillingOf, entered, close }
}

type Site = Pick<WalkWorld, 'app' | 'db' | 'routes' | 'kinds' | 'entered'>
type Settler = Sitter & { readonly fill: () => Filling }

/** Someone with every role goes through every route until each was entered; what the answers name are the records. */
async function settle({ app, db, routes, kinds, entered }: Site, settler: Settler, into: Harvest): Promise<void> {
  const { personId, login, fill } = settler
  const unitIds = [...(into.ids.get('UnitId') ?? [])]
  const done = new Set<Route>()
  // Once more, with what the first round brought, through what it could not enter.
  for (const round of ['first', 'second'] as const) {
    for (const route of routes) {
      if (done.has(route)) continue
      const cookie = await openSession(db, personId)
      const filling = fill()
      const ownLogin = round === 'first' ? login : `new-${filling.serial}`
      const { inputSchema, outputSchema } = route.procedure['~orpc']
      const textOf = (name: string) => (name === 'login' ? ownLogin : filling.textOf(name))
      const input = inputSchema === undefined ? undefined : sampleInput(inputSchema as never, { ...filling, textOf })
      const answer = await ask(app, route, { input, cookie })
      if (answer.status >= 300) continue
      done.add(route)
      entered.add(route.name)
      if (answer.type === 'application/json' && outputSchema !== undefined) {
        harvest(outputSchema as never, JSON.parse(answer.text), kinds, into)
      }
      // The unit itself is what the place is; units made below it are records like any other.
      into.ids.set('UnitId', unitIds)
    }
  }
}

async function sampleForm(): Promise<{ content: FormContent; file: File }> {
  const templates = loadFormTemplates()
  for (const content of loadExamples()) {
    const template = templates.find(({ id, edition }) => id === content.template && edition === content.edition)
    if (template === undefined) continue
    const bytes = new Uint8Array(await writeDocx(layOutForm(template, content)))
    return { content, file: new File([bytes], 'form.docx') }
  }
  throw new Error('no example of any template')
}
