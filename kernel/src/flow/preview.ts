import { type Fields, wayOf } from './condition.ts'
import type { ApproveNode, FlowNode, Mode, PeopleRule } from './flow-definition.ts'
import { exitsOf, type FlowGraph, nodeOf } from './flow-graph.ts'
import type { FlowState } from './flow-state.ts'

/** A step still to come. The caller names the people of `people`; `chosen` are those somebody has picked already. */
type StepAhead = {
  readonly node: string
  readonly mode: Mode
  readonly people: PeopleRule
  readonly fallback: PeopleRule | null
  readonly chosen: readonly string[]
  /** False when a fact that decides the way is not filled in yet. */
  readonly isSure: boolean
}

/** Who will be asked after the present steps, in the order of the drawing; the way is chosen by the facts as they stand. */
export function stepsAhead(graph: FlowGraph, state: FlowState, fields: Fields): StepAhead[] {
  const found = new Map<string, StepAhead>()
  const walk = (id: string, isSure: boolean): void => {
    const node = nodeOf(graph, id)
    const known = found.get(id)
    if (known?.isSure === true || (known !== undefined && !isSure)) return
    if (node.kind === 'approve') found.set(id, stepOf(node, state, isSure))
    for (const [next, sure] of waysFrom(node, fields)) walk(next, isSure && sure)
  }
  for (const { node, resume } of state.tokens) {
    for (const start of resume.length > 0 ? resume : [node]) {
      if (resume.length > 0) walk(start, true)
      else for (const [next, sure] of waysFrom(nodeOf(graph, node), fields)) walk(next, sure)
    }
  }
  return graph.definition.nodes.flatMap(({ id }) => found.get(id) ?? [])
}

function waysFrom(node: FlowNode, fields: Fields): readonly (readonly [string, boolean])[] {
  if (node.kind !== 'branch') return exitsOf(node).map((next) => [next, true] as const)
  const way = wayOf(node, fields)
  return way.kind === 'leads' ? [[way.next, true] as const] : exitsOf(node).map((next) => [next, false] as const)
}

function stepOf({ id, mode, people, fallback }: ApproveNode, state: FlowState, isSure: boolean): StepAhead {
  return { node: id, mode, people, fallback, chosen: state.case.choices[id] ?? [], isSure }
}
