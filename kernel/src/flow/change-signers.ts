import type { AddSigners, SignerAction } from './flow-action.ts'
import { actorName, addTask, changeTask, decideTask, type FlowDraft, meet, note, tasksOf } from './flow-draft.ts'
import { nodeOf } from './flow-graph.ts'
import { refusal } from './flow-refusal.ts'
import { isLive, type Task } from './flow-state.ts'
import { MOST_SIGNERS } from './resolve-people.ts'
import { settle } from './settle.ts'

const MOST_LEVELS = 5

/** 转办 改派 委派 加签 减签: who signs changes, what is decided does not. */
export function changeSigners(draft: FlowDraft, task: Task, action: SignerAction): void {
  switch (action.verb) {
    case 'transfer':
    case 'reassign': {
      const code = action.verb === 'transfer' ? 'transferred' : 'reassigned'
      handOver(draft, task, action.person)
      note(draft, code, { node: task.node, people: [action.person], opinion: action.opinion })
      return
    }
    case 'delegate':
      delegateTask(draft, task, action)
      return
    case 'add-signers':
      addSigners(draft, task, action)
      return
    case 'remove-signer':
      removeSigner(draft, task, action.opinion)
  }
}

/** 加签 before me, after me, or beside me. */
function addSigners(draft: FlowDraft, task: Task, { where, people, together, opinion }: AddSigners): void {
  const asked = [...new Set(people)]
  if (!canJoin(draft, task, asked)) return
  note(draft, `added-${where}`, { node: task.node, people: asked, opinion })
  switch (where) {
    case 'before':
      for (const assignee of asked) addHelper(draft, task, { kind: 'before', assignee, together })
      changeTask(draft, task.number, { state: 'asking' })
      return
    case 'after': {
      for (const assignee of asked) addHelper(draft, task, { kind: 'after', assignee, together })
      settle(draft, decideTask(draft, task.number, 'agreed'))
      return
    }
    case 'beside':
      addBeside(draft, task, asked)
  }
}

/** 委派: they do it, I get it back and decide. */
function delegateTask(draft: FlowDraft, task: Task, { person, opinion }: { person: string; opinion: string }): void {
  if (!canJoin(draft, task, [person])) return
  note(draft, 'delegated', { node: task.node, people: [person], opinion })
  addHelper(draft, task, { kind: 'delegated', assignee: person, together: 'all' })
  changeTask(draft, task.number, { state: 'asking' })
}

function addHelper(draft: FlowDraft, parent: Task, helper: Pick<Task, 'kind' | 'assignee' | 'together'>): void {
  const { token, node, round, number } = parent
  addTask(draft, { ...helper, token, node, round, parent: number, addedBy: actorName(draft) })
}

/** New signers stand where the one who asked stands: same kind, same parent, right after in turn. */
function addBeside(draft: FlowDraft, task: Task, people: readonly string[]): void {
  const { token, node, round, kind, parent, together } = task
  const inTurn = isInTurn(draft, task)
  const step = tasksOf(draft, task)
  for (const later of inTurn ? step.filter(({ order }) => order > task.order) : []) {
    changeTask(draft, later.number, { order: later.order + people.length })
  }
  for (const [index, assignee] of people.entries()) {
    const order = task.order + (inTurn ? index + 1 : 0)
    const state = inTurn ? 'queued' : 'open'
    addTask(draft, { token, node, round, kind, parent, together, assignee, order, state, addedBy: actorName(draft) })
  }
}

function isInTurn({ graph }: FlowDraft, { node, kind }: Task): boolean {
  const found = nodeOf(graph, node)
  return kind === 'approve' && found.kind === 'approve' && found.mode.kind === 'in-turn'
}

/** 减签: somebody I asked, while they have not opened it. */
function removeSigner(draft: FlowDraft, task: Task, opinion: string): void {
  note(draft, 'removed-signer', { node: task.node, people: [task.assignee], opinion })
  settle(draft, changeTask(draft, task.number, { state: 'removed' }))
}

/** 转办, and what a deadline or an administrator does in its place: the task ends here and begins with somebody else. */
export function handOver(draft: FlowDraft, task: Task, person: string): void {
  if (!canJoin(draft, task, [person])) return
  const { number, kind, state, token, node, round, order, parent, together, addedBy, dueAt } = task
  decideTask(draft, number, 'handed')
  const next = addTask(draft, {
    kind,
    token,
    node,
    round,
    order,
    parent,
    together,
    addedBy,
    assignee: person,
    state,
    dueAt,
  })
  for (const helper of draft.tasks.values()) {
    if (helper.parent === number && isLive(helper)) changeTask(draft, helper.number, { parent: next.number })
  }
}

/** Nobody signs twice at one step, and the starter not where their own case is forbidden to them. */
function canJoin(draft: FlowDraft, task: Task, people: readonly string[]): boolean {
  const node = nodeOf(draft.graph, task.node)
  const step = tasksOf(draft, task)
  const signs = (person: string) =>
    step.some(({ assignee, state }) => assignee === person && state !== 'handed' && state !== 'removed')
  const twice = people.find(signs)
  const own = node.kind === 'approve' && node.selfApproval === 'forbid' && people.includes(draft.case.starter)

  if (people.length === 0) meet(draft, refusal('nobody-named'))
  else if (twice !== undefined) meet(draft, refusal('already-signer', { person: twice }))
  else if (own) meet(draft, refusal('own-case'))
  else if (step.length + people.length > MOST_SIGNERS) meet(draft, refusal('too-many-signers', { most: MOST_SIGNERS }))
  else if (levelOf(draft, task) >= MOST_LEVELS) meet(draft, refusal('helpers-too-deep', { most: MOST_LEVELS }))
  return draft.problem === null
}

function levelOf({ tasks }: FlowDraft, task: Task): number {
  let level = 0
  for (let at = tasks.get(task.parent ?? 0); at !== undefined; at = tasks.get(at.parent ?? 0)) level += 1
  return level
}
