import { beforeEach, expect, test } from 'vitest'
import { calendarOf, calendarOfVersion } from '#modules/calendar'
import { read } from '#platform/database/transaction'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NAME = { zh: '校庆', en: 'school anniversary' }
const NEXT_YEAR = {
  place: 'cn',
  year: 2027,
  source: { text: '某区内部测试用安排', sureness: 'D' },
  holidays: [{ day: '2027-01-01', name: { zh: '元旦', en: "New Year's Day" } }],
  workdays: [{ day: '2027-01-03', name: { zh: '元旦', en: "New Year's Day" } }],
}
const CLOSED = { first: '2026-11-25', last: '2026-11-25', open: 'closed', name: NAME }
const TERM = { name: { zh: '第一学期', en: 'first term' }, first: '2026-09-01', last: '2027-01-20' }
const NOTHING = { overrides: [], terms: [], windows: [] }

let now: Temporal.Instant
let world: TestWorld
let office: TestOffice
let keeper: Colleague
let school: string
let teacher: Colleague

beforeEach(async () => {
  now = Temporal.Instant.from('2026-11-20T01:00:00Z')
  world = await makeWorld()
  office = await makeOffice(world, { now: () => now })
  school = await office.addUnit('湖滨小学')
  keeper = await office.addPerson('keeper', { unitId: office.districtId, roles: ['system-administrator'] })
  teacher = await office.addPerson('teacher', { unitId: school, roles: ['teacher'] })
})

const kindOn = async (day: string, unitId = school) => {
  const { body } = await keeper.ask('GET', `/calendar/years/${day.slice(0, 4)}?unitId=${unitId}`)
  return body.days.find((one: { day: string }) => one.day === day).kind
}

test('a new district has the years that ship with the product, and is told that the next one is missing', async () => {
  const { body } = await teacher.ask('GET', '/calendar')
  expect(body.years.map(({ year, origin }: { year: number; origin: string }) => [year, origin])).toEqual([
    [2024, 'pack'],
    [2025, 'pack'],
    [2026, 'pack'],
  ])
  expect(body).toMatchObject({ version: 0, timeZone: 'Asia/Shanghai', unitId: school })
  expect(body.warnings).toEqual([
    { code: 'next-year-missing', message: expect.stringContaining('还没有 2027 年的放假调休安排') },
  ])
})

test('a year is shown day by day with 调休 and the holiday it stands for', async () => {
  const { body } = await teacher.ask('GET', '/calendar/years/2026')
  expect(body).toMatchObject({ year: 2026, origin: 'pack', workingDays: 248 })
  expect(body.days).toHaveLength(365)
  expect(body.days[44]).toMatchObject({ day: '2026-02-14', kind: 'made-up', name: { zh: '春节' } })
  expect(body.days[45]).toMatchObject({ day: '2026-02-15', kind: 'holiday', name: { zh: '春节' } })
})

test('the file of the next year is imported once, clears the warning and is in the ledger', async () => {
  const imported = await keeper.ask('POST', '/calendar/years', { body: NEXT_YEAR })
  const again = await keeper.ask('POST', '/calendar/years', { body: NEXT_YEAR })
  expect([imported.body, again.body]).toEqual([
    { year: 2027, version: 1 },
    { year: 2027, version: 1 },
  ])
  expect((await teacher.ask('GET', '/calendar')).body).toMatchObject({ version: 1, warnings: [] })
  expect(await kindOn('2027-01-03')).toBe('made-up')
  const ledger = await world.pool.query(`select did from tenant_chenghu.ledger_entry where did like 'calendar.%'`)
  expect(ledger.rows).toEqual([{ did: 'calendar.year-imported' }])
})

