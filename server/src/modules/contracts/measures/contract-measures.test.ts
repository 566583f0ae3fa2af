import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import type { Measure } from '#platform/measure'
import { DAY, makeContracts, type TestContracts } from '#testing/test-contracts'
import { acceptanceDate, acceptancePassRate, requirementsAccepted } from './acceptance-measures.ts'
import { assessmentResult } from './appraisal-measures.ts'
import { paymentOnTime, procurementCompliance, settlementAgainstContract } from './money-measures.ts'
import { changeOrders, deliveryOnTime, milestonesOnTime, purchasePlanDone, supervisionLog } from './works-measures.ts'

let desk: TestContracts

beforeEach(async () => {
  desk = await makeContracts()
})

const NOW = Temporal.Instant.from('2021-07-01T00:00:00Z')
const figure = async (measure: Measure, asOf = NOW) => {
  const query = {
    scope: { unitId: desk.contact.unitId, projectId: desk.projectId },
    period: { from: '2021-01-01', until: '2021-12-31' },
    params: {},
    asOf,
  }
  return read(desk.world.chenghu, async (reader) => {
    const { value, parts } = await measure.read(reader, query)
    const listed = await measure.list(reader, query, { which: 'counted', after: null, limit: 100 })
    expect(listed).toHaveLength(parts.counted)
    return [value, parts.excluded]
  })
}
const LATER = Temporal.Instant.from('2022-02-01T00:00:00Z')

test('a milestone nobody reached by its day is missed, and reached late it stays so', async () => {
  const before = Temporal.Instant.from('2021-06-30T08:00:00Z')
  expect(await figure(milestonesOnTime, before)).toEqual(['0.00', {}])
  await desk.act('milestones', { milestoneId: desk.ids.上线, doneOn: DAY, note: '', documentId: null })
  expect(await figure(milestonesOnTime)).toEqual(['0.00', {}])
})

test('acceptance counts the items of the last sheet, and requirements apart', async () => {
  const item = { kind: 'quality', item: '响应', required: '≤10分钟', measured: '12分钟', verdict: null }
  const sheet = { name: '初验', milestoneId: null, acceptedOn: DAY, signedBy: '陆明', documentId: null }
  const need = { ...item, kind: 'requirement', required: '全部上线', measured: '全部上线', verdict: true }
  await desk.act('acceptances', { ...sheet, items: [item, need] })
  expect(await figure(acceptancePassRate)).toEqual(['50.00', {}])
  await desk.act('acceptances', { ...sheet, items: [{ ...item, measured: '9分钟' }, need] })
  expect(await figure(acceptancePassRate)).toEqual(['100.00', { superseded: 2 }])
  expect(await figure(requirementsAccepted)).toEqual(['100.00', { superseded: 1 }])
  expect(await figure(acceptanceDate)).toEqual(['100.00', {}])
})

test('an instalment that could not be paid on its day is not held against the office', async () => {
  const paid = { instalmentId: desk.ids.首付款, paidOn: '2021-03-30', amount: '300000', voucher: 'Z-1' }
  await desk.act('payments', paid)
  expect(await figure(paymentOnTime)).toEqual(['100.00', { gated: 1, running: 1 }])
  expect(await figure(paymentOnTime, LATER)).toEqual(['100.00', { gated: 2 }])
})

test('an appraisal that was not held by the end of the year did not pass', async () => {
  expect(await figure(assessmentResult)).toEqual([null, { running: 1 }])
  expect(await figure(assessmentResult, LATER)).toEqual(['0.00', {}])
  await desk.act('appraisals', { year: 2021, heldOn: DAY, opinion: '合格' }, desk.leader)
  expect(await figure(assessmentResult)).toEqual(['100.00', {}])
})

test('a change carried out before it was approved is irregular, one not yet decided is left open', async () => {
  const change = { what: '增加点位', reason: '需要', amountDelta: '0', endsOn: null, askedOn: DAY }
  await desk.act('changes', { ...change, carriedOutOn: null })
  expect(await figure(changeOrders)).toEqual([null, { running: 1 }])
  await desk.act('changes', { ...change, carriedOutOn: '2021-06-01' })
  expect(await figure(changeOrders)).toEqual(['0.00', { running: 1 }])
})

test('the plan counts every line, delivered in full or not; a late line is late', async () => {
  const line = { projectId: desk.projectId, year: 2021, unitWord: '台', estimate: '100', method: 'open-tender' }
  const plan = async (item: string, dueOn: string) =>
    (await desk.contact.ask('POST', '/purchases', { body: { ...line, item, quantity: '2', dueOn } })).body.id
  const purchaseIds = [await plan('交换机', '2021-06-01'), await plan('服务器', '2021-06-20')]
  const { id } = (await desk.sign({ number: 'QX-9', purchaseIds })).body
  const deliver = (purchaseId: string | undefined, deliveredOn: string) =>
    desk.contact.ask('POST', `/contracts/${id}/deliveries`, {
      body: { purchaseId, deliveredOn, quantity: '2', noteNumber: '', documentId: null },
    })
  await deliver(purchaseIds[0], '2021-06-03')
  await deliver(purchaseIds[1], '2021-06-18')
  expect(await figure(purchasePlanDone)).toEqual(['100.00', {}])
  expect(await figure(deliveryOnTime)).toEqual(['50.00', {}])
})

test('settlement, procurement and supervision each count what is in order', async () => {
  // Signed before it began; neither planned nor estimated, and no licence was entered.
  expect((await figure(procurementCompliance))[0]).toBe('25.00')
  await desk.act('settlement', { settledOn: DAY, amount: '700000.01' })
  expect((await figure(settlementAgainstContract))[0]).toBe('0.00')
  const supervisor = await desk.office.addPerson('watcher', { unitId: desk.contact.unitId, roles: ['supervisor'] })
  const note = { kind: 'log', what: '巡视', answerDueOn: null }
  await desk.act('supervision', { ...note, day: DAY }, supervisor)
  await desk.act('supervision', { ...note, day: '2021-06-01' }, supervisor)
  expect((await figure(supervisionLog))[0]).toBe('50.00')
})
