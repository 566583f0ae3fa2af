import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { type CalendarDay, daysIncluding, readDay } from '../lint/calendar-day.ts'
import type { RulePack } from '../rule-pack.ts'
import { type ProgressFacts, type ProgressMeasure, revisionGate } from './revision-gate.ts'
import { sayGate } from './revision-wording.ts'

const day = (text: string): CalendarDay => readDay(text) ?? { year: 0, month: 0, day: 0 }
const source = { text: 'invented', sureness: 'D' } as const

function rules(measure: ProgressMeasure): RulePack['revision'] {
  return {
    times: 1,
    beforeProgressPercent: decimal('50'),
    progress: { measure, source },
    proofPerRow: true,
    source,
  }
}

function facts(changes: Partial<ProgressFacts> = {}): ProgressFacts {
  return {
    start: day('2021-01-01'),
    end: day('2021-12-31'),
    today: day('2021-05-18'),
    executed: decimal('40'),
    budget: decimal('100'),
    milestones: [],
    ...changes,
  }
}

const ask = (measure: ProgressMeasure, changes: Partial<ProgressFacts>, revisions = 0, pending = false) =>
  revisionGate(rules(measure), { facts: facts(changes), revisions, pending })

describe('a revision is filed once and before half-way (rules.md §3.4, A)', () => {
  test('day 182 of 365 is 49.86 %: the last filing day', () => {
    expect(ask('elapsed-days', { today: day('2021-07-01') })).toEqual({
      kind: 'open',
      progress: '49.86',
      of: { done: '182', whole: '365' },
      limit: '50',
      lastDay: '2021-07-01',
    })
  })

  test('day 183 is 50.14 %: refused, with the reason and what remains', () => {
    const gate = ask('elapsed-days', { today: day('2021-07-02') })
    expect(gate).toMatchObject({ kind: 'closed', reason: 'past-limit', progress: '50.14', lastDay: '2021-07-01' })
    expect(gate).toMatchObject({ remains: ['budget-decision', 'explained-deviation'] })
    expect(sayGate(gate, 'zh')).toBe('项目进度 50.14%，修订须在 50% 之前申报')
  })

  test('a second one is refused, with the reason', () => {
    const gate = ask('elapsed-days', {}, 1)
    expect(gate).toMatchObject({ kind: 'closed', reason: 'already-revised', times: 1 })
    expect(sayGate(gate, 'en')).toBe('only 1 revision is allowed, and it has been made')
  })

  test('while one is under review no other is filed', () => {
    expect(ask('elapsed-days', {}, 0, true)).toMatchObject({ kind: 'closed', reason: 'revision-pending' })
  })

  test('a place without a rule of its own changes goals by the budget procedure only', () => {
    expect(revisionGate(null, { facts: facts(), revisions: 0, pending: false })).toMatchObject({
      kind: 'closed',
      reason: 'budget-procedure-only',
    })
  })
})

describe('the measure of progress is a setting', () => {
  test.each<[ProgressMeasure, Partial<ProgressFacts>, string]>([
    ['executed', { executed: decimal('49.99') }, 'open'],
    ['executed', { executed: decimal('50') }, 'past-limit'],
    ['executed', { executed: decimal('49.999') }, 'open'],
    ['executed', { budget: decimal('0') }, 'progress-unknown'],
    ['executed', { executed: null }, 'progress-unknown'],
    ['milestones', {}, 'progress-unknown'],
    [
      'milestones',
      {
        milestones: [
          { weight: decimal('60'), reached: true },
          { weight: decimal('40'), reached: false },
        ],
      },
      'past-limit',
    ],
    [
      'milestones',
      {
        milestones: [
          { weight: decimal('40'), reached: true },
          { weight: decimal('60'), reached: false },
        ],
      },
      'open',
    ],
    ['elapsed-days', { start: null }, 'progress-unknown'],
    ['elapsed-days', { start: day('2022-01-01') }, 'progress-unknown'],
    ['elapsed-days', { today: day('2020-12-01') }, 'open'],
    ['elapsed-days', { today: day('2022-03-01') }, 'past-limit'],
  ])('%s %o: %s', (measure, changes, outcome) => {
    const gate = ask(measure, changes)
    expect(gate.kind === 'open' ? 'open' : gate.reason).toBe(outcome)
  })
})

test('the last filing day is open and the day after is closed, whatever the project’s dates', () => {
  const date = fc.tuple(
    fc.integer({ min: 1990, max: 2090 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  const iso = ([year, month, at]: [number, number, number]) =>
    `${year}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`
  fc.assert(
    fc.property(date, fc.integer({ min: 3, max: 1500 }), (first, length) => {
      const start = Temporal.PlainDate.from(iso(first))
      const end = start.add({ days: length - 1 })
      const dates = { start: day(start.toString()), end: day(end.toString()) }
      expect(daysIncluding(dates.start, dates.end)).toBe(length)
      const gate = ask('elapsed-days', { ...dates, today: dates.start })
      const lastDay = gate.kind === 'open' ? gate.lastDay : null
      if (lastDay === null) return
      const last = Temporal.PlainDate.from(lastDay)
      expect(ask('elapsed-days', { ...dates, today: day(last.toString()) }).kind).toBe('open')
      expect(ask('elapsed-days', { ...dates, today: day(last.add({ days: 1 }).toString()) }).kind).toBe('closed')
    }),
  )
})
