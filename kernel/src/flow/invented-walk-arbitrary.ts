import type { Actor, Circumstances, FlowAction, ReturnTo } from './flow-action.ts'
import { CASE_VERBS, TASK_VERBS, type Verb } from './flow-action.ts'
import { PEOPLE, ROLES } from './flow-arbitrary.ts'
import type { PeopleRule } from './flow-definition.ts'
import { applyChanges } from './flow-draft.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { Deputy, FlowState } from './flow-state.ts'
import { legalActions } from './judge.ts'
import { emptyState, startCase } from './start-case.ts'

/** One step of a random walk as numbers, so that a failing walk can be shortened. */
export type Step = {
  /** Somebody agrees; somebody does what they are offered; anybody tries anything. */
  readonly kind: 'onward' | 'offered' | 'anything'
  readonly pick: number
  readonly who: number
  readonly with: number
}

const STARTER = 'an'
const DEPUTIES: readonly Deputy[] = [
  { principal: 'bo', deputy: 'he', from: '2026-03-02T05:00:00Z', until: '2026-03-02T20:00:00Z' },
  { principal: 'chu', deputy: 'an', from: '2026-03-02T00:00:00Z', until: '2026-03-04T00:00:00Z' },
]

export function hourOf(hour: number): string {
  return `2026-03-0${2 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00Z`
}

/** The people of every node by the roles of the invented office; a deadline falls due six hours on. */
export function peopleOf({ definition }: FlowGraph, { amount, now }: { amount: number; now: string }): Circumstances {
  const people = Object.fromEntries(
    definition.nodes.flatMap((node) => {
      if (node.kind === 'copy') return [[node.id, { people: held(node.people), fallback: [], escalation: [] }] as const]
      if (node.kind !== 'approve') return []
      const known = {
        people: held(node.people),
        fallback: held(node.fallback),
        escalation: held(node.deadline?.to ?? null),
      }
      return [[node.id, known] as const]
    }),
  )
  const due = new Map(Array.from({ length: 100 }, (_, hour) => [hourOf(hour), hourOf(hour + 6)]))
  return { now, fields: { amount: String(amount) }, deputies: DEPUTIES, people, dueAt: () => due.get(now) ?? now }
}

function held(rule: PeopleRule | null): readonly string[] {
  return rule?.kind === 'role' ? (ROLES[rule.role] ?? []) : []
}

export function startInvented(graph: FlowGraph, amount: number): FlowState {
  const choices = Object.fromEntries(graph.definition.nodes.map(({ id }) => [id, ['fan', 'bo']]))
  const circumstances = peopleOf(graph, { amount, now: hourOf(0) })
  const begun = { graph, id: 'case', starter: STARTER, choices, opinion: '', circumstances }
  const result = startCase(begun)
  if (!result.ok) throw new Error(`not started: ${result.problem.code}`)
  return applyChanges(emptyState(begun), result.value)
}

type At = { readonly graph: FlowGraph; readonly state: FlowState; readonly step: Step; readonly now: string }
type Invented = { readonly actor: Actor; readonly action: FlowAction; readonly isOffered: boolean }

/** An action out of those somebody is offered, or any at all. */
export function invent({ graph, state, step, now }: At): Invented {
  const actor = actorOf(state, step)
  const mine = state.tasks.find(
    (task) => task.state === 'open' && task.token !== null && actor.kind === 'person' && task.assignee === actor.person,
  )
  if (step.kind === 'onward' && mine !== undefined) {
    const verb = mine.kind === 'submit' ? 'submit' : 'agree'
    return { actor, action: actionOf(verb, { task: mine.number, to: { kind: 'starter' }, step }), isOffered: true }
  }
  const all = legalActions({ graph, state, actor, now, deputies: DEPUTIES })
  const moving = all.filter(({ verb }) => !STANDING.includes(verb))
  const offered = step.with % 5 === 0 || moving.length === 0 ? all : moving
  const first = pick(offered, step.pick)
  const isEnding = first !== undefined && ENDING.includes(first.verb) && step.with % 6 !== 0
  const chosen = step.kind !== 'anything' ? (isEnding ? pick(offered, step.pick + 1) : first) : undefined
  if (chosen !== undefined) {
    const to: ReturnTo = { kind: 'step', node: pick(chosen.returnTo, step.with) ?? 'start' }
    return { actor, action: actionOf(chosen.verb, { task: chosen.task ?? 0, to, step }), isOffered: true }
  }
  const verbs: readonly Verb[] = [...TASK_VERBS, ...CASE_VERBS]
  const verb = pick(verbs, step.pick) ?? 'agree'
  const task = state.tasks.length === 0 ? 0 : (step.with % state.tasks.length) + 1
  const kinds: readonly ReturnTo[] = [{ kind: 'starter' }, { kind: 'previous' }, { kind: 'step', node: 'done' }]
  const to = pick(kinds, step.who) ?? { kind: 'starter' as const }
  return { actor, action: actionOf(verb, { task, to, step }), isOffered: false }
}

/** Verbs that leave the case where it stands. */
const STANDING: readonly Verb[] = ['open', 'ask', 'answer', 'read', 'copy', 'circulate', 'urge']
/** Taken less often, or few walks would get far. */
const ENDING: readonly Verb[] = ['disagree', 'reject', 'void']

/** Mostly whoever holds something open, else the clock, an administrator or anybody. */
function actorOf(state: FlowState, { who, kind }: Step): Actor {
  const signing = state.tasks.filter((task) => task.state === 'open' && task.token !== null)
  if (kind === 'onward')
    return { kind: 'person', person: pick(signing, who)?.assignee ?? STARTER, isAdministrator: false }
  if (who % 13 === 0) return { kind: 'clock' }
  const open = state.tasks.filter((task) => task.state === 'open')
  const holder = kind === 'offered' && who % 5 !== 0 ? pick(open, who)?.assignee : undefined
  return { kind: 'person', person: holder ?? pick(PEOPLE, who) ?? STARTER, isAdministrator: who % 17 === 0 }
}

function pick<One>(list: readonly One[], number: number): One | undefined {
  return list.length === 0 ? undefined : list[number % list.length]
}

const PLACES = ['before', 'after', 'beside'] as const

type With = { readonly task: number; readonly to: ReturnTo; readonly step: Step }

function actionOf(verb: Verb, { task, to, step }: With): FlowAction {
  const number = step.with
  const person = pick(PEOPLE, number) ?? STARTER
  const people = number % 3 === 0 ? [person, pick(PEOPLE, number + 3) ?? STARTER] : [person]
  const on = { task, version: null, opinion: number % 50 === 1 ? '' : 'because' }
  switch (verb) {
    case 'submit':
    case 'agree':
      return { verb, ...on, choices: {} }
    case 'return':
      return { verb, ...on, to, walk: number % 2 === 0 ? 'again' : 'resume' }
    case 'transfer':
    case 'delegate':
    case 'reassign':
    case 'ask':
      return { verb, ...on, person }
    case 'add-signers':
      return {
        verb,
        ...on,
        people,
        where: pick(PLACES, number) ?? 'before',
        together: number % 2 === 0 ? 'all' : 'any',
      }
    case 'copy':
    case 'circulate':
      return { verb, people, opinion: '' }
    case 'urge':
      return { verb, whom: number % 2 === 0 ? 'signers' : 'readers', opinion: '' }
    case 'void':
      return { verb, opinion: 'because' }
    case 'open':
    case 'disagree':
    case 'reject':
    case 'withdraw':
    case 'remove-signer':
    case 'answer':
    case 'read':
    case 'expire':
      return { verb, ...on }
  }
}
