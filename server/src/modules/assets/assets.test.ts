import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import type { Measure } from '#platform/measure'
import { assetRow, makeAssets, type TestAssets } from '#testing/test-assets'
import { fileForm } from '#testing/test-office'
import { entryDelay, integrityRate, stocktakeAgreement, storageCheck } from './measures/asset-measures.ts'

let desk: TestAssets

beforeEach(async () => {
  desk = await makeAssets()
})

const THREE = ['ZC-1', 'ZC-2', 'ZC-3'].map((number) => assetRow(number))
const list = async (query = '', who = desk.contact) => (await who.ask('GET', `/assets${query}`)).body
const idOf = async (number: string) => (await list(`?search=${number}`)).assets[0].id
const roomOf = async (name: string) =>
  (await desk.contact.ask('GET', '/rooms')).body.find((room: { name: string }) => room.name === name)?.id
const change = async (number: string, changes: object) =>
  desk.contact.ask('POST', `/assets/${await idOf(number)}/events`, {
    body: { state: 'in-use', roomId: null, keeper: '', happenedOn: '2026-02-10', note: '', ...changes },
  })
const figure = (measure: Measure) =>
  read(desk.world.chenghu, (reader) =>
    measure.read(reader, {
      scope: { unitId: desk.unitId, projectId: null },
      period: { from: '2026-01-01', until: '2026-12-31' },
      params: {},
      asOf: desk.clock.now,
    }),
  )

describe('a list of assets', () => {
  test('comes in whole with its rooms, and brought again changes nothing', async () => {
    expect((await desk.take(THREE)).body).toEqual({ made: 3, changed: 0, unchanged: 0 })
    expect((await desk.take(THREE)).body).toEqual({ made: 0, changed: 0, unchanged: 3 })
    const moved = [assetRow('ZC-1', { 存放房间: '四号机房' }), ...THREE.slice(1)]
    expect((await desk.take(moved)).body).toEqual({ made: 0, changed: 1, unchanged: 2 })
    expect((await list('?search=四号机房')).assets).toMatchObject([{ number: 'ZC-1', room: { name: '四号机房' } }])
  })

  test('with faults is named cell by cell, marked, and nothing of it is taken', async () => {
    const wrong = [assetRow('ZC-1', { 类别: '飞机' }), assetRow('ZC-2', { 入账日期: '2027-01-01' })]
    const { body } = await desk.bring('/asset-lists/readings', wrong)
    expect(body).toMatchObject({ wrongCells: 2, problems: [{ cell: 'C3' }, { cell: 'M4' }] })
    const taken = await desk.bring('/asset-lists', wrong, { fingerprint: body.fingerprint })
    expect(taken.body.code).toBe('list-wrong')
    const marked = await desk.bring('/asset-lists/marked', wrong)
    const again = await desk.contact.ask('POST', '/asset-lists/readings', {
      body: fileForm('资产（标注）.xlsx', new Uint8Array(marked.bytes)),
    })
    expect(again.body.wrongCells).toBe(2)
    expect((await list()).assets).toEqual([])
  })

  test('is seen by its own office alone', async () => {
    await desk.take(THREE)
    const id = await idOf('ZC-1')
    expect((await desk.stranger.ask('GET', `/assets/${id}`)).status).toBe(404)
    expect((await list('', desk.stranger)).assets).toEqual([])
  })
})

