import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { decideDeed, NEXT_DEEDS, nextDeeds } from './decide-deed.ts'
import type { TicketDeed } from './ticket-deed.ts'
import { type LifeEvent, standingOf, TICKET } from './ticket-life.ts'
import type { TicketState } from './ticket-state.ts'

const at = (minute: number) => Temporal.Instant.from('2026-03-02T03:10:00Z').add({ minutes: minute }).toString()

/** `0 reported`, `3 responded`, `9 closed`: the minute it happened. */
function lived(lines: readonly string[]): LifeEvent[] {
  return lines.map((line, number) => {
    const [minute = '', kind = ''] = line.split(' ')
    const facts = { number, at: at(Number(minute)), enteredAt: at(10_000) }
    if (kind === 'paused') return { kind, reason: 'waiting-for-part', ...facts }
    return { kind: kind as Exclude<LifeEvent['kind'], 'paused'>, ...facts }
  })
}

function standing(lines: readonly string[]) {
  const result = standingOf(lived(lines))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const LIVES: readonly (readonly [TicketState, readonly string[]])[] = [
  ['waiting', ['0 reported']],
  ['working', ['0 reported', '4 responded']],
  ['paused', ['0 reported', '4 responded', '20 paused']],
  ['resolved', ['0 reported', '4 responded', '50 resolved']],
  ['closed', ['0 reported', '4 responded', '50 resolved', '60 closed']],
  ['withdrawn', ['0 reported', '5 withdrawn']],
]

test.each(LIVES)('a ticket can be %s', (state, lines) => {
  expect(standing(lines).state).toBe(state)
})

test('every state of a ticket can be reached', () => {
  expect(unreachable(TICKET, 'waiting')).toEqual([])
})

const DEEDS: { readonly [Kind in TicketDeed['kind']]: Extract<TicketDeed, { kind: Kind }> } = {
  accept: { kind: 'accept' },
  arrive: { kind: 'arrive' },
  restore: { kind: 'restore', note: '' },
  resolve: { kind: 'resolve', manner: 'remote', note: '已处理' },
  close: { kind: 'close', cause: 'hardware', note: '' },
  pause: { kind: 'pause', reason: 'waiting-for-part', note: '等电源模块' },
  resume: { kind: 'resume', note: '' },
  reopen: { kind: 'reopen', note: '又断了' },
  cancel: { kind: 'cancel', note: '误报' },
  merge: { kind: 'merge', into: '01900000-0000-7000-8000-000000000001', note: '' },
  reassign: { kind: 'reassign', to: '01900000-0000-7000-8000-000000000002', note: '' },
  classify: { kind: 'classify', severity: 'urgent', scope: 'building', layer: null, note: '影响扩大' },
  confirm: { kind: 'confirm' },
  project: { kind: 'project', to: '01900000-0000-7000-8000-000000000003', note: '属另一合同' },
  note: { kind: 'note', note: '已联系厂商' },
}

test.each(LIVES)(
  'whatever is offered for a ticket that is %s can be done, and leads where the table says',
  (state, lines) => {
    for (const kind of nextDeeds(standing(lines), { isConfirmed: false })) {
      const moved = decideDeed(lived(lines), DEEDS[kind], { number: 90, at: at(100), enteredAt: at(10_000) })
      if (!moved.ok) throw new Error(`${kind}: ${moved.problem.code}`)
      const next = moved.value.standing.state
      expect(next === state || TICKET[state].includes(next), `${state} → ${kind} → ${next}`).toBe(true)
    }
  },
)

test('what is not offered for a ticket as it stands cannot move it', () => {
  for (const [state, lines] of LIVES)
    for (const kind of ['accept', 'resolve', 'close', 'pause', 'resume', 'reopen', 'cancel'] as const)
      if (!NEXT_DEEDS[state].includes(kind)) {
        const moved = decideDeed(lived(lines), DEEDS[kind], { number: 90, at: at(100), enteredAt: at(10_000) })
        expect(moved.ok && moved.value.standing.state !== state, `${state} ${kind}`).toBe(false)
      }
})

test('a repair that did not hold is taken back, the first answer stays', () => {
  expect(standing(['0 reported', '4 responded', '50 resolved', '60 closed', '90 reopened'])).toMatchObject({
    state: 'working',
    respondedAt: at(4),
    resolvedAt: null,
    restoredAt: null,
    closedAt: null,
    reopenings: 1,
  })
})

test('a ticket resolved on the telephone counts as answered and restored', () => {
  expect(standing(['0 reported', '7 resolved'])).toMatchObject({
    respondedAt: at(7),
    restoredAt: at(7),
    arrivedAt: null,
  })
})

test.each([
  [['0 reported', '9 closed'], 'not-resolved'],
  [['0 reported', '5 resolved', '9 closed', '12 arrived'], 'already-resolved'],
  [['0 reported', '5 resolved', '9 closed', '12 closed'], 'not-resolved'],
  [['0 reported', '9 resumed'], 'not-paused'],
])('%j is refused: %s', (lines, code) => {
  const result = standingOf(lived(lines))
  expect(result.ok ? 'ok' : result.problem.code).toBe(code)
})

test('whatever order an outbox sends in, the ticket ends the same', () => {
  const lines = [
    '0 reported',
    '3 responded',
    '9 arrived',
    '12 paused',
    '40 resumed',
    '55 restored',
    '60 resolved',
    '70 closed',
  ]
  const shuffled = fc.shuffledSubarray(lived(lines), { minLength: lines.length })
  fc.assert(
    fc.property(shuffled, (events) => {
      expect(standingOf(events)).toEqual(standingOf(lived(lines)))
    }),
  )
})
