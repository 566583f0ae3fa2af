import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { STOCK_HEADINGS } from '@shiji/kernel/assets/stock-sheet'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { fileForm } from '#testing/test-office'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-02T10:00:00+08:00' })
})

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  desk.engineer.ask(method, path, body === undefined ? {} : { body })
const add = async (code = 'BJ-1', changes: object = {}) => {
  const facts = { code, name: 'SFP 光模块', model: '千兆', unitWord: '个', roomId: null, minimum: '3' }
  return (await ask('POST', '/stock', { ...facts, ...changes })).body.id as string
}
const enter = (id: string, quantity: string, happenedOn = '2026-03-02') =>
  ask('POST', `/stock/${id}/entries`, { quantity, happenedOn, deliveryId: null, note: '' })
const issue = (id: string, quantity: string, changes: object = {}) =>
  ask('POST', `/stock/${id}/issues`, {
    ...{ quantity, happenedOn: '2026-03-02', receiver: '周老师', ticketNumber: '', assetNumber: '', note: '' },
    ...changes,
  })
const open = async (id: string) => (await ask('GET', `/stock/${id}`)).body
const count = (lines: object[]) => ask('POST', '/stock-counts', { roomId: null, countedOn: '2026-03-02', lines })

describe('what lies in the store', () => {
  test('is the sum of what went in and out, and is short below its minimum', async () => {
    const id = await add()
    await enter(id, '5')
    expect(await open(id)).toMatchObject({ onHand: '5', isShort: false })
    await issue(id, '2.5')
    expect(await open(id)).toMatchObject({ onHand: '2.5', isShort: true, movements: [{ quantity: '-2.5' }, {}] })
    expect((await ask('GET', '/stock?shortOnly=true')).body).toMatchObject({ all: 1, short: 1, items: [{ id }] })
  })

  test('tells who keeps the store once when it falls below the minimum, and again after it was filled', async () => {
    const id = await add()
    const told = async () => {
      const { body } = await desk.manager.ask('GET', '/messages')
      return body.messages.map(({ sentence }: { sentence: string }) => sentence)
    }
    await enter(id, '5')
    await issue(id, '2')
    expect(await told()).toEqual([])
    await issue(id, '1')
    await issue(id, '1')
    const sentence = '低于最低库存：“SFP 光模块”还有 2 个，最低 3 个，请采购或补足。'
    expect(await told()).toEqual([sentence])
    await enter(id, '4')
    await count([{ itemId: id, expected: '5', found: '2', reason: '借出未登记' }])
    expect(await told()).toEqual([sentence, sentence])
    expect((await desk.teacher.ask('GET', '/messages')).body.messages).toEqual([])
  })

  test('is not taken twice, not for an unknown ticket, and not tomorrow', async () => {
    const id = await add()
    await enter(id, '5')
    expect((await issue(id, '6')).body).toMatchObject({ code: 'stock-lacking', parameters: { onHand: '5' } })
    expect((await issue(id, '1', { ticketNumber: '无此单' })).body.code).toBe('stock-use-unknown')
    expect((await issue(id, '1', { happenedOn: '2026-03-03' })).body.code).toBe('day-ahead')
    const { number } = (await desk.call()).body
    expect((await issue(id, '1', { ticketNumber: number })).status).toBe(200)
    expect(await open(id)).toMatchObject({ onHand: '4', movements: [{ ticket: { number } }, {}] })
  })

  test('is set right by a counter-entry, once; what was wrong stays', async () => {
    const id = await add()
    const { id: wrong } = (await enter(id, '50')).body
    const takeBack = (movement: string) =>
      ask('POST', `/stock-movements/${movement}/correction`, { reason: '多写了一个 0' })
    const { id: counter } = (await takeBack(wrong)).body
    expect(await open(id)).toMatchObject({
      onHand: '0',
      movements: [
        { kind: 'correction', quantity: '-50', mayTakeBack: false },
        { kind: 'entry', isTakenBack: true, mayTakeBack: false },
      ],
    })
    expect((await takeBack(wrong)).body.code).toBe('stock-taken-back')
    expect((await takeBack(counter)).body.code).toBe('stock-taken-back')
  })

  test('is seen by nobody of another unit', async () => {
    const id = await add()
    expect((await desk.stranger.ask('GET', `/stock/${id}`)).status).toBe(403)
    const far = await desk.office.addPerson('far', {
      unitId: await desk.office.addUnit('机关事务服务中心'),
      roles: ['project-contact'],
    })
    expect((await far.ask('GET', `/stock/${id}`)).status).toBe(404)
    expect((await far.ask('GET', '/stock')).body).toMatchObject({ all: 0, items: [] })
  })
})

