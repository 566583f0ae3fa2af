import { expect, test } from 'vitest'
import { findSigningProblem, findWorkProblem, workedMinutes } from './work-record.ts'
import type { WorkSpan, WorkStep } from './work-schema.ts'

const NOW = '2026-03-02T12:00:00Z'
const span = (from: string, until: string, personId = 'a'): WorkSpan => ({
  personId,
  from: `2026-03-02T${from}:00Z`,
  until: `2026-03-02T${until}:00Z`,
})
const step = (state: WorkStep['state'], note = ''): WorkStep => ({ what: '换模块', state, note })

test.each<[string, WorkStep[], WorkSpan[], ReturnType<typeof findWorkProblem>]>([
  ['two people at the same time', [step('done')], [span('08:00', '09:00'), span('08:00', '09:00', 'b')], null],
  ['one person, one stretch after the other', [], [span('08:00', '09:00'), span('09:00', '10:00')], null],
  [
    'one person twice at once',
    [],
    [span('08:00', '09:00'), span('08:59', '10:00')],
    { code: 'span-doubled', number: 2 },
  ],
  ['a stretch of no length', [], [span('08:00', '08:00')], { code: 'span-reversed', number: 1 }],
  ['a stretch that is not over', [], [span('11:00', '12:01')], { code: 'span-ahead', number: 1 }],
  ['a step left out without a word', [step('done'), step('left-out')], [], { code: 'reason-lacking', number: 2 }],
  ['a step left out for a reason', [step('left-out', '无备件')], [], null],
])('a record of work is judged: %s', (_, steps, spans, expected) => {
  expect(findWorkProblem({ steps, spans }, NOW)).toEqual(expected)
})

test('nobody signs for work with open steps', () => {
  expect(findSigningProblem([step('open'), step('done'), step('open')])).toEqual({ code: 'steps-open', count: 2 })
  expect(findSigningProblem([step('done'), step('left-out', '无备件')])).toBeNull()
})

test('the minutes of everybody are added, the seconds of all together at last', () => {
  expect(workedMinutes([span('08:00', '09:30'), span('08:00', '08:15', 'b')])).toBe(105)
  expect(workedMinutes([])).toBe(0)
})
