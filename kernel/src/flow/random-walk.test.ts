import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from './act.ts'
import { brokenRules } from './broken-rules.ts'
import { checkDefinition } from './check-definition.ts'
import { CASE_VERBS, TASK_VERBS, type Verb } from './flow-action.ts'
import { someDefinition } from './flow-arbitrary.ts'
import { applyChanges } from './flow-draft.ts'
import { type FlowGraph, graphOf } from './flow-graph.ts'
import type { FlowState, Token } from './flow-state.ts'
import { hourOf, invent, peopleOf, type Step, startInvented } from './invented-walk-arbitrary.ts'

const STEPS_PER_WALK = 40
const STEPS_AFTER_THE_END = 3
/** `FLOW_ACTIONS=100000 vitest run kernel/src/flow/random-walk` walks further than the everyday suite. */
const asked = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env.FLOW_ACTIONS
const walks = Math.ceil(Number(asked ?? '4000') / 24)

const someSteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('onward', 'onward', 'offered', 'offered', 'anything'),
    pick: fc.nat(9999),
    who: fc.nat(9999),
    with: fc.nat(9999),
  }),
  { minLength: STEPS_PER_WALK, maxLength: STEPS_PER_WALK, size: 'max' },
)

test('every generated flow passes the check before it is published', () => {
  fc.assert(
    fc.property(someDefinition, (definition) => {
      expect(checkDefinition(definition)).toEqual([])
    }),
  )
})

test('whatever is done, legal or not: no case lost, nobody asked twice, somebody can always go on', async ({
  annotate,
}) => {
  const seen = { actions: 0, done: 0, refused: 0, ended: 0, deputies: 0, intoJoins: 0, verbs: new Map<Verb, number>() }
  const walk = fc.property(someDefinition, fc.nat(150), someSteps, (definition, amount, steps) => {
    const graph = graphOf(definition)
    let state = startInvented(graph, amount)
    let left = STEPS_AFTER_THE_END
    for (const [hour, step] of steps.entries()) {
      if (state.case.state !== 'running') left -= 1
      if (left < 0) break
      const now = hourOf(hour)
      const { actor, action, isOffered } = invent({ graph, state, step, now })
      const circumstances = peopleOf(graph, { amount, now })
      const result = act({ graph, state, actor, action, circumstances })
      seen.actions += 1
      seen[result.ok ? 'done' : 'refused'] += 1
      if (isOffered && !result.ok) expect(MAY_STILL_BE_REFUSED).toContain(result.problem.code)
      if (!result.ok) continue

      seen.verbs.set(action.verb, (seen.verbs.get(action.verb) ?? 0) + 1)
      if (result.value.log.some(({ onBehalfOf }) => onBehalfOf !== null)) seen.deputies += 1
      state = applyChanges(state, result.value)
      if (result.value.tokens.saved.some(standsAgainAtJoin)) seen.intoJoins += 1
      expect(brokenRules(graph, state, now)).toEqual([])
      const again = act({ graph, state, actor, action, circumstances })
      if (DECIDES_ONCE.includes(action.verb)) expect(again.ok).toBe(false)
    }
    if (state.case.state !== 'running') seen.ended += 1
    expect(agreeToTheEnd(graph, state, amount).case.state).not.toBe('running')
  })
  fc.assert(walk, asked === undefined ? { numRuns: walks, seed: 20260302 } : { numRuns: walks })

  const verbs = [...TASK_VERBS, ...CASE_VERBS].filter((verb) => !seen.verbs.has(verb))
  expect(verbs).toEqual([])
  expect(seen.deputies).toBeGreaterThan(0)
  expect(seen.intoJoins).toBeGreaterThan(0)
  expect(seen.refused).toBeGreaterThan(seen.actions / 10)
  await annotate(JSON.stringify({ ...seen, verbs: Object.fromEntries(seen.verbs) }))
}, 1_200_000)

/** Only a return or withdrawal into a finished split puts a token back to its join. */
function standsAgainAtJoin({ waitingBranch, cause }: Token): boolean {
  return waitingBranch !== null && cause === null
}

/** If from now on everybody agrees, the case comes to its end. */
function agreeToTheEnd(graph: FlowGraph, from: FlowState, amount: number): FlowState {
  let state = from
  const choices = Object.fromEntries(graph.definition.nodes.map(({ id }) => [id, ['gu']]))
  const circumstances = { ...peopleOf(graph, { amount, now: hourOf(99) }), deputies: [] }
  for (let tries = 0; state.case.state === 'running' && tries < 500; tries += 1) {
    const open = state.tasks.find((task) => task.state === 'open' && task.token !== null)
    const actor = { kind: 'person', person: open?.assignee ?? '', isAdministrator: false } as const
    const verb = open?.kind === 'submit' ? 'submit' : 'agree'
    const action = { verb, task: open?.number ?? 0, version: open?.version ?? 0, opinion: '', choices } as const
    const result = act({ graph, state, actor, action, circumstances })
    if (!result.ok) throw new Error(`${open?.kind} at ${open?.node}: ${result.problem.code}`)
    state = applyChanges(state, result.value)
    expect(brokenRules(graph, state, circumstances.now)).toEqual([])
  }
  return state
}

/** Reasons that depend on whom or what the action names, which a button cannot know. */
const MAY_STILL_BE_REFUSED = [
  'already-signer',
  'reason-missing',
  'own-case',
  'helpers-too-deep',
  'return-target-illegal',
  'already-reading',
  'nobody-to-urge',
]
const DECIDES_ONCE: readonly Verb[] = [
  'submit',
  'agree',
  'disagree',
  'return',
  'reject',
  'withdraw',
  'transfer',
  'read',
  'answer',
  'void',
  'expire',
]