describe('a count', () => {
  test('makes a movement of every difference, with its reason', async () => {
    const [one, other] = [await add('BJ-1'), await add('BJ-2')]
    await enter(one, '5')
    await enter(other, '2')
    const lines = (reason: string) => [
      { itemId: one, expected: '5', found: '4', reason },
      { itemId: other, expected: '2', found: '2', reason: '' },
    ]
    expect((await count(lines(''))).body).toMatchObject({ code: 'stock-reason-lacking' })
    expect((await count(lines('借出未登记'))).body).toMatchObject({ items: 2, differing: 1 })
    expect(await open(one)).toMatchObject({ onHand: '4', movements: [{ kind: 'count', note: '借出未登记' }, {}] })
    expect((await open(other)).movements).toHaveLength(1)
  })

  test('is done again when something was moved meanwhile', async () => {
    const id = await add()
    await enter(id, '5')
    expect((await count([{ itemId: id, expected: '4', found: '4', reason: '' }])).body.code).toBe('changed-meanwhile')
  })
})

test('parts of a work order leave the store, and come back when they are struck out', async () => {
  const id = await add()
  await enter(id, '5')
  const ticket = (await desk.call()).body.id
  const opened = await ask('POST', `/desk/tickets/${ticket}/work-orders`, { what: '更换光模块', steps: [] })
  const record = (version: number, quantity: string | null) => {
    const part = { name: 'SFP 光模块', serial: '', quantity, unit: '个', itemId: id }
    return ask('PUT', `/desk/work-orders/${opened.body.id}`, {
      ...{ version, steps: [], spans: [], parts: quantity === null ? [] : [part] },
    })
  }
  expect((await record(1, '6')).body.code).toBe('stock-lacking')
  expect((await record(1, '3')).body).toMatchObject({ version: 2, parts: [{ itemId: id }] })
  expect((await record(2, '3')).status).toBe(200)
  expect((await open(id)).onHand).toBe('2')
  await record(3, '1')
  await record(4, null)
  const kinds = (await open(id)).movements.map(({ kind, quantity }: Record<string, string>) => `${kind} ${quantity}`)
  expect(kinds).toEqual(['return 1', 'return 2', 'issue -3', 'entry 5'])
})

test('a list comes in with what is there, and brought again does not change how many', async () => {
  const bring = async (path: string, rows: string[][], fields: Record<string, string> = {}) => {
    const columns = Object.values(STOCK_HEADINGS).map(({ zh: heading }) => ({ heading, width: 16 }))
    const bytes = await writeListTemplate([{ name: '耗材备件', note: '说明', columns, rows }])
    const body = fileForm('耗材备件.xlsx', new Uint8Array(bytes))
    for (const [key, value] of Object.entries(fields)) body.set(key, value)
    return (await desk.engineer.ask('POST', path, { body })).body
  }
  const take = async (rows: string[][]) => {
    const { fingerprint } = await bring('/stock-lists/readings', rows)
    return bring('/stock-lists', rows, { fingerprint })
  }
  const row = (opening: string) => ['BJ-1', '网线', '六类', '箱', '', '备件库', '2', opening]
  expect(await take([row('10')])).toEqual({ made: 1, changed: 0, unchanged: 0 })
  const [item] = (await ask('GET', '/stock')).body.items
  expect(item).toMatchObject({ onHand: '10', room: { name: '备件库' }, unitWord: '箱' })
  await issue(item.id, '4')
  expect(await take([row('')])).toEqual({ made: 0, changed: 0, unchanged: 1 })
  const wrong = await bring('/stock-lists/readings', [row('10'), ['BJ-2', '', '', '个', '', '', '少', '']])
  expect(wrong.problems).toMatchObject([{ cell: 'H3' }, { cell: 'B4' }, { cell: 'G4' }])
})
