import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import type { Measure } from '#platform/measure'
import { fileForm } from '#testing/test-office'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'
import { countedRate, devicePerformance, energyUse, transferSpeed } from '../measures/meter-measures.ts'

let upkeep: TestUpkeep

beforeEach(async () => {
  upkeep = await makeUpkeep('2027-01-05T10:00:00+08:00')
})

const NONE = { subject: null, place: '机房', unitWord: 'kWh', least: null, most: null, rated: null }

async function addMeter(changes: object): Promise<string> {
  const body = { ...NONE, id: randomUUID(), unitId: upkeep.centre, projectId: null, kind: 'energy', ...changes }
  return (await upkeep.manager.ask('POST', '/upkeep/meters', { body: { name: body.id, ...body } })).body.id
}

/** Read on that day, entered today. */
async function readAt(id: string, at: string, value: string, more: object = {}) {
  const happenedAt = Temporal.Instant.from(`${at}T10:00:00+08:00`).toString()
  const time = { happenedAt, sentAt: upkeep.clock.now.toString() }
  const body = { readingId: randomUUID(), time, value, ...more }
  return upkeep.engineer.ask('POST', `/upkeep/meters/${id}/readings`, { body })
}

const figure = (measure: Measure, { year = 2026, params = {} } = {}) =>
  read(upkeep.world.chenghu, (reader) => {
    const period = { from: `${year}-01-01`, until: `${year}-12-31` }
    const scope = { unitId: upkeep.centre, projectId: null }
    return measure.read(reader, { scope, period, params, asOf: upkeep.clock.now })
  })

test('energy of a month is held against its limit, and a month nobody read is not within it', async () => {
  const id = await addMeter({ most: '100' })
  await readAt(id, '2025-12-31', '1000')
  for (const [day, value] of [
    ['2026-01-31', '1090'],
    ['2026-02-28', '1200'],
    ['2026-04-30', '1350'],
  ] as const) {
    expect((await readAt(id, day, value)).status).toBe(200)
  }
  // January 90, February 110, March nobody read, April 150 for two months, and nothing after.
  expect(await figure(energyUse)).toMatchObject({ value: '8.33', parts: { counted: 12, late: 3 } })
})

test('without a limit a month is held against the same month of last year', async () => {
  const id = await addMeter({ kind: 'pue', unitWord: '' })
  for (const [day, value] of [
    ['2025-12-10', '1.6'],
    ['2026-01-10', '1.7'],
    ['2026-12-10', '1.5'],
  ] as const) {
    await readAt(id, day, value)
  }
  const { value, parts } = await figure(energyUse)
  expect([value, parts.counted, parts.excluded]).toEqual(['9.09', 11, { 'no-base': 1 }])
})

test('a meter that counts up runs back for nobody; a wrong reading is taken back with its reason and stays', async () => {
  const id = await addMeter({})
  await readAt(id, '2025-12-02', '500')
  const back = await readAt(id, '2025-12-03', '499')
  expect([back.body.code, back.body.detail]).toEqual([
    'reading-wrong',
    '没有记录。比前一次小或比后一次大。换表请停用旧表、另建新表。',
  ])
  const { body: wrong } = await readAt(id, '2025-12-04', '5100')
  const because = { because: '多抄一位' }
  const withdrawn = await upkeep.engineer.ask('POST', `/upkeep/readings/${wrong.id}/withdrawal`, { body: because })
  expect(withdrawn.body.withdrawn).toMatchObject({ by: '测试engineer', ...because })
  expect((await readAt(id, '2025-12-04', '510')).status).toBe(200)
  const { body } = await upkeep.operator.ask('GET', `/upkeep/meters/${id}?year=2025`)
  expect(body.readings.map(({ value }: { value: string }) => value).toSorted()).toEqual(['500', '510', '5100'])
  expect(body.meter).toMatchObject({ readings: 2, last: { value: '510' } })
  await upkeep.manager.ask('POST', `/upkeep/meters/${id}/end`)
  expect((await readAt(id, '2025-12-05', '520')).body.code).toBe('meter-ended')
  expect((await upkeep.stranger.ask('GET', `/upkeep/meters/${id}?year=2025`)).body.code).toBe('not-found')
})

test('the speed of a line is the lowest mean of a month; what is outside the limits says what was done', async () => {
  const id = await addMeter({ kind: 'speed', unitWord: 'KB', least: '10000' })
  await readAt(id, '2026-01-05', '12000')
  expect((await readAt(id, '2026-01-20', '9000')).body.code).toBe('fault-needs-deed')
  await readAt(id, '2026-01-20', '9000', { note: '报修线路' })
  await readAt(id, '2026-02-05', '11000')
  expect((await figure(transferSpeed)).value).toBe('10500.0')
})