test('a school closes on its own day and keeps its own term; the district does not', async () => {
  const body = { ...NOTHING, overrides: [CLOSED], terms: [TERM], basedOn: 0 }
  expect((await keeper.ask('PUT', `/calendar/units/${school}`, { body })).body).toEqual({ version: 1 })
  expect([await kindOn('2026-11-25'), await kindOn('2026-11-25', office.districtId)]).toEqual(['holiday', 'working'])
  const own = await teacher.ask('GET', `/calendar/units/${school}`)
  expect(own.body).toEqual({ overrides: [CLOSED], terms: [TERM], windows: [], basedOn: 1 })
})

test('what the district does holds in its schools, until a school says otherwise', async () => {
  await keeper.ask('PUT', `/calendar/units/${office.districtId}`, {
    body: { ...NOTHING, overrides: [CLOSED], basedOn: 0 },
  })
  expect(await kindOn('2026-11-25')).toBe('holiday')
  await keeper.ask('PUT', `/calendar/units/${school}`, {
    body: { ...NOTHING, overrides: [{ ...CLOSED, open: 'usual' }], basedOn: 0 },
  })
  expect([await kindOn('2026-11-25'), await kindOn('2026-11-25', office.districtId)]).toEqual(['working', 'holiday'])
})

test('a clock that stopped finds the calendar of its day again, after any change', async () => {
  const asked = { unitId: school, at: now }
  const before = await read(world.chenghu, (reader) => calendarOf(reader, asked))
  now = now.add({ minutes: 5 })
  await keeper.ask('PUT', `/calendar/units/${school}`, { body: { ...NOTHING, overrides: [CLOSED], basedOn: 0 } })
  await keeper.ask('POST', '/calendar/years', { body: NEXT_YEAR })

  const after = await read(world.chenghu, (reader) => calendarOf(reader, { ...asked, at: now }))
  expect(after).toMatchObject({ version: 2, overrides: [CLOSED] })
  expect(await read(world.chenghu, (reader) => calendarOf(reader, asked))).toEqual(before)
  const first = await read(world.chenghu, (reader) => calendarOfVersion(reader, { unitId: school, version: 1 }))
  expect([first.overrides, first.years.at(-1)?.year]).toEqual([[CLOSED], 2026])
})

test('two administrators who change the same hours do not overwrite each other', async () => {
  const body = { ...NOTHING, overrides: [CLOSED], basedOn: 0 }
  await keeper.ask('PUT', `/calendar/units/${school}`, { body })
  const late = await keeper.ask('PUT', `/calendar/units/${school}`, { body: { ...NOTHING, basedOn: 0 } })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
  expect(await kindOn('2026-11-25')).toBe('holiday')
})

test.each([
  ['a day that does not exist', { ...NEXT_YEAR, holidays: [{ day: '2027-02-29', name: NAME }] }],
  ['a day that is no day at all', { ...NEXT_YEAR, holidays: [{ day: '元旦', name: NAME }] }],
  ['a day of another year', { ...NEXT_YEAR, workdays: [{ day: '2026-01-04', name: NAME }] }],
  ['a day that is off and worked at once', { ...NEXT_YEAR, workdays: NEXT_YEAR.holidays }],
])('a file with %s is refused and nothing is imported', async (_title, body) => {
  const reply = await keeper.ask('POST', '/calendar/years', { body })
  expect(reply).toMatchObject({ status: 422, body: { code: 'input-invalid' } })
  expect((await keeper.ask('GET', '/calendar')).body.version).toBe(0)
})

test('everybody reads the calendar of the own unit, only an administrator changes it', async () => {
  const body = { ...NOTHING, basedOn: 0 }
  const other = await office.addUnit('别的学校')
  expect(await teacher.ask('POST', '/calendar/years', { body: NEXT_YEAR })).toMatchObject({ status: 403 })
  expect(await teacher.ask('PUT', `/calendar/units/${school}`, { body })).toMatchObject({ status: 403 })
  expect(await teacher.ask('GET', `/calendar?unitId=${other}`)).toMatchObject({ status: 404 })
  expect(await keeper.ask('GET', `/calendar/units/${world.newId()}`)).toMatchObject({ status: 404 })
})
