import type { Actor, Circumstances } from './flow-action.ts'
import type { FlowGraph } from './flow-graph.ts'
import { nodeOf } from './flow-graph.ts'
import type { FlowEvent, FlowLogCode, LogLine } from './flow-log.ts'
import type { FlowRefusal } from './flow-refusal.ts'
import { refusal } from './flow-refusal.ts'
import {
  type FlowCase,
  type FlowState,
  isDeciding,
  isLive,
  isSameStep,
  type StepKey,
  type Task,
  type TaskState,
  type Token,
} from './flow-state.ts'

/** What an action changed, row by row; tasks are never deleted. */
export type FlowChanges = {
  readonly case: FlowCase
  readonly tokens: { readonly saved: readonly Token[]; readonly removed: readonly number[] }
  readonly tasks: { readonly added: readonly Task[]; readonly changed: readonly Task[] }
  readonly log: readonly LogLine[]
  readonly events: readonly FlowEvent[]
}

/**
 * A case being changed. Works on its own copy of the rows; a problem met on the way makes the whole draft void, so
 * nobody has to carry it back step by step.
 */
export type FlowDraft = {
  readonly graph: FlowGraph
  readonly circumstances: Circumstances
  readonly actor: Actor
  readonly onBehalfOf: string | null
  case: FlowCase
  readonly tokens: Map<number, Token>
  readonly tasks: Map<number, Task>
  readonly log: LogLine[]
  readonly events: FlowEvent[]
  problem: FlowRefusal | null
}

type DraftOf = {
  readonly graph: FlowGraph
  readonly state: FlowState
  readonly circumstances: Circumstances
  readonly actor: Actor
  readonly onBehalfOf: string | null
}

export function draftOf({ state, ...rest }: DraftOf): FlowDraft {
  return {
    ...rest,
    case: state.case,
    tokens: new Map(state.tokens.map((token) => [token.number, token])),
    tasks: new Map(state.tasks.map((task) => [task.number, task])),
    log: [],
    events: [],
    problem: null,
  }
}

/** The first problem stands; nodes that lack people are gathered, so the caller is asked once. */
export function meet(draft: FlowDraft, problem: FlowRefusal): void {
  if (draft.problem?.code === 'needs-people' && problem.code === 'needs-people') {
    const nodes = [...new Set([...draft.problem.nodes, ...problem.nodes])]
    draft.problem = { ...refusal('needs-people', { nodes: nodes.join(' ') }), nodes }
    return
  }
  draft.problem ??= problem
}

export function actorName({ actor }: FlowDraft): string | null {
  return actor.kind === 'person' ? actor.person : null
}

type Said = { node?: string; target?: string; people?: readonly string[]; opinion?: string }

export function note(draft: FlowDraft, code: FlowLogCode, said: Said = {}): void {
  const { node = null, target = null, people = [], opinion = '' } = said
  const { onBehalfOf, circumstances } = draft
  draft.log.push({ code, actor: actorName(draft), onBehalfOf, at: circumstances.now, node, target, people, opinion })
}

/** All that was ever asked at one visit to a node, over or not. */
export function tasksOf(draft: FlowDraft, step: StepKey): Task[] {
  return [...draft.tasks.values()].filter((task) => isDeciding(task) && isSameStep(task, step))
}

type NewTask = Pick<Task, 'kind' | 'assignee' | 'node'> & Partial<Task>

export function addTask(draft: FlowDraft, given: NewTask): Task {
  const number = draft.case.lastTask + 1
  draft.case = { ...draft.case, lastTask: number }
  const task: Task = {
    number,
    state: 'open',
    token: null,
    round: 0,
    order: 0,
    parent: null,
    together: 'all',
    addedBy: null,
    version: 1,
    openedAt: null,
    dueAt: null,
    expired: false,
    decidedBy: null,
    decidedAt: null,
    closedBy: null,
    ...given,
  }
  draft.tasks.set(number, task.state === 'open' ? withDeadline(draft, task) : task)
  if (task.state === 'open') draft.events.push({ kind: 'task-opened', task: number, person: task.assignee })
  return task
}

/** What of a task may change; whose it is, and where, stays. */
type Changing = 'state' | 'order' | 'parent' | 'openedAt' | 'dueAt' | 'expired' | 'decidedBy' | 'decidedAt' | 'closedBy'

