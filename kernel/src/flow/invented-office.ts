import { act } from './act.ts'
import type { Circumstances, FlowAction, Verb } from './flow-action.ts'
import type { ApproveNode, FlowDefinition, FlowNode } from './flow-definition.ts'
import { applyChanges } from './flow-draft.ts'
import { graphOf } from './flow-graph.ts'
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

type Extra = Partial<Record<'node' | 'person' | 'opinion', string>> & {
  readonly [more: string]: unknown
}

export function openOffice(office: Office) {
  const graph = graphOf(office.definition)
  let hour = 0
  let state: FlowState
  const log: LogLine[] = []
  const events: FlowEvent[] = []
  const world = (): Circumstances => ({
    now: timeAt(hour),
    fields: office.amount === undefined ? {} : { amount: office.amount },
    deputies: office.deputies ?? [],
    people: Object.fromEntries(
      Object.entries(office.people).map(([node, people]) => {
        const { fallback = ['manager'], escalation = [] } = office
        return [node, { people, fallback, escalation }]
      }),
    ),
    dueAt: () => timeAt(hour + 8),
  })
  const begun = { graph, id: 'case', starter: 'an', choices: office.choices ?? {}, opinion: '', circumstances: world() }
  const first = startCase(begun)
  if (!first.ok) throw new Error(first.problem.code)
  state = applyChanges(emptyState(begun), first.value)
  log.push(...first.value.log)

  /** Answers `done` or the code of the refusal. Without `task` the one the person holds, or decided last. */
  function does(person: string, verb: Verb, extra: Extra = {}): string {
    const task = taskFor(state, { person, verb, node: extra.node })
    const isAdministrator = person === 'admin'
    const actor =
      person === 'clock' ? ({ kind: 'clock' } as const) : ({ kind: 'person', person, isAdministrator } as const)
    const { node: _, ...rest } = extra
    const asked = {
      task,
      version: null,
      opinion: 'because',
      choices: {},
      together: 'all',
      walk: 'again',
      ...rest,
      verb,
    }
    const result = act({ graph, state, actor, action: forCase(asked) as FlowAction, circumstances: world() })
    if (!result.ok) return result.problem.code
    state = applyChanges(state, result.value)
    log.push(...result.value.log)
    events.push(...result.value.events)
    return 'done'
  }

  return {
    graph,
    does,
    state: () => state,
    log,
    events,
    wait: (hours: number) => {
      hour += hours
    },
    /** Whose turn it is: `node:person`, sorted. */
    waitsFor: () =>
      state.tasks
        .filter(isToDo)
        .map(({ node, assignee }) => `${node}:${assignee}`)
        .sort(),
    mayDo: (person: string) => {
      const actor = { kind: 'person', person, isAdministrator: person === 'admin' } as const
      return legalActions({ graph, state, actor, now: timeAt(hour), deputies: office.deputies ?? [] })
    },
  }
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

/** Verbs upon the case name no task. */
function forCase(action: { readonly verb: Verb; readonly task: unknown }): object {
  if (action.verb !== 'copy' && action.verb !== 'circulate' && action.verb !== 'urge' && action.verb !== 'void')
    return action
  const { task: _, ...rest } = action
  return rest
}
