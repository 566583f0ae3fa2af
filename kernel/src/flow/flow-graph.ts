import type { FlowDefinition, FlowNode } from './flow-definition.ts'

/** A definition made ready for walking; built once per published version and kept by the caller. */
export type FlowGraph = {
  readonly definition: FlowDefinition
  readonly nodes: ReadonlyMap<string, FlowNode>
  readonly start: FlowNode
  /** Nodes that can come after a node, itself not among them. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>
  /** The parallel branches a node lies in, outermost first. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>
}

/** One branch of one split. */
export type Frame = { readonly split: string; readonly branch: number; readonly join: string; readonly width: number }

export type Edge = { readonly from: string; readonly to: string; readonly frames: readonly Frame[] }

/** Where a node leads, in the order drawn. Targets may be missing while a definition is being drawn. */
export function exitsOf(node: FlowNode): readonly string[] {
  switch (node.kind) {
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      return [node.next]
    case 'branch':
      return [...node.branches.map(({ next }) => next), ...(node.otherwise === null ? [] : [node.otherwise])]
    case 'split':
      return node.branches
    case 'end':
      return []
  }
}

/** Nodes with everything before them first; null when the drawing runs in a circle. */
export function orderOf(nodes: ReadonlyMap<string, FlowNode>): readonly FlowNode[] | null {
  const order: FlowNode[] = []
  const state = new Map<string, 'entered' | 'left'>()
  const visit = (node: FlowNode): boolean => {
    if (state.get(node.id) === 'left') return true
    if (state.get(node.id) === 'entered') return false
    state.set(node.id, 'entered')
    for (const id of exitsOf(node)) {
      const next = nodes.get(id)
      if (next !== undefined && !visit(next)) return false
    }
    state.set(node.id, 'left')
    order.unshift(node)
    return true
  }
  for (const node of nodes.values()) if (!visit(node)) return null
  return order
}

export function nodesAfter(nodes: ReadonlyMap<string, FlowNode>, order: readonly FlowNode[]) {
  const after = new Map<string, ReadonlySet<string>>()
  for (const node of order.toReversed()) {
    const reached = new Set<string>()
    for (const id of exitsOf(node)) {
      if (!nodes.has(id)) continue
      reached.add(id)
      for (const further of after.get(id) ?? []) reached.add(further)
    }
    after.set(node.id, reached)
  }
  return after
}

/** How an edge changes the parallel branches one is in: a split opens one per exit, its join closes it. */
export function edgesOf(node: FlowNode, frames: readonly Frame[]): readonly Edge[] {
  return exitsOf(node).map((to, branch) => {
    if (node.kind !== 'split') return { from: node.id, to, frames }
    const frame = { split: node.id, branch, join: node.join ?? '', width: node.branches.length }
    return { from: node.id, to, frames: [...frames, frame] }
  })
}

/** Makes a checked definition ready for walking. Throws on one `checkDefinition` finds errors in: publish checks first. */
export function graphOf(definition: FlowDefinition): FlowGraph {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]))
  const start = definition.nodes.find(({ kind }) => kind === 'start')
  const order = orderOf(nodes)
  if (start === undefined || order === null) throw new Error(`flow ${definition.key} has no start or runs in a circle`)

  const frames = new Map<string, readonly Frame[]>([[start.id, []]])
  for (const node of order) {
    for (const edge of edgesOf(node, frames.get(node.id) ?? [])) {
      const isJoin = nodes.get(edge.to)?.kind === 'join'
      frames.set(edge.to, isJoin ? edge.frames.slice(0, -1) : edge.frames)
    }
  }
  return { definition, nodes, start, after: nodesAfter(nodes, order), frames }
}

export function nodeOf({ nodes, definition }: FlowGraph, id: string): FlowNode {
  const node = nodes.get(id)
  if (node === undefined) throw new Error(`flow ${definition.key} has no node ${id}`)
  return node
}

export function framesOf({ frames }: FlowGraph, id: string): readonly Frame[] {
  return frames.get(id) ?? []
}

export function isSameFrame(one: Frame | undefined, other: Frame | undefined): boolean {
  return one?.split === other?.split && one?.branch === other?.branch
}

/** Does a path through parallel branches lie in, or equal, the other? */
export function isWithin(frames: readonly Frame[], outer: readonly Frame[]): boolean {
  return outer.every((frame, depth) => isSameFrame(frame, frames[depth]))
}

/** How many outer branches two paths share. */
export function sharedDepth(one: readonly Frame[], other: readonly Frame[]): number {
  const parted = one.findIndex((frame, depth) => !isSameFrame(frame, other[depth]))
  return parted === -1 ? one.length : parted
}
