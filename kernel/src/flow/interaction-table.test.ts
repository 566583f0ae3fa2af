import { describe, expect, test } from 'vitest'
import { CASE_VERBS, TASK_VERBS, type Verb } from './flow-action.ts'
import { FLOW_LOG } from './flow-log.ts'
import { FLOW_REFUSALS } from './flow-refusal.ts'
import { type CaseState, LIVE, type Task, type TaskKind, type TaskState } from './flow-state.ts'
import { INTERACTIONS } from './interaction-table.ts'
import { flowOf, openOffice, signs } from './invented-office.ts'
import { judge } from './judge.ts'

const KINDS: readonly TaskKind[] = ['submit', 'approve', 'before', 'after', 'delegated', 'copied', 'circulated', 'talk']
const STATES: readonly TaskState[] = ['queued', 'open', 'asking', 'agreed', 'closed']
const CASES: readonly CaseState[] = ['running', 'approved', 'disagreed', 'rejected', 'voided']

/** A case in which one task is as the table asks, everything else being favourable. */
function mayTake(
  verb: Verb,
  { kind, state, inCase }: { kind: TaskKind; state: TaskState; inCase: CaseState },
): boolean {
  const office = openOffice({ definition: flowOf(signs('head', 'done')), people: { head: ['bo'] } })
  const before = office.state()
  const decidedBy = state === 'agreed' ? 'bo' : null
  const tasks = before.tasks.map(
    (task): Task =>
      task.number === 2 ? { ...task, kind, state, decidedBy, addedBy: 'bo', dueAt: '2026-03-02T00:00:00Z' } : task,
  )
  const scene = { ...before, tasks, case: { ...before.case, state: inCase } }
  const actor =
    verb === 'expire'
      ? ({ kind: 'clock' } as const)
      : ({ kind: 'person', person: 'bo', isAdministrator: true } as const)
  const task = tasks.find(({ number }) => number === 2) ?? null
  return (
    judge({ graph: office.graph, state: scene, actor, now: '2026-03-02T09:00:00Z', deputies: [] }, verb, task) === null
  )
}

describe('the table of who may do what', () => {
  test.each(TASK_VERBS.filter((verb) => verb !== 'withdraw'))('%s is taken exactly where the table says', (verb) => {
    for (const kind of KINDS) {
      for (const state of STATES) {
        for (const inCase of CASES) {
          const rows = INTERACTIONS.filter((row) => row.verb === verb && row.cases.includes(inCase))
          const expected = rows.some(
            ({ kinds, states }) => kinds !== 'case' && kinds.includes(kind) && states.includes(state),
          )
          expect([kind, state, inCase, mayTake(verb, { kind, state, inCase })]).toEqual([kind, state, inCase, expected])
        }
      }
    }
  })

  test('every verb stands in it, and only a withdrawal touches what is done', () => {
    expect([...new Set(INTERACTIONS.map(({ verb }) => verb))].sort()).toEqual([...TASK_VERBS, ...CASE_VERBS].sort())
    const late = INTERACTIONS.filter(({ states }) => states.some((state) => !LIVE.includes(state)))
    expect(late.map(({ verb }) => verb)).toEqual(['withdraw'])
  })

  test('reading is possible in every case, deciding only in a running one', () => {
    const anywhere = INTERACTIONS.filter(({ cases }) => cases.length === CASES.length).map(({ verb }) => verb)
    expect(anywhere).toEqual(['read', 'copy', 'circulate', 'urge'])
  })

  test('an auditor with no part in the case may do nothing', () => {
    const office = openOffice({ definition: flowOf(signs('head', 'done')), people: { head: ['bo'] } })
    expect(office.mayDo('auditor')).toEqual([])
    expect(office.mayDo('an').map(({ verb }) => verb)).toEqual(['withdraw', 'copy', 'circulate', 'urge'])
  })
})

test('every sentence is worded in both languages', () => {
  for (const { zh, en } of [...Object.values(FLOW_LOG), ...Object.values(FLOW_REFUSALS)]) {
    expect(zh).toMatch(/[一-鿿].*。$/)
    expect(en).toMatch(/^["{A-Z].*[.]$/)
  }
})