test('counts bring both their numbers, and performance is measured by what is rated', async () => {
  const counts = await addMeter({ kind: 'counted', subject: 'units-served', unitWord: '' })
  expect((await readAt(counts, '2026-03-31', '15')).body.code).toBe('reading-wrong')
  expect((await readAt(counts, '2026-03-31', '17', { of: '16' })).body.code).toBe('reading-wrong')
  await readAt(counts, '2026-03-31', '15', { of: '16' })
  expect((await figure(countedRate, { params: { subject: 'units-served' } })).value).toBe('93.75')
  expect((await figure(countedRate, { params: { subject: 'paperless' } })).value).toBe(null)
  const chiller = await addMeter({ kind: 'performance', unitWord: 'kW', rated: '40' })
  await readAt(chiller, '2026-06-01', '38')
  expect((await figure(devicePerformance)).value).toBe('95.00')
})

test('a count typed without its export is a statement until the export is brought, once', async () => {
  const id = await addMeter({ kind: 'counted', subject: 'units-served', unitWord: '' })
  const { body: typed } = await readAt(id, '2026-03-31', '15', { of: '16' })
  expect(typed).toMatchObject({ source: 'typed', lacksExport: true, document: null })
  const strength = async (asOf = upkeep.clock.now) => {
    const scope = { unitId: upkeep.centre, projectId: null }
    const query = {
      scope,
      period: { from: '2026-01-01', until: '2026-12-31' },
      params: { subject: 'units-served' },
      asOf,
    }
    return read(upkeep.world.chenghu, async (reader) => (await countedRate.read(reader, query)).parts.strengths)
  }
  const before = upkeep.clock.now
  expect(await strength()).toMatchObject({ C: 0, D: 1 })

  const bring = (readingId: string, documentId: string) =>
    upkeep.engineer.ask('POST', `/upkeep/readings/${readingId}/export`, { body: { documentId } })
  const file = fileForm('导出.csv', new TextEncoder().encode('单位,是否接通'))
  const { id: documentId } = (await upkeep.engineer.ask('POST', '/documents', { body: file })).body
  upkeep.clock.now = before.add({ hours: 5 })
  const brought = await bring(typed.id, documentId)
  expect(brought.body).toMatchObject({ lacksExport: false, value: '15', document: { name: '导出.csv' } })
  expect([await strength(), await strength(before)]).toMatchObject([
    { C: 1, D: 0 },
    { C: 0, D: 1 },
  ])
  expect((await bring(typed.id, documentId)).body.code).toBe('export-not-lacking')
})

test('a list of readings is looked at, every fault named at its cell, and taken whole with its file', async () => {
  const id = await addMeter({ name: '总表' })
  const send = (path: string, lines: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    const text = ['表计或线路,时间,读数,总数', ...lines].join('\n')
    form.append('file', new File([text], '读数.csv'))
    for (const [key, value] of Object.entries(more)) form.append(key, value)
    return upkeep.engineer.ask('POST', path, { body: form })
  }
  const wrong = await send('/upkeep/reading-lists/readings', [
    '总表,2026-13-01,5,',
    '别的表,2026-01-01,5,',
    '总表,2026-01-01,五,',
  ])
  expect(wrong.body.problems.map(({ cell }: { cell: string }) => cell)).toEqual(['B2', 'A3', 'C4'])
  const marked = await send('/upkeep/reading-lists/marked', ['别的表,2026-01-01,5,'])
  expect(new TextDecoder().decode(marked.bytes)).toContain('没有叫“别的表”的在用表计或线路')
  const lines = ['总表,2026-01-01,100,', '总表,2026/2/1 09:30,180,']
  const { body: looked } = await send('/upkeep/reading-lists/readings', lines)
  expect(looked).toMatchObject({ made: 2, unchanged: 0, wrongCells: 0 })
  const taken = await send('/upkeep/reading-lists', lines, { fingerprint: looked.fingerprint })
  expect(taken.body).toEqual({ made: 2, changed: 0, unchanged: 0 })
  expect((await send('/upkeep/reading-lists/readings', lines)).body).toMatchObject({ made: 0, unchanged: 2 })
  const { body } = await upkeep.engineer.ask('GET', `/upkeep/meters/${id}?year=2026`)
  expect(body.readings[0]).toMatchObject({ value: '180', source: 'list', document: { name: '读数.csv' } })
})
