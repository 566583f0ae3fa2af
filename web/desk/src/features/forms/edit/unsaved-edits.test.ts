import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doAgain, NO_HISTORY, remember, takeBack } from './edit-history.ts'
import {
  acknowledge,
  addEdits,
  areAllSaved,
  resumeEditing,
  sendWaiting,
  startEditing,
  waitAgain,
} from './unsaved-edits.ts'

const form: FormContent = FormContentSchema.parse({
  template: 'CN-SH-MINHANG-DECLARATION',
  edition: '2020',
  stage: 'declaration',
  year: 2026,
  moneyUnit: '元',
  project: '机房运维',
  unit: null,
  money: { yearBudget: '180000' },
  indicators: [
    { level1: '产出目标', level2: '数量', level3: '巡检次数', target: '≥12次' },
    { level1: '产出目标', level2: '质量', level3: '可用率', target: '≥99%' },
  ],
})
const target = (row: number, was: string, now: string) => ({ where: `indicators[${row}].target`, was, now })

test('typing twice in one cell travels as one edit', () => {
  const first = addEdits(startEditing(form), [target(1, '≥99%', '≥99.5%')])
  const second = addEdits(first.edits, [target(1, '≥99.5%', '≥99.9%')])
  expect(second.edits.waiting).toEqual([target(1, '≥99%', '≥99.9%')])
})

test('typing the old text again leaves nothing to save', () => {
  const first = addEdits(startEditing(form), [target(1, '≥99%', '≥99.5%')])
  expect(areAllSaved(addEdits(first.edits, [target(1, '≥99.5%', '≥99%')]).edits)).toBe(true)
})

test('an amount is kept as its digits, and what is no amount changes nothing', () => {
  const typed = addEdits(startEditing(form), [
    { where: 'money.yearBudget', was: '180000', now: '19.5万元' },
    { where: 'indicators[0].weight', was: '', now: '十分' },
  ])
  expect(typed.changed).toEqual([{ where: 'money.yearBudget', was: '180000', now: '195000' }])
})

test('what is typed while a call travels stays on the page after the reply', () => {
  const sent = sendWaiting(addEdits(startEditing(form), [target(0, '≥12次', '≥24次')]).edits)
  const typing = addEdits(sent, [target(1, '≥99%', '≥99.5%')]).edits
  const { edits, conflicts } = acknowledge(typing, { ...sent.inView, project: '机房运行维护' })
  expect(edits.inView.project).toBe('机房运行维护')
  expect(edits.inView.indicators[1]?.target).toBe('≥99.5%')
  expect([edits.waiting.length, conflicts]).toEqual([1, []])
})

test('a row that a colleague put in above moves what is typed below it along', () => {
  const typing = addEdits(startEditing(form), [target(1, '≥99%', '≥99.5%')]).edits
  const [first] = form.indicators
  if (first === undefined) throw new Error('no row')
  const saved = { ...form, indicators: [{ ...first, level3: '演练次数' }, ...form.indicators] }
  expect(acknowledge(typing, saved).edits.waiting).toEqual([target(2, '≥99%', '≥99.5%')])
})

test('the same cell changed by a colleague is shown with both texts', () => {
  const typing = addEdits(startEditing(form), [target(1, '≥99%', '≥99.5%')]).edits
  const saved = { ...form, indicators: form.indicators.map((row, at) => (at === 1 ? { ...row, target: '≥98%' } : row)) }
  const { edits, conflicts } = acknowledge(typing, saved)
  expect(conflicts).toEqual([{ where: 'indicators[1].target', theirs: '≥98%', yours: '≥99.5%' }])
  expect(edits.inView.indicators[1]?.target).toBe('≥98%')
})

test('a call that did not arrive waits again, in order', () => {
  const sent = sendWaiting(addEdits(startEditing(form), [target(0, '≥12次', '≥24次')]).edits)
  const typing = addEdits(sent, [target(0, '≥24次', '≥36次')]).edits
  expect(waitAgain(typing).waiting).toEqual([target(0, '≥12次', '≥36次')])
})

test('a killed tab loses nothing: what travelled and what waited are on the page again', () => {
  const resumed = resumeEditing(form, { sent: [target(0, '≥12次', '≥24次')], waiting: [target(1, '≥99%', '≥99.5%')] })
  expect(resumed.inView.indicators.map((row) => row.target)).toEqual(['≥24次', '≥99.5%'])
  expect([resumed.sent.length, resumed.waiting.length]).toEqual([1, 1])
})

const EDIT = fc.record({ row: fc.nat(1), text: fc.constantFrom('≥95%', '≤3次', '及时', '') })

test('undoing every step brings the form back, doing them again brings the changes back', () => {
  fc.assert(
    fc.property(fc.array(EDIT, { maxLength: 8 }), (typed) => {
      let { edits, history } = { edits: startEditing(form), history: NO_HISTORY }
      for (const { row, text } of typed) {
        const added = addEdits(edits, [target(row, edits.inView.indicators[row]?.target ?? '', text)])
        edits = added.edits
        if (added.changed.length > 0) history = remember(history, added.changed)
      }
      const changed = edits.inView
      for (let back = takeBack(history); back !== null; back = takeBack(history)) {
        edits = addEdits(edits, back.step).edits
        history = back.history
      }
      expect(edits.inView).toEqual(form)
      expect(areAllSaved(edits)).toBe(true)
      for (let again = doAgain(history); again !== null; again = doAgain(history)) {
        edits = addEdits(edits, again.step).edits
        history = again.history
      }
      expect(edits.inView).toEqual(changed)
    }),
  )
})
