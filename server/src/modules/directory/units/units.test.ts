import { beforeEach, expect, test } from 'vitest'
import { openDirectory } from '#testing/test-directory'
import { unitOnDay } from './read-unit.ts'

let office: Awaited<ReturnType<typeof openDirectory>>
let system: string
let root: string
const ground = { effectiveOn: '2026-03-01', reason: '区编办〔2026〕3号' }

beforeEach(async () => {
  office = await openDirectory()
  system = (await office.accept('system-administrator', 'sysadmin')).cookie
  root = (await office.call('GET', '/units', { cookie: system })).body[0].id
})

async function add(name: string, parentId = root): Promise<string> {
  const body = { name, parentId, kind: 'school' }
  return (await office.call('POST', '/units', { body, cookie: system })).body.id
}

function change(id: string, what: string, body: object) {
  return office.call('POST', `/units/${id}/${what}`, { body: { ...ground, ...body }, cookie: system })
}

async function seenBy(cookie: string): Promise<string[]> {
  const { body } = await office.call('GET', '/units', { cookie })
  return body.map(({ name }: { name: string }) => name).sort()
}

test('a renamed school is known by its old name on the days before', async () => {
  const id = await add('明德小学')
  expect((await change(id, 'name', { name: '明德实验小学' })).body).toMatchObject({
    pinyin: 'mingdeshiyanxiaoxue mdsyxx',
  })
  const on = async (day: string) =>
    (await office.call('GET', `/units/${id}?on=${day}`, { cookie: system })).body.onDay.name
  expect(await on('2026-02-28')).toBe('明德小学')
  expect(await on('2026-03-01')).toBe('明德实验小学')
  const { changes } = (await office.call('GET', `/units/${id}`, { cookie: system })).body
  expect(changes).toMatchObject([{ did: 'renamed', reason: ground.reason, madeBy: '测试sysadmin' }])
})

test('whoever stood above a moved school loses sight of it with the next click, and of all below it', async () => {
  const [east, west] = [await add('东片'), await add('西片')]
  const school = await add('明德小学', east)
  await add('明德分校', school)
  const head = await office.welcome(system, { name: '陆明', login: 'luming', unitId: east })
  expect(await seenBy(head.cookie)).toEqual(['东片', '明德分校', '明德小学'])
  expect((await change(school, 'place', { parentId: west })).status).toBe(200)
  expect(await seenBy(head.cookie)).toEqual(['东片'])
})

test('the desks a merged unit sat at are the desks of the one that took it in', async () => {
  const [old, into] = [await add('财政科'), await add('财政局')]
  await office.call('PUT', '/flow/desks', { body: { name: '区财政绩效办', unitId: old }, cookie: system })
  await change(old, 'merger', { intoId: into })
  const { rows } = await office.world.pool.query('select name, unit_id from tenant_chenghu.flow_desk')
  expect(rows).toEqual([{ name: '区财政绩效办', unit_id: into }])
  const noted = await office.world.pool.query(
    `select detail from tenant_chenghu.ledger_entry where did = 'flow.desk-assigned' and detail ? 'mergedFrom'`,
  )
  expect(noted.rows).toMatchObject([{ detail: { desk: '区财政绩效办', unitId: into, mergedFrom: old } }])
})

test('merged, people and units below go over; the old unit stays with its records under the one that took it in', async () => {
  const [old, into] = [await add('明德小学'), await add('崇文小学')]
  await add('明德分校', old)
  const teacher = await office.welcome(system, { name: '陆明', login: 'luming', unitId: old })
  expect((await change(old, 'merger', { intoId: into })).body).toMatchObject({ state: 'merged', parentId: into })
  const me = await office.call('GET', '/session', { cookie: teacher.cookie })
  expect(me.body.person.unitName).toBe('崇文小学')
  expect(await seenBy(teacher.cookie)).toEqual(['崇文小学', '明德分校', '明德小学'])
  const took = (await office.call('GET', `/units/${into}`, { cookie: system })).body.changes
  expect(took).toMatchObject([{ did: 'took-in', other: '明德小学' }])
  expect((await change(old, 'name', { name: '明德' })).body.code).toBe('unit-not-open')
})

test('split off, a new school has the people who were named and no record of the old one', async () => {
  const old = await add('明德小学')
  const goes = await office.welcome(system, { name: '陆明', login: 'luming', unitId: old })
  const stays = await office.welcome(system, { name: '韩青', login: 'hanqing', unitId: old })
  const parts = [{ name: '明德北校', people: [goes.body.person.id] }]
  expect((await change(old, 'split', { parts })).body).toMatchObject([
    { name: '明德北校', kind: 'school', parentId: root },
  ])
  expect(await seenBy(goes.cookie)).toEqual(['明德北校'])
  expect(await seenBy(stays.cookie)).toEqual(['明德小学'])
  expect((await change(old, 'split', { parts })).body.code).toBe('not-found')
})

test('a unit is closed when nobody is left in it, and then takes nobody in', async () => {
  const id = await add('筹备办')
  const last = await office.welcome(system, { name: '陆明', login: 'luming', unitId: id })
  expect((await change(id, 'closure', {})).body).toMatchObject({
    code: 'unit-in-use',
    parameters: { people: 1, units: 0 },
  })
  const state = { body: { state: 'disabled' }, cookie: system }
  await office.call('PUT', `/people/${last.body.person.id}/state`, state)
  expect((await office.call('GET', '/session', { cookie: last.cookie })).status).toBe(401)
  expect((await change(id, 'closure', {})).body.state).toBe('closed')
  const invite = { body: { name: '韩青', unitId: id }, cookie: system }
  expect((await office.call('POST', '/people', invite)).body.code).toBe('unit-not-open')
})

test.each([
  ['the district itself moves nowhere', 'unit-is-district', (school: string) => [root, 'place', { parentId: school }]],
  ['no unit goes below itself', 'unit-below-itself', (school: string) => [school, 'place', { parentId: school }]],
  ['no unit merges into itself', 'unit-below-itself', (school: string) => [school, 'merger', { intoId: school }]],
  ['tomorrow waits', 'day-ahead', (school: string) => [school, 'name', { name: '乙', effectiveOn: '2026-03-03' }]],
] as const)('%s', async (_title, code, ask) => {
  const school = await add('明德小学')
  const [id, what, body] = ask(school) as [string, string, object]
  expect((await change(id, what, body)).body.code).toBe(code)
})

test.each([
  ['2025-12-31', { name: '甲', parent: '东' }],
  ['2026-01-01', { name: '乙', parent: '东' }],
  ['2026-02-01', { name: '乙', parent: '西' }],
  ['2026-03-01', { name: '丙', parent: '西' }],
])('on %s the unit is %o', (day, expected) => {
  const none = { parentBefore: '东', parentAfter: '东' }
  const changes = [
    { effectiveOn: '2026-01-01', nameBefore: '甲', nameAfter: '乙', ...none },
    { effectiveOn: '2026-02-01', nameBefore: '乙', nameAfter: '乙', parentBefore: '东', parentAfter: '西' },
    { effectiveOn: '2026-03-01', nameBefore: '乙', nameAfter: '丙', parentBefore: '西', parentAfter: '西' },
  ]
  expect(unitOnDay(changes, { name: '丙', parent: '西' }, day)).toEqual(expected)
})
