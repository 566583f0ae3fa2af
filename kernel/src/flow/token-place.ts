import { type FlowGraph, type Frame, framesOf, isSameFrame, isWithin, nodeOf, sharedDepth } from './flow-graph.ts'
import type { FlowState, Task, Token } from './flow-state.ts'

/** The parallel branches a token answers for: of its node, of the node it will jump back to, of the join it waits at. */
export function homeOf(graph: FlowGraph, token: Pick<Token, 'node' | 'resume' | 'waitingBranch'>): readonly Frame[] {
  const frames = framesOf(graph, token.resume[0] ?? token.node)
  if (token.waitingBranch === null) return frames
  return [...frames, frameAtJoin(graph, token.node, token.waitingBranch)]
}

function frameAtJoin(graph: FlowGraph, join: string, branch: number): Frame {
  for (const node of graph.nodes.values()) {
    if (node.kind === 'split' && node.join === join) {
      return { split: node.id, branch, join, width: node.branches.length }
    }
  }
  throw new Error(`join ${join} has no split`)
}

/** Going back from one place to another leaves whole splits behind, and stands again inside others. */
type WayBack = {
  /** Tokens that stop being: those in the splits left behind, the token itself not among them. */
  readonly dropped: readonly Token[]
  /** Branches of splits entered again that had finished, and now wait at their join again. */
  readonly finished: readonly Frame[]
}

export function wayBack(graph: FlowGraph, { state, token, target }: BackFrom): WayBack {
  const home = homeOf(graph, token)
  const shared = sharedDepth(home, target)
  const left = home[shared]
  const outer = home.slice(0, shared)
  const dropped = state.tokens.filter((other) => {
    const frames = homeOf(graph, other)
    return (
      other.number !== token.number &&
      isWithin(frames, outer) &&
      left !== undefined &&
      frames[shared]?.split === left.split
    )
  })
  const finished = target.slice(shared).flatMap((frame) => siblingsOf(frame))
  return { dropped, finished }
}

type BackFrom = {
  readonly state: Pick<FlowState, 'tokens'>
  readonly token: Token
  /** The parallel branches of the place gone back to. */
  readonly target: readonly Frame[]
}

function siblingsOf(frame: Frame): Frame[] {
  return Array.from({ length: frame.width }, (_, branch) => ({ ...frame, branch })).filter(
    ({ branch }) => branch !== frame.branch,
  )
}

/**
 * The steps a token may be sent back to: signed by somebody in the walk that stands, before this one in the drawing,
 * not in a sibling branch. History decides, not the graph. ruoyi-vue-pro#982
 */
function stepsBehind(graph: FlowGraph, state: FlowState, token: Token): string[] {
  const home = homeOf(graph, token)
  return [...graph.nodes.values()]
    .filter(({ id, kind }) => (kind === 'start' || kind === 'approve') && graph.after.get(id)?.has(token.node))
    .filter(({ id }) => state.case.walked.some((edge) => edge.startsWith(`${id}>`)))
    .filter(({ id }) => !framesOf(graph, id).some((frame) => isSibling(frame, home)))
    .filter(({ id, kind }) => kind === 'start' || state.tasks.some((task) => wasSigned(task, id)))
    .map(({ id }) => id)
}

function isSibling(frame: Frame, home: readonly Frame[]): boolean {
  return home.some((own) => own.split === frame.split && !isSameFrame(own, frame))
}

/** By a person, or in their name when they were late; not by a rule that never asked them. */
function wasSigned({ node, kind, state, decidedBy, expired }: Task, id: string): boolean {
  return node === id && kind === 'approve' && state === 'agreed' && (decidedBy !== null || expired)
}

/** The steps behind a signing node that its definition allows a return to. */
export function returnTargets(graph: FlowGraph, state: FlowState, token: Token): string[] {
  const node = nodeOf(graph, token.node)
  if (node.kind !== 'approve' || node.returns.kind === 'none') return []
  const behind = stepsBehind(graph, state, token)
  return node.returns.kind === 'walked' ? behind : behind.filter((id) => allowed(node.returns, id))
}

function allowed(returns: { readonly kind: string; readonly steps?: readonly string[] }, id: string): boolean {
  return returns.steps?.includes(id) ?? false
}

/** 上一步: the signed steps just before, through nodes nobody signs; several when branches joined in between. */
export function previousSteps(graph: FlowGraph, state: FlowState, token: Token): string[] {
  const targets = stepsBehind(graph, state, token)
  const found = new Set<string>()
  const seen = new Set<string>()
  const walkBack = (node: string): void => {
    for (const edge of state.case.walked) {
      const [from = '', to] = edge.split('>')
      if (to !== node || seen.has(from)) continue
      seen.add(from)
      if (targets.includes(from)) found.add(from)
      else walkBack(from)
    }
  }
  walkBack(token.node)
  return [...found]
}
