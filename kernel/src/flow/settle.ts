import { changeTask, closeTasks, type FlowDraft, tasksOf } from './flow-draft.ts'
import type { Task } from './flow-state.ts'
import { settleNode } from './move-token.ts'
import { helpersOf, outcomeOf } from './tally.ts'

/** A decision was made on `task`: whoever waits for it goes on, up to the node itself. */
export function settle(draft: FlowDraft, task: Task): void {
  const token = task.token === null ? undefined : draft.tokens.get(task.token)
  if (token === undefined || draft.problem !== null) return
  const tasks = tasksOf(draft, task)
  const parent = tasks.find(({ number }) => number === task.parent)
  if (task.kind === 'approve' || parent === undefined) {
    settleNode(draft, token, task)
    return
  }
  if (task.kind === 'after') {
    settle(draft, parent)
    return
  }
  const helpers = helpersOf(tasks, parent).filter(({ kind }) => kind !== 'after')
  const isAnswered = helpers.every((helper) => outcomeOf(tasks, helper) !== 'pending')
  if (parent.state === 'asking' && isAnswered) changeTask(draft, parent.number, { state: 'open' })
}

/** Among helpers of whom the first decides, the others are told it is over. */
export function closeRivals(draft: FlowDraft, task: Task): void {
  if (task.together === 'all' || task.parent === null) return
  const tasks = tasksOf(draft, task)
  const rivals = tasks.filter(
    ({ parent, kind, number }) => parent === task.parent && kind === task.kind && number !== task.number,
  )
  closeTasks(
    draft,
    rivals.flatMap((rival) => [rival, ...descendantsOf(tasks, rival)]),
    task.number,
  )
}

export function descendantsOf(tasks: readonly Task[], task: Task): Task[] {
  return tasks
    .filter(({ parent }) => parent === task.number)
    .flatMap((child) => [child, ...descendantsOf(tasks, child)])
}
