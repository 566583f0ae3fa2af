import { classify } from '@shiji/kernel/severity/classify'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { Scope } from '@shiji/kernel/severity/ticket-class'
import { expect, test } from 'vitest'
import { loadCalendars, loadDeskRules, loadUsualHours } from './load-packs.ts'

const RULES = loadDeskRules()
const CALENDAR = { version: 0, ...loadUsualHours(), years: loadCalendars(), overrides: [], terms: [] }

test.each([
  ['a printer of one person at night', 'printing one 2026-03-02T03:10', 'minor', false],
  ['the same in office hours', 'printing one 2026-03-02T10:10', 'normal', true],
  ['the network of a building at night', 'network building 2026-03-02T03:10', 'urgent', false],
  ['the core of the network in office hours', 'network core 2026-03-02T10:10', 'major', true],
  ['the same on a public holiday', 'network core 2026-10-02T10:10', 'urgent', false],
  ['the same on a Saturday that is worked', 'network core 2026-02-14T10:10', 'major', true],
  ['the cooling of the machine room at any time', 'facility core 2026-03-02T03:10', 'major', false],
])('%s: %s is %s', (_title, call, severity, isPeak) => {
  const [service = '', scope, local = ''] = call.split(' ')
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant().toString()
  const result = classify(RULES, { service, scope: Scope.parse(scope), at }, CALENDAR)
  expect(result.ok && result.value).toMatchObject({ severity, isPeak })
})

test('a service nobody named is refused', () => {
  const call = { service: 'coffee', scope: 'one', at: '2026-03-02T03:10:00Z' } as const
  expect(classify(RULES, call, CALENDAR)).toEqual({ ok: false, problem: 'service-unknown' })
})

test('an urgent incident is answered in 10 minutes and restored in less than 8 hours', () => {
  const clocks = clockRulesOf(RULES, { kind: 'incident', severity: 'urgent' })
  expect(
    clocks.map(({ kind, limitSeconds, bound, window }) => `${kind} ${bound} ${limitSeconds / 60} ${window}`),
  ).toEqual([
    'response at-most 10 always',
    'arrival at-most 60 always',
    'recovery less-than 480 always',
    'resolution at-most 2880 always',
  ])
})

test('every clock runs in hours the country keeps, and every step of the escalation is a reminder', () => {
  const windows = CALENDAR.windows.map(({ key }) => key)
  expect(RULES.clocks.filter(({ window }) => !windows.includes(window))).toEqual([])
  expect(RULES.escalation.map(({ percent }) => percent)).toEqual([...RULES.remindAt])
})
