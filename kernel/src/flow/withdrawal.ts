import type { Scene } from './flow-action.ts'
import { type FlowGraph, type Frame, framesOf, nodeOf } from './flow-graph.ts'
import { isDeciding, isSameStep, stepKey, type Task, type Token } from './flow-state.ts'
import { wayBack } from './token-place.ts'

/** How a decision can be taken back while the next desk has not opened it. */
export type WayToWithdraw =
  /** The step is still going on: only the one signature is taken back. */
  | { readonly kind: 'signature'; readonly unopened: readonly Task[] }
  /** The case had moved on: it comes back with the step as it was. */
  | {
      readonly kind: 'step'
      readonly token: Token
      readonly dropped: readonly Token[]
      readonly finished: readonly Frame[]
      readonly resume: readonly string[]
    }

/** Null when it is too late: somebody after has opened or decided. screens.md §2.3 */
export function wayToWithdraw({ graph, state }: Scene, task: Task): WayToWithdraw | null {
  const still = state.tokens.find((token) => token.waitingBranch === null && isSameStep(stepKey(token), task))
  if (still !== undefined) return signatureBack(graph, state.tasks, task)

  const moved = state.tokens.filter(({ cause }) => cause?.task === task.number)
  const [token] = moved
  const resume = token?.cause?.resume ?? []
  if (token === undefined) return null
  const target = framesOf(graph, resume[0] ?? task.node)
  const { dropped, finished } = wayBack(graph, { state, token, target })
  const left = [token, ...dropped]
  const isUntouched = left.every(
    (one) => one.cause?.task === task.number && !state.tasks.some((next) => isTouched(next, one)),
  )
  return isUntouched ? { kind: 'step', token, dropped, finished, resume } : null
}

function isTouched(task: Task, token: Token): boolean {
  const isThere = token.waitingBranch === null && isSameStep(stepKey(token), task)
  return isThere && isDeciding(task) && (task.openedAt !== null || task.decidedBy !== null)
}

/** Whoever was called because of the signature must not have opened it: the next in turn, those to sign after. */
function signatureBack(graph: FlowGraph, tasks: readonly Task[], task: Task): WayToWithdraw | null {
  const node = nodeOf(graph, task.node)
  if (task.kind === 'submit' || node.kind !== 'approve') return null
  const called = node.mode.kind === 'in-turn' ? tasks.filter((one) => isCalledAfter(one, task)) : []
  const after = tasks.filter(
    ({ parent, kind, state }) => parent === task.number && kind === 'after' && state !== 'removed',
  )
  const unopened = [...after, ...called]
  const isUntouched = unopened.every(({ openedAt, state }) => openedAt === null && state === 'open')
  return isUntouched ? { kind: 'signature', unopened } : null
}

function isCalledAfter(one: Task, task: Task): boolean {
  const isNext = one.kind === 'approve' && one.order > task.order && isSameStep(one, task)
  return isNext && one.state !== 'queued' && one.state !== 'handed' && one.state !== 'removed'
}
