import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { answerDoubt, type DoubtItem, isFormSettled, settleDoubt, startQueue, turnTo } from './doubt-queue.ts'

const doubt = (form: number, where: string, code: string): DoubtItem => ({
  form,
  where,
  code,
  message: '',
  rawCells: [],
  quoted: [],
})
const queue = startQueue([
  doubt(0, 'indicators[1].level1', 'shifted-left'),
  doubt(0, 'form', 'year-inferred'),
  doubt(1, 'indicators[0].target', 'cell-moved'),
])

test('accepting walks from doubt to doubt', () => {
  const answered = answerDoubt(queue, 'accepted')
  expect([answered.at, answered.answers.size]).toEqual([1, 1])
})

test('after the last one the queue returns to what was left open', () => {
  expect(answerDoubt(turnTo(queue, 2), 'edited').at).toBe(0)
})

test('a form may be saved once all its own doubts are answered', () => {
  const first = answerDoubt(answerDoubt(queue, 'accepted'), 'edited')
  expect([isFormSettled(first, 0), isFormSettled(first, 1)]).toEqual([true, false])
})

test('turning over stops at both ends', () => {
  expect([turnTo(queue, -1).at, turnTo(queue, 9).at]).toEqual([0, 2])
})

test('an answered doubt leaves the form, the others stay', () => {
  const content = FormContentSchema.parse({
    template: 'generic',
    edition: null,
    stage: 'declaration',
    year: 2026,
    moneyUnit: null,
    project: '机房运维',
    unit: null,
    indicators: [
      {
        level1: '产出',
        level2: '',
        level3: '巡检',
        target: '≥12次',
        doubts: [
          { code: 'shifted-left', field: 'level1', parameters: {} },
          { code: 'cell-moved', field: 'target', parameters: {} },
        ],
      },
    ],
    doubts: [{ code: 'year-inferred', field: '', parameters: {} }],
  })
  const settled = settleDoubt(
    settleDoubt(content, doubt(0, 'indicators[0].level1', 'shifted-left')),
    doubt(0, 'form', 'year-inferred'),
  )
  expect(settled.indicators[0]?.doubts.map(({ code }) => code)).toEqual(['cell-moved'])
  expect(settled.doubts).toEqual([])
})
