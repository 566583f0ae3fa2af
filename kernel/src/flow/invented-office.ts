import { act } from './act.ts'
import { type Actor, CASE_VERBS, type Circumstances, type FlowAction, type Verb } from './flow-action.ts'
import type { ApproveNode, FlowDefinition, FlowNode } from './flow-definition.ts'
import { applyChanges } from './flow-draft.ts'
import { type FlowGraph, graphOf } from './flow-graph.ts'
import type { FlowEvent, LogLine } from './flow-log.ts'
import type { Deputy, FlowState, Task } from './flow-state.ts'
import { legalActions } from './judge.ts'
import { emptyState, startCase } from './start-case.ts'

/** An invented office in which a test says who does what, in one line each. `an` starts every case. */

const at = { kind: 'starter-unit' } as const

export function signs(id: string, next: string, rules: Partial<ApproveNode> = {}): FlowNode {
  return {
    kind: 'approve',
    id,
    name: { zh: id, en: id },
    next,
    people: { kind: 'role', role: id, at },
    mode: { kind: 'all' },
    fallback: { kind: 'role', role: 'manager', at },
    returns: { kind: 'walked' },
    mayReject: true,
    selfApproval: 'ask',
    repeatedApprover: 'ask',
    deadline: null,
    ...rules,
  }
}

export function flowOf(...nodes: readonly FlowNode[]): FlowDefinition {
  const first = nodes[0]?.id ?? 'done'
  const start: FlowNode = { kind: 'start', id: 'start', name: { zh: '发起', en: 'start' }, next: first }
  const end: FlowNode = { kind: 'end', id: 'done', name: { zh: '结束', en: 'end' } }
  const fields = [{ key: 'amount', name: { zh: '金额', en: 'amount' }, kind: 'number' as const }]
  const name = { zh: '事项', en: 'case' }
  return { key: 'matter', version: 1, name, fields, urgeEveryHours: 4, nodes: [start, ...nodes, end] }
}

/** Two branches that are signed at the same time and meet at `meet`. */
export function inParallel(left: readonly FlowNode[], right: readonly FlowNode[], next: string): FlowNode[] {
  const name = { zh: '并行', en: 'parallel' }
  const branches = [left[0]?.id ?? 'meet', right[0]?.id ?? 'meet']
  return [
    { kind: 'split', id: 'part', name, branches, join: 'meet' },
    ...left,
    ...right,
    { kind: 'join', id: 'meet', name, next },
  ]
}

export type Office = {
  readonly definition: FlowDefinition
  /** Who sits at a node; a list of several signs by the node's mode. */
  readonly people: Readonly<Record<string, readonly string[]>>
  readonly fallback?: readonly string[]
  readonly escalation?: readonly string[]
  readonly deputies?: readonly Deputy[]
  readonly amount?: string
  readonly choices?: Readonly<Record<string, readonly string[]>>
}

type Extra = Partial<Record<'node' | 'person' | 'opinion', string>> & { readonly [more: string]: unknown }

type Book = { hour: number; state: FlowState; readonly log: LogLine[]; readonly events: FlowEvent[] }

export function openOffice(office: Office) {
  const graph = graphOf(office.definition)
  const book = begin(office, graph)
  return {
    graph,
    log: book.log,
    events: book.events,
    state: () => book.state,
    /** Answers `done` or the code of the refusal. Without `task` the one the person holds, or held last. */
    does: (person: string, verb: Verb, extra: Extra = {}): string => {
      const action = actionOf(book.state, { person, verb, extra })
      const result = act({
        graph,
        state: book.state,
        actor: actorOf(person),
        action,
        circumstances: world(office, book.hour),
      })
      if (!result.ok) return result.problem.code
      book.state = applyChanges(book.state, result.value)
      book.log.push(...result.value.log)
      book.events.push(...result.value.events)
      return 'done'
    },
    wait: (hours: number) => {
      book.hour += hours
    },
    /** Whose turn it is: `node:person`, sorted. */
    waitsFor: () => {
      const open = book.state.tasks.filter(isToDo)
      return open.map(({ node, assignee }) => `${node}:${assignee}`).sort()
    },
    mayDo: (person: string) => {
      const deputies = office.deputies ?? []
      return legalActions({ graph, state: book.state, actor: actorOf(person), now: timeAt(book.hour), deputies })
    },
  }
}

function begin(office: Office, graph: FlowGraph): Book {
  const circumstances = world(office, 0)
  const begun = { graph, id: 'case', starter: 'an', choices: office.choices ?? {}, opinion: '', circumstances }
  const first = startCase(begun)
  if (!first.ok) throw new Error(first.problem.code)
  return { hour: 0, state: applyChanges(emptyState(begun), first.value), log: [...first.value.log], events: [] }
}

function world(office: Office, hour: number): Circumstances {
  const { fallback = ['manager'], escalation = [], amount, deputies = [] } = office
  const seats = Object.entries(office.people).map(([node, people]) => [node, { people, fallback, escalation }] as const)
  return {
    now: timeAt(hour),
    fields: amount === undefined ? {} : { amount },
    deputies,
    people: Object.fromEntries(seats),
    dueAt: () => timeAt(hour + 8),
  }
}

function actorOf(person: string): Actor {
  return person === 'clock' ? { kind: 'clock' } : { kind: 'person', person, isAdministrator: person === 'admin' }
}

type Asked = { readonly person: string; readonly verb: Verb; readonly extra: Extra }

/** A test names only what matters to it; the rest of the action is filled in here. */
function actionOf(state: FlowState, { person, verb, extra: { node, ...rest } }: Asked): FlowAction {
  const usual = { opinion: 'because', choices: {}, together: 'all', walk: 'again', ...rest, verb }
  const isOnCase = CASE_VERBS.some((each) => each === verb)
  const onTask = isOnCase ? {} : { task: taskFor(state, { person, verb, node }), version: null }
  return { ...onTask, ...usual } as unknown as FlowAction
}

function isToDo({ state, token }: Task): boolean {
  return state === 'open' && token !== null
}

function timeAt(hour: number): string {
  return `2026-03-${String(2 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00Z`
}

type Wanted = { readonly person: string; readonly verb: Verb; readonly node: string | undefined }

function taskFor({ tasks }: FlowState, { person, verb, node }: Wanted): number {
  const here = tasks.filter((task) => node === undefined || task.node === node)
  const live = here.filter(({ state }) => state === 'open' || state === 'asking' || state === 'queued')
  const held = live.find(({ assignee }) => assignee === person)
  const decided = here.findLast(({ decidedBy }) => decidedBy === person)
  const own = here.findLast(({ assignee }) => assignee === person)
  const found = verb === 'withdraw' ? decided : (held ?? own ?? decided ?? live[0])
  return found?.number ?? 0
}
