import { askAgain } from './ask-signers.ts'
import type { ReturnAction, ReturnTo } from './flow-action.ts'
import {
  addToken,
  changeTask,
  decideTask,
  dropToken,
  type FlowDraft,
  meet,
  moveToken,
  note,
  tasksOf,
} from './flow-draft.ts'
import { type Frame, framesOf } from './flow-graph.ts'
import { refusal } from './flow-refusal.ts'
import type { Task, Token } from './flow-state.ts'
import { previousSteps, returnTargets, wayBack } from './token-place.ts'
import type { WayToWithdraw } from './withdrawal.ts'

/** 退回: to a step behind, to walk on from there again, or to come straight back once it is mended. */
export function returnCase(draft: FlowDraft, task: Task, { to, walk, opinion }: ReturnAction): void {
  const token = tokenOf(draft, task)
  const target = targetOf(draft, token, to)
  if (target === null) return
  decideTask(draft, task.number, 'returned')
  const code = walk === 'again' ? 'returned' : 'returned-to-resume'
  note(draft, code, { node: task.node, target, opinion })

  if (walk === 'resume') {
    closeStep(draft, token, task.number)
    askAgain(draft, moveToken(draft, token, { node: target, resume: [...token.resume, token.node], cause: null }))
    return
  }
  const frames = framesOf(draft.graph, target)
  const { dropped, finished } = wayBack(draft.graph, { state: stateOf(draft), token, target: frames })
  for (const other of dropped) dropToken(draft, other, task.number)
  closeStep(draft, token, task.number)
  stayAtJoins(draft, finished)
  unwalk(draft, target)
  askAgain(draft, moveToken(draft, token, { node: target, resume: [], cause: null }))
}

function targetOf(draft: FlowDraft, token: Token, to: ReturnTo): string | null {
  const allowed = returnTargets(draft.graph, stateOf(draft), token)
  const wanted = wantedOf(draft, token, to)
  const [target] = wanted
  if (wanted.length > 1) meet(draft, refusal('return-choose-step'))
  else if (target === undefined) meet(draft, refusal('return-not-possible'))
  else if (!allowed.includes(target)) meet(draft, refusal('return-target-illegal', { node: target }))
  else return target
  return null
}

function wantedOf(draft: FlowDraft, token: Token, to: ReturnTo): readonly string[] {
  switch (to.kind) {
    case 'starter':
      return [draft.graph.start.id]
    case 'previous':
      return previousSteps(draft.graph, stateOf(draft), token)
    case 'step':
      return [to.node]
  }
}

/** 撤回: as if the decision had not been made. */
export function withdrawDecision(draft: FlowDraft, task: Task, { way, opinion }: Withdrawal): void {
  note(draft, 'withdrawn', { node: task.node, opinion })
  if (way.kind === 'signature') {
    for (const { number, kind } of way.unopened) {
      changeTask(draft, number, { state: kind === 'after' ? 'removed' : 'queued', closedBy: task.number })
    }
    reopen(draft, task)
    return
  }
  for (const token of [way.token, ...way.dropped]) dropToken(draft, token, task.number)
  stayAtJoins(draft, way.finished)
  unwalk(draft, task.node)
  const { node, round } = task
  const number = task.token ?? way.token.number
  draft.tokens.set(number, { ...way.token, number, node, round, waitingBranch: null, resume: way.resume, cause: null })
  for (const closed of closedBy(draft, task)) changeTask(draft, closed.number, { state: 'open', closedBy: null })
  reopen(draft, task)
  markAsking(draft, task)
}

export type Withdrawal = { readonly way: WayToWithdraw; readonly opinion: string }

function reopen(draft: FlowDraft, { number }: Task): void {
  changeTask(draft, number, { state: 'open', decidedBy: null, decidedAt: null })
}

/** Others of the step whose task the decision had made needless. */
function closedBy(draft: FlowDraft, task: Task): Task[] {
  return tasksOf(draft, task).filter((one) => one.closedBy === task.number && one.state === 'closed')
}

/** Signers who were waiting for their helpers wait again. */
function markAsking(draft: FlowDraft, task: Task): void {
  const step = tasksOf(draft, task)
  for (const signer of step) {
    const asks = step.some(
      ({ parent, kind, state }) =>
        parent === signer.number && kind !== 'after' && kind !== 'approve' && state === 'open',
    )
    if (asks && signer.state === 'open') changeTask(draft, signer.number, { state: 'asking' })
  }
}

/** Branches that had finished wait at their join again, so that it opens once the branch gone back to arrives. */
function stayAtJoins(draft: FlowDraft, finished: readonly Frame[]): void {
  for (const { join, branch } of finished) {
    addToken(draft, { node: join, round: 0, waitingBranch: branch, resume: [], cause: null })
  }
}

/** Takes back what was walked from a node onward. */
function unwalk(draft: FlowDraft, node: string): void {
  const after = draft.graph.after.get(node) ?? new Set<string>()
  const walked = draft.case.walked.filter((edge) => {
    const from = edge.slice(0, edge.indexOf('>'))
    return from !== node && !after.has(from)
  })
  draft.case = { ...draft.case, walked }
}

function closeStep(draft: FlowDraft, token: Token, by: number): void {
  dropToken(draft, token, by)
}

function tokenOf({ tokens }: FlowDraft, task: Task): Token {
  const token = tokens.get(task.token ?? 0)
  if (token === undefined) throw new Error(`task ${task.number} has no token`)
  return token
}

function stateOf({ case: now, tokens, tasks }: FlowDraft) {
  return { case: now, tokens: [...tokens.values()], tasks: [...tasks.values()] }
}
