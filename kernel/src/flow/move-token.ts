import { askAgain, askSigners } from './ask-signers.ts'
import { wayOf } from './condition.ts'
import type { FlowNode } from './flow-definition.ts'
import {
  addTask,
  addToken,
  changeTask,
  closeTasks,
  dropToken,
  endCase,
  type FlowDraft,
  meet,
  moveToken,
  note,
  tasksOf,
} from './flow-draft.ts'
import { edgesOf, framesOf, nodeOf } from './flow-graph.ts'
import { refusal } from './flow-refusal.ts'
import { edgeKey, stepKey, type Task, type Token } from './flow-state.ts'
import { resolvePeople } from './resolve-people.ts'
import { tally } from './tally.ts'

/**
 * A token has done with its node and goes on: straight back after a return that resumes, else along the drawing until
 * somebody has to sign, a join holds it, or the case ends. `decided` is the task whose decision moved it.
 */
export function goOn(draft: FlowDraft, token: Token, decided: Task): void {
  const cause = { task: decided.number, resume: token.resume }
  const back = token.resume.at(-1)
  if (back === undefined) {
    leave(draft, moveToken(draft, token, { cause }))
    return
  }
  note(draft, 'resumed', { node: back })
  askAgain(draft, moveToken(draft, token, { node: back, resume: token.resume.slice(0, -1), cause }))
}

/** Counts the signers of a step and moves its token on, ends the case, or calls the next in turn. */
export function settleNode(draft: FlowDraft, token: Token, decided: Task): void {
  const node = nodeOf(draft.graph, token.node)
  if (node.kind !== 'approve' || draft.problem !== null) return
  const tasks = tasksOf(draft, stepKey(token))
  const { outcome, next } = tally(node.mode, tasks)
  switch (outcome) {
    case 'agreed':
      closeTasks(draft, tasks, decided.number)
      goOn(draft, token, decided)
      return
    case 'disagreed':
      endCase(draft, 'disagreed', decided.number)
      note(draft, 'ended-disagreed', { node: node.id })
      return
    case 'pending':
      if (next !== null) changeTask(draft, next.number, { state: 'open' })
  }
}

function leave(draft: FlowDraft, token: Token): void {
  const node = nodeOf(draft.graph, token.node)
  switch (node.kind) {
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      follow(draft, token, node.next)
      return
    case 'branch': {
      const way = wayOf(node, draft.circumstances.fields)
      if (way.kind === 'leads') follow(draft, token, way.next)
      else meet(draft, refusal('field-missing', { field: way.field }))
      return
    }
    case 'split':
      part(draft, token, node)
      return
    case 'end':
      endCase(draft, 'approved', token.cause?.task ?? null)
      note(draft, 'approved')
  }
}

/** Siblings are set up before any of them walks, so that the first to reach the join waits for the others. */
function part(draft: FlowDraft, token: Token, node: Extract<FlowNode, { kind: 'split' }>): void {
  const tokens = node.branches.map((_, branch) =>
    branch === 0 ? token : addToken(draft, { ...token, resume: [], waitingBranch: null }),
  )
  for (const [branch, own] of tokens.entries()) follow(draft, own, node.branches[branch] ?? node.id, branch)
}

function follow(draft: FlowDraft, token: Token, to: string, exit = 0): void {
  const edge = edgeKey({ from: token.node, to })
  if (!draft.case.walked.includes(edge)) draft.case = { ...draft.case, walked: [...draft.case.walked, edge] }

  const from = nodeOf(draft.graph, token.node)
  const target = nodeOf(draft.graph, to)
  if (target.kind === 'join') {
    const frames = edgesOf(from, framesOf(draft.graph, from.id))[exit]?.frames
    arrive(draft, moveToken(draft, token, { node: to, waitingBranch: frames?.at(-1)?.branch ?? 0 }))
    return
  }
  const arrived = moveToken(draft, token, { node: to })
  if (target.kind === 'approve') {
    const asked = askSigners(draft, arrived, target)
    if (asked !== null) settleNode(draft, asked.token, asked.last)
    return
  }
  if (target.kind === 'copy') copyTo(draft, target)
  leave(draft, arrived)
}

function arrive(draft: FlowDraft, token: Token): void {
  const waiting = [...draft.tokens.values()].filter(
    ({ node, waitingBranch }) => node === token.node && waitingBranch !== null,
  )
  if (waiting.length < widthOf(draft, token.node)) return
  for (const other of waiting) if (other.number !== token.number) dropToken(draft, other, null)
  leave(draft, moveToken(draft, token, { waitingBranch: null }))
}

function widthOf({ graph }: FlowDraft, join: string): number {
  for (const node of graph.nodes.values()) {
    if (node.kind === 'split' && node.join === join) return node.branches.length
  }
  throw new Error(`join ${join} has no split`)
}

/** Copies stand apart from the tokens: nothing that happens to the case takes them back. steedos-platform#6985 */
function copyTo(draft: FlowDraft, node: Extract<FlowNode, { kind: 'copy' }>): void {
  const people = resolvePeople(draft, node.id, node.people)
  if (people === null || people.length === 0) return
  for (const assignee of people) addTask(draft, { kind: 'copied', node: node.id, assignee })
  note(draft, 'copied', { node: node.id, people })
}