describe('the life of an asset', () => {
  test('is kept event by event, and what was scrapped stays scrapped', async () => {
    await desk.take(THREE)
    expect((await change('ZC-1', { state: 'repair', note: '风扇异响' })).status).toBe(200)
    expect((await change('ZC-1', { state: 'scrapped', happenedOn: '2026-02-20' })).status).toBe(200)
    const refused = await change('ZC-1', { state: 'in-use', happenedOn: '2026-02-21' })
    expect(refused.body).toMatchObject({ code: 'asset-cannot' })
    expect(refused.body.detail).toContain('“报废”，不能变为“在用”')
    const asset = (await desk.contact.ask('GET', `/assets/${await idOf('ZC-1')}`)).body
    expect(asset.events.map(({ state }: { state: string }) => state)).toEqual(['scrapped', 'repair', 'in-use'])
    expect(asset).toMatchObject({ entryDelay: 5, next: [], stateSince: '2026-02-20' })
  })

  test('counts at the ends of months: under repair it is not in order, scrapped it is not counted', async () => {
    await desk.take(THREE)
    await change('ZC-1', { state: 'repair' })
    await change('ZC-2', { state: 'scrapped' })
    expect(await figure(integrityRate)).toMatchObject({ value: '80.00', parts: { numerator: '4', denominator: '5' } })
  })

  test('begins in the books: in time or late, and not counted without a day of delivery', async () => {
    const late = assetRow('ZC-4', { 入账日期: '2026-02-20' })
    await desk.take([...THREE, late, assetRow('ZC-5', { 到货日期: '' })])
    expect(await figure(entryDelay)).toMatchObject({ value: '75.00', parts: { excluded: { 'delivery-unknown': 1 } } })
  })
})

describe('a stocktake', () => {
  test('lays everything out; found, found elsewhere and never found are told apart', async () => {
    await desk.take(THREE)
    await desk.contact.ask('POST', '/rooms', { body: { name: '库房', isStore: true } })
    const begun = { name: '年度盘点', openedOn: '2026-02-25' }
    const { id } = (await desk.contact.ask('POST', '/stocktakes', { body: begun })).body
    const count = (number: string, roomId: string) =>
      desk.contact.ask('POST', `/stocktakes/${id}/counts`, { body: { number, roomId } })
    expect((await count('ZC-1', await roomOf('三号机房'))).body.outcome).toBe('agrees')
    expect((await count('ZC-2', await roomOf('库房'))).body.outcome).toBe('elsewhere')
    expect((await count('ZC-9', await roomOf('库房'))).status).toBe(404)
    const ended = await desk.contact.ask('POST', `/stocktakes/${id}/end`, { body: { closedOn: '2026-02-27' } })
    expect(ended.body).toMatchObject({ expected: 3, agreeing: 1, elsewhere: 1, missing: 1 })
    expect((await count('ZC-3', await roomOf('三号机房'))).body.code).toBe('stocktake-closed')
    expect((await figure(stocktakeAgreement)).value).toBe('33.33')
    const { counts } = (await desk.contact.ask('GET', `/stocktakes/${id}`)).body
    expect(counts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['elsewhere', 'missing', 'agrees'])
  })

  test('of a unit without assets is not begun', async () => {
    const refused = await desk.contact.ask('POST', '/stocktakes', { body: { name: '盘点', openedOn: '2026-02-25' } })
    expect(refused.body.code).toBe('nothing-to-count')
  })
})

test('a storage check counts what was looked at and what was right', async () => {
  await desk.take(THREE)
  const check = (passed: number) => ({ checkedOn: '2026-02-25', items: 20, passed, note: '' })
  const path = `/rooms/${await roomOf('三号机房')}/checks`
  expect((await desk.contact.ask('POST', path, { body: check(21) })).body.code).toBe('more-than-looked-at')
  await desk.contact.ask('POST', path, { body: check(19) })
  expect(await figure(storageCheck)).toMatchObject({ value: '95.00', parts: { denominator: '20' } })
})

test('of 5,000 assets with 200 planted faults every fault is named and marked; corrected, all come in', async () => {
  const faults = [{ 类别: '飞机' }, { 名称: '' }, { 入账日期: '昨天' }, { 使用单位: '没有的学校' }, { 单价: '很贵' }]
  const rows = Array.from({ length: 5000 }, (_, at) => {
    return assetRow(`ZC-${10_000 + at}`, at % 25 === 0 ? faults[(at / 25) % faults.length] : {})
  })
  const { body } = await desk.bring('/asset-lists/readings', rows)
  expect(body).toMatchObject({ wrongCells: 200, wrongRows: 200 })
  expect((await desk.bring('/asset-lists/marked', rows)).status).toBe(200)
  const corrected = rows.map((_, at) => assetRow(`ZC-${10_000 + at}`))
  expect((await desk.take(corrected)).body).toEqual({ made: 5000, changed: 0, unchanged: 0 })
})
