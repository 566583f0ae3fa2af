import { stepsOf } from './edit-definition.ts'
import type { FlowDefinition, FlowNode } from './flow-definition.ts'

type KeyOf<Node> = Node extends unknown ? keyof Node : never

/** What is decided about a step, besides which one it is. */
export type StepPart = Exclude<KeyOf<FlowNode>, 'id'>

export type StepChange =
  | { readonly kind: 'new' | 'gone'; readonly node: FlowNode }
  | { readonly kind: 'changed'; readonly node: FlowNode; readonly parts: readonly StepPart[] }

/** What became of the steps from one version to another, in the order the later one walks them; steps are known by their id. */
export function compareDefinitions(before: FlowDefinition, now: FlowDefinition): readonly StepChange[] {
  const known = new Map(before.nodes.map((node) => [node.id, node]))
  const kept = new Set(now.nodes.map(({ id }) => id))
  const changes = stepsOf(now).flatMap((node): StepChange[] => {
    const was = known.get(node.id)
    if (was === undefined) return [{ kind: 'new', node }]
    const parts = changedParts(was, node)
    return parts.length === 0 ? [] : [{ kind: 'changed', node, parts }]
  })
  const gone = stepsOf(before).filter(({ id }) => !kept.has(id))
  return [...changes, ...gone.map((node) => ({ kind: 'gone' as const, node }))]
}

function changedParts(was: FlowNode, now: FlowNode): readonly StepPart[] {
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(now))]
  const names = new Set([...before.keys(), ...after.keys()]) as ReadonlySet<StepPart>
  return [...names].filter((name) => !isSameValue(before.get(name), after.get(name)))
}

/** Whatever order their keys were written in. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return left.size === right.size && [...left].every(([key, value]) => isSameValue(value, right.get(key)))
}