export function changeTask(draft: FlowDraft, number: number, change: Partial<Pick<Task, Changing>>): Task {
  const before = draft.tasks.get(number)
  if (before === undefined) throw new Error(`case ${draft.case.id} has no task ${number}`)
  const after = { ...before, ...change, version: before.version + 1 }
  const opens = before.state !== 'open' && after.state === 'open'
  draft.tasks.set(number, opens ? withDeadline(draft, after) : after)
  if (opens) draft.events.push({ kind: 'task-opened', task: number, person: after.assignee })
  return after
}

/** The clock of a task runs from the moment it is first open. */
function withDeadline({ graph, circumstances }: FlowDraft, task: Task): Task {
  if (task.dueAt !== null || !isDeciding(task)) return task
  const node = nodeOf(graph, task.node)
  if (node.kind !== 'approve' || node.deadline === null) return task
  return { ...task, dueAt: circumstances.dueAt(node.deadline) }
}

/** Ends a task by the hand of whoever acts. */
export function decideTask(draft: FlowDraft, number: number, state: TaskState): Task {
  const { now } = draft.circumstances
  const openedAt = draft.tasks.get(number)?.openedAt ?? now
  return changeTask(draft, number, { state, decidedBy: actorName(draft), decidedAt: now, openedAt })
}

export function closeTasks(draft: FlowDraft, tasks: readonly Task[], closedBy: number | null): void {
  for (const task of tasks) if (isLive(task)) changeTask(draft, task.number, { state: 'closed', closedBy })
}

export function addToken(draft: FlowDraft, token: Omit<Token, 'number'>): Token {
  const number = draft.case.lastToken + 1
  draft.case = { ...draft.case, lastToken: number }
  const added = { ...token, number }
  draft.tokens.set(number, added)
  return added
}

export function moveToken(draft: FlowDraft, token: Token, change: Partial<Token>): Token {
  const moved = { ...token, ...change }
  draft.tokens.set(moved.number, moved)
  return moved
}

/** Takes a token away with everything still to be done for it. */
export function dropToken(draft: FlowDraft, token: Token, closedBy: number | null): void {
  draft.tokens.delete(token.number)
  closeTasks(
    draft,
    [...draft.tasks.values()].filter((task) => task.token === token.number),
    closedBy,
  )
}

export function endCase(
  draft: FlowDraft,
  state: 'approved' | 'disagreed' | 'rejected' | 'voided',
  closedBy: number | null,
): void {
  for (const token of [...draft.tokens.values()]) dropToken(draft, token, closedBy)
  closeTasks(
    draft,
    [...draft.tasks.values()].filter(({ kind }) => kind === 'talk'),
    closedBy,
  )
  draft.case = { ...draft.case, state }
  draft.events.push({ kind: 'case-ended', state })
}

/** The rows that differ from what was loaded. Tasks opened and closed within one action are told to nobody. */
export function changesOf(draft: FlowDraft, before: FlowState): FlowChanges {
  const tokensBefore = new Map(before.tokens.map((token) => [token.number, token]))
  const tasksBefore = new Map(before.tasks.map((task) => [task.number, task]))
  const tasks = [...draft.tasks.values()]
  return {
    case: { ...draft.case, version: before.case.version + 1 },
    tokens: {
      saved: [...draft.tokens.values()].filter((token) => tokensBefore.get(token.number) !== token),
      removed: before.tokens.map(({ number }) => number).filter((number) => !draft.tokens.has(number)),
    },
    tasks: {
      added: tasks.filter(({ number }) => !tasksBefore.has(number)),
      changed: tasks.filter((task) => tasksBefore.has(task.number) && tasksBefore.get(task.number) !== task),
    },
    log: draft.log,
    events: draft.events.filter(
      (event) => event.kind !== 'task-opened' || draft.tasks.get(event.task)?.state === 'open',
    ),
  }
}

/** The rows after a change, for whoever keeps them in memory. */
export function applyChanges(before: FlowState, { case: after, tokens, tasks }: FlowChanges): FlowState {
  const saved = new Map(tokens.saved.map((token) => [token.number, token]))
  const changed = new Map(tasks.changed.map((task) => [task.number, task]))
  const kept = before.tokens.filter(({ number }) => !saved.has(number) && !tokens.removed.includes(number))
  return {
    case: after,
    tokens: [...kept, ...tokens.saved],
    tasks: [...before.tasks.map((task) => changed.get(task.number) ?? task), ...tasks.added],
  }
}
