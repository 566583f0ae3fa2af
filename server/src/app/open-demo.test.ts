import { desk } from '@shiji/contract/desk'
import { directory, type Role } from '@shiji/contract/directory'
import { performance } from '@shiji/contract/performance'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@shiji/demo/accounts'
import type { Browser } from '@shiji/demo/demo-server'
import { DemoUnfinished } from '@shiji/demo/district'
import { EDUCATION_CENTRE, SCHOOLS } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { FILINGS } from '@shiji/demo/performance/filings'
import { LIVES } from '@shiji/demo/performance/lives'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundDistrict } from '#modules/directory'
import { makeWorld, type TestWorld } from '#testing/test-world'
import type { District } from './make-app.ts'
import { openBrowser } from './open-browser.ts'
import { openDemo } from './open-demo.ts'

/** Self-evaluations that were opened from their declaration. */
const OPENED = LIVES.flatMap(({ deeds }) => deeds.filter(({ kind }) => kind === 'self-evaluate'))
const NOW = Temporal.Instant.from('2026-03-09T01:00:00Z')
const DEMO_MS = 180_000

/** One demo for all that only look at it. */
let demo: TestWorld
let close = async (): Promise<void> => undefined
let content: readonly string[]

beforeAll(async () => {
  demo = await makeWorld((end) => {
    close = end
  })
  expect(await openDemo(demo.district)).toBe('made')
  content = await contentOf(demo)
}, DEMO_MS)

afterAll(() => close())

let visits = 0

async function signIn(district: District, login: string): Promise<Browser> {
  visits += 1
  const browser = openBrowser({ district, seed: `visit-${visits}` })
  await browser.ask(directory.signIn, { login, password: DEMO_PASSWORD }, NOW)
  return browser
}

/** Everything people can see of the district and the whole ledger; passwords, links and sessions are secrets of their own. */
async function contentOf({ pool }: TestWorld): Promise<string[]> {
  const queries = [
    'select * from directory_unit order by id',
    'select id, unit_id, name, login, state, password_set_at from directory_person order by id',
    'select * from directory_role order by person_id, role',
    'select * from performance_project order by id',
    'select * from performance_form order by id',
    'select * from performance_form_version order by form_id, version',
    'select * from desk_ticket order by id',
    'select * from desk_ticket_event order by ticket_id, number',
    'select * from desk_clock order by ticket_id, kind',
    'select id, at, actor_id, did, request_id, detail from ledger_entry order by id',
  ]
  const client = await pool.connect()
  await client.query('set search_path to tenant_chenghu')
  const rows: string[] = []
  for (const query of queries) rows.push(JSON.stringify((await client.query(query)).rows))
  client.release()
  return rows
}

test('made twice, the demo is the same to the last byte; found made, it is left alone', {
  timeout: DEMO_MS,
}, async () => {
  const second = await makeWorld()
  expect(await openDemo(second.district)).toBe('made')
  expect(await contentOf(second)).toEqual(content)
  expect(await openDemo(second.district)).toBe('found')
  expect(await contentOf(second)).toEqual(content)
})

test('whoever the demo names can sign in, and sees what the office gives to see', async () => {
  const { district } = demo
  for (const { login, roles } of DEMO_ACCOUNTS) {
    const me = await (await signIn(district, login)).ask(directory.whoAmI, undefined, NOW)
    expect(me.person.roles).toEqual(roles)
  }
  const projectsOf = async (office: string | null, role: Role) =>
    (await (await signIn(district, whoIs(office, role).login)).ask(performance.listProjects, {}, NOW)).projects
  const all = await projectsOf(null, 'auditor')
  expect([all.length, all.flatMap(({ forms }) => forms).length]).toEqual([8, FILINGS.length + OPENED.length])

  const [school = ''] = SCHOOLS.map(({ name }) => name)
  const own = await projectsOf(school, 'project-contact')
  expect(own.map(({ unitName }) => unitName)).toEqual([school])
  const contact = await signIn(district, whoIs(school, 'project-contact').login)
  const foreign = all.filter(({ unitName }) => unitName !== school).flatMap(({ forms }) => forms)
  for (const { id } of foreign) {
    await expect(contact.ask(performance.openForm, { id }, NOW)).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('the desk of the demo has a register whose clocks agree when they are computed again', async () => {
  const { district } = demo
  const manager = await signIn(district, whoIs(EDUCATION_CENTRE, 'centre-manager').login)
  const { tickets } = await manager.ask(desk.listTickets, { state: 'all' }, NOW)
  expect(tickets).toHaveLength(50)
  const again = await Promise.all(tickets.map(({ id }) => manager.ask(desk.recomputeClocks, { id }, NOW)))
  expect(again.flat().filter(({ agrees }) => !agrees)).toEqual([])
  const open = await manager.ask(desk.listTickets, {}, NOW)
  const auditor = await signIn(district, whoIs(null, 'auditor').login)
  const all = await auditor.ask(desk.listTickets, {}, NOW)
  expect([open.tickets.length <= 3, all.tickets.map(({ state }) => state).sort()]).toEqual([
    true,
    ['paused', 'paused', 'resolved'],
  ])
})

test('a district somebody else founded is not taken for the demo', async () => {
  const world = await makeWorld()
  await foundDistrict(world.contextOf({ kind: 'system', name: 'start' }, NOW))
  const { district } = world
  await expect(openDemo(district)).rejects.toThrow(DemoUnfinished)
})
