import type { ApproveNode } from './flow-definition.ts'
import { addTask, type FlowDraft, meet, moveToken, note, tasksOf } from './flow-draft.ts'
import { nodeOf } from './flow-graph.ts'
import { refusal } from './flow-refusal.ts'
import { isDeciding, stepKey, type Task, type TaskState, type Token } from './flow-state.ts'
import { isSkipped, signersOf } from './resolve-people.ts'

/** The case comes to a signing node on its way forward; null when a problem was met. */
export function askSigners(draft: FlowDraft, token: Token, node: ApproveNode): { token: Token; last: Task } | null {
  const signers = signersOf(draft, node)
  if (draft.problem !== null) return null
  const here = moveToken(draft, token, { round: nextRound(draft, node.id) })
  const skipped = signers.filter((person) => isSkipped(draft, node, person))
  for (const [order, assignee] of signers.entries()) {
    const state: TaskState = skipped.includes(assignee) ? 'agreed' : node.mode.kind === 'in-turn' ? 'queued' : 'open'
    const closedBy = state === 'agreed' ? (token.cause?.task ?? null) : null
    const decidedAt = state === 'agreed' ? draft.circumstances.now : null
    addTask(draft, { ...stepKey(here), kind: 'approve', assignee, state, order, closedBy, decidedAt })
  }
  if (skipped.length > 0) note(draft, 'agreed-by-rule', { node: node.id, people: skipped })
  const [last] = tasksOf(draft, stepKey(here)).toReversed()
  return last === undefined ? null : { token: here, last }
}

/**
 * The case comes back to a step: the same people are asked again, all of them, whatever the rules for skipping say.
 * A return into a 会签 step therefore always finds its signers. ruoyi-vue-pro#668, #847
 */
export function askAgain(draft: FlowDraft, token: Token): void {
  const node = nodeOf(draft.graph, token.node)
  const here = moveToken(draft, token, { round: nextRound(draft, node.id) })
  if (node.kind !== 'approve') {
    addTask(draft, { ...stepKey(here), kind: 'submit', assignee: draft.case.starter })
    return
  }
  const signers = lastSigners(draft, node.id, here.round - 1)
  if (signers.length === 0) meet(draft, refusal('nobody-at-node', { node: node.id }))
  for (const [order, assignee] of signers.entries()) {
    const state = node.mode.kind === 'in-turn' && order > 0 ? 'queued' : 'open'
    addTask(draft, { ...stepKey(here), kind: 'approve', assignee, state, order })
  }
}

function nextRound({ tasks }: FlowDraft, node: string): number {
  const rounds = [...tasks.values()].filter((task) => task.node === node && isDeciding(task)).map(({ round }) => round)
  return Math.max(0, ...rounds) + 1
}

function lastSigners({ tasks }: FlowDraft, node: string, round: number): string[] {
  const before = [...tasks.values()].filter((task) => task.node === node && task.round === round)
  const signers = before.filter(({ kind, state }) => kind === 'approve' && state !== 'handed' && state !== 'removed')
  return [...new Set(signers.sort((a, b) => a.order - b.order).map(({ assignee }) => assignee))]
}
