import { expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeContracts } from '#testing/test-contracts'
import { entryDelay } from '../measures/asset-measures.ts'

test('of a delivery no more enters the store than came; how soon it entered is a figure', async () => {
  const desk = await makeContracts()
  const { contact, projectId } = desk
  const ask = async (path: string, body?: object) =>
    (await contact.ask(body === undefined ? 'GET' : 'POST', path, body === undefined ? {} : { body })).body
  const line = { projectId, year: 2021, unitWord: '个', estimate: '100', method: 'open-tender', dueOn: '2021-06-01' }
  const { id: purchaseId } = await ask('/purchases', { ...line, item: '光模块', quantity: '10' })
  const { id: contractId } = (await desk.sign({ number: 'QX-9', purchaseIds: [purchaseId] })).body
  const delivery = { purchaseId, deliveredOn: '2021-04-10', quantity: '10', noteNumber: 'SH-1', documentId: null }
  await ask(`/contracts/${contractId}/deliveries`, delivery)
  const item = { code: 'BJ-1', name: '光模块', model: '', unitWord: '个', roomId: null, minimum: '0' }
  const { id } = await ask('/stock', item)
  const enter = async (quantity: string, happenedOn: string) => {
    const [one] = await ask('/stock-deliveries')
    return ask(`/stock/${id}/entries`, { quantity, happenedOn, deliveryId: one.id, note: '' })
  }
  const figure = async () => {
    const query = {
      scope: { unitId: contact.unitId, projectId },
      period: { from: '2021-01-01', until: '2021-12-31' },
      params: {},
      asOf: Temporal.Instant.from('2021-12-31T00:00:00Z'),
    }
    const { value, parts } = await read(desk.world.chenghu, (reader) => entryDelay.read(reader, query))
    return [value, parts.excluded]
  }

  expect((await enter('4', '2021-04-09')).code).toBe('stock-before-delivery')
  expect((await enter('11', '2021-04-12')).code).toBe('stock-over-delivery')
  const { id: wrong } = await enter('4', '2021-04-12')
  expect(await ask('/stock-deliveries')).toMatchObject([{ item: '光模块', noteNumber: 'SH-1', left: '6' }])
  await enter('6', '2021-05-20')
  expect(await figure()).toEqual(['50.00', {}])
  await ask(`/stock-movements/${wrong}/correction`, { reason: '数错' })
  expect(await figure()).toEqual(['0.00', { 'taken-back': 1 }])
  expect(await ask('/stock-deliveries')).toMatchObject([{ left: '4' }])
})
