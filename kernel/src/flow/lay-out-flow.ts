import type { FlowNode } from './flow-definition.ts'
import { exitsOf, type FlowGraph, orderOf } from './flow-graph.ts'

/** Where each node of a drawing stands: steps lie under each other, branches side by side. Both count from 0. */
export type FlowLayout = {
  readonly depth: number
  readonly width: number
  readonly places: ReadonlyMap<string, { readonly layer: number; readonly column: number }>
  readonly lines: readonly { readonly from: string; readonly to: string }[]
}

/** A node stands below everything that leads to it, so no line runs upwards. */
export function layOutFlow({ nodes }: Pick<FlowGraph, 'nodes'>): FlowLayout {
  const order = orderOf(nodes) ?? []
  const layers = new Map<string, number>()
  for (const node of order) {
    const own = layers.get(node.id) ?? 0
    layers.set(node.id, own)
    for (const to of exitsOf(node)) layers.set(to, Math.max(layers.get(to) ?? 0, own + 1))
  }
  const places = new Map<string, { layer: number; column: number }>()
  const filled = new Map<number, number>()
  for (const { id } of order) {
    const layer = layers.get(id) ?? 0
    const column = filled.get(layer) ?? 0
    filled.set(layer, column + 1)
    places.set(id, { layer, column })
  }
  const lines = order.flatMap((node: FlowNode) => [...new Set(exitsOf(node))].map((to) => ({ from: node.id, to })))
  return { depth: filled.size, width: Math.max(0, ...filled.values()), places, lines }
}
