import { FormId, ProjectId } from '@shiji/contract/performance'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { ProblemError } from '#desk/api/problem-error.ts'
import { changeDesk, type DeskAction, type FormDesk, hasEditsToSend, isSaved, openDesk } from './form-desk.ts'
import type { OpenedForm } from './opened-form.ts'

const ID = '01900000-0000-7000-8000-000000000001'

const form: OpenedForm = {
  id: FormId.parse(ID),
  projectId: ProjectId.parse(ID),
  version: 3,
  savedAt: '2026-03-02T01:05:00.000Z',
  savedBy: '周予安',
  content: FormContentSchema.parse({
    template: 'CN-SH-MINHANG-DECLARATION',
    edition: '2020',
    stage: 'declaration',
    year: 2026,
    moneyUnit: '元',
    project: '机房运维',
    unit: null,
  }),
  findings: [],
  score: null,
}
const typed: DeskAction = { kind: 'did', step: [{ where: 'project', was: '机房运维', now: '机房运行维护' }] }
const again: DeskAction = { kind: 'did', step: [{ where: 'unit', was: '', now: '信息中心' }] }
const sending: DeskAction = { kind: 'sending', key: 'k-1' }
const failed = (code: ProblemError['code']): DeskAction => ({
  kind: 'failed',
  problem: new ProblemError({ code, detail: '', parameters: {}, requestId: null }),
})

function after(...actions: readonly DeskAction[]): FormDesk {
  return actions.reduce(changeDesk, openDesk(form, null))
}

test('what did not arrive goes out again unchanged and under its key, whatever was typed since', () => {
  const desk = after(typed, sending, failed('unreachable'), again, { kind: 'again' })
  expect([desk.saving.kind, desk.key, desk.edits.sent.length, desk.edits.waiting.length]).toEqual([
    'sending',
    'k-1',
    1,
    1,
  ])
})

test('while the server is away nothing goes out by itself, and everything stays on the page', () => {
  const desk = after(typed, sending, failed('unreachable'), again)
  expect([desk.saving.kind, hasEditsToSend(desk), desk.edits.inView.unit]).toEqual(['offline', false, '信息中心'])
})

test('what the server refused waits for another change, and may be dropped', () => {
  const refused = after(typed, sending, failed('form-exists'))
  expect([refused.saving.kind, hasEditsToSend(refused)]).toEqual(['refused', false])
  expect(hasEditsToSend(changeDesk(refused, again))).toBe(true)
  const dropped = changeDesk(refused, { kind: 'dropped' })
  expect([dropped.edits.inView.project, isSaved(dropped)]).toEqual(['机房运维', true])
})

test('a tab killed while a call travelled sends the same call again', () => {
  const edit = { where: 'project', was: '机房运维', now: '机房运行维护' }
  const desk = openDesk(form, { version: 3, key: 'k-1', sent: [edit], waiting: [] })
  expect([desk.saving.kind, desk.key, desk.edits.inView.project]).toEqual(['sending', 'k-1', '机房运行维护'])
})

test('a reply brings the words of others, and both texts where two people wrote', () => {
  const theirs = { ...form, version: 5, content: { ...form.content, unit: '教育信息中心', project: '机房运行维护' } }
  const conflicts = [{ where: 'unit', theirs: '教育信息中心', yours: '信息中心' }]
  const desk = changeDesk(after(typed, again, sending), { kind: 'saved', form: theirs, conflicts })
  expect([desk.form.version, desk.edits.inView.unit, isSaved(desk)]).toEqual([5, '教育信息中心', true])
  expect(changeDesk(desk, { kind: 'settled', where: 'unit' }).conflicts).toEqual([])
})
