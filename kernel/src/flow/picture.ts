import { type FlowGraph, nodeOf } from './flow-graph.ts'
import { type FlowState, isLive } from './flow-state.ts'

/** Where a case stands: what a drawing of its flow colours. `left-out` lies on a way the case did not take. */
type FlowPicture = {
  readonly nodes: readonly {
    readonly id: string
    readonly state: 'passed' | 'current' | 'future' | 'left-out'
    /** Whose turn it is there now. */
    readonly waitsFor: readonly string[]
  }[]
  readonly walked: readonly { readonly from: string; readonly to: string }[]
}

export function pictureOf(graph: FlowGraph, state: FlowState): FlowPicture {
  const walked = state.case.walked.map((edge) => {
    const [from = '', to = ''] = edge.split('>')
    return { from, to }
  })
  const here = new Set(state.tokens.map(({ node }) => node))
  const reachable = new Set(state.tokens.flatMap(({ node, resume }) => reachedFrom(graph, [node, ...resume])))
  const touched = new Set(walked.flatMap(({ from, to }) => [from, to]))
  const stateOf = (id: string) => {
    if (here.has(id)) return 'current'
    if (touched.has(id)) return 'passed'
    return reachable.has(id) ? 'future' : 'left-out'
  }
  const nodes = graph.definition.nodes.map(
    ({ id }) => ({ id, state: stateOf(id), waitsFor: waitsFor(state, id) }) as const,
  )
  return { nodes, walked }
}

function reachedFrom(graph: FlowGraph, nodes: readonly string[]): string[] {
  return nodes.flatMap((node) => [nodeOf(graph, node).id, ...(graph.after.get(node) ?? [])])
}

function waitsFor({ tasks }: FlowState, id: string): string[] {
  const open = tasks.filter((task) => isLive(task) && task.state === 'open' && task.node === id && task.token !== null)
  return [...new Set(open.map(({ assignee }) => assignee))]
}
