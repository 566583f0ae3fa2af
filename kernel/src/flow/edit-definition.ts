import type { ApproveNode, FlowDefinition, FlowNode } from './flow-definition.ts'
import { orderOf } from './flow-graph.ts'

/** Edits of a flow as a list of steps; each gives a new definition and leaves the given one as it is. */

/** The nodes in the order they are walked; as drawn when the lines run in a circle. */
export function stepsOf({ nodes }: FlowDefinition): readonly FlowNode[] {
  return orderOf(new Map(nodes.map((node) => [node.id, node]))) ?? nodes
}

export function replaceNode(definition: FlowDefinition, node: FlowNode): FlowDefinition {
  return { ...definition, nodes: definition.nodes.map((one) => (one.id === node.id ? node : one)) }
}

/** A signing step behind a node that leads to one place: nobody is asked there yet, which the check says. */
export function addStepAfter(definition: FlowDefinition, id: string, name: FlowNode['name']): FlowDefinition {
  const before = definition.nodes.find((node) => node.id === id)
  if (before === undefined || !('next' in before)) return definition
  const step: ApproveNode = {
    kind: 'approve',
    id: freeId(definition),
    name,
    next: before.next,
    people: { kind: 'named', people: [] },
    fallback: null,
    mode: { kind: 'any' },
    returns: { kind: 'walked' },
    mayReject: false,
    selfApproval: 'forbid',
    repeatedApprover: 'ask',
    deadline: null,
  }
  const nodes = definition.nodes.flatMap((node) => (node.id === id ? [{ ...before, next: step.id }, step] : [node]))
  return { ...definition, nodes }
}

/** Whatever led to the step leads to what came after it; only a step with one way on can be taken out. */
export function removeStep(definition: FlowDefinition, id: string): FlowDefinition {
  const gone = definition.nodes.find((node) => node.id === id)
  if (gone === undefined || !('next' in gone) || gone.kind === 'start') return definition
  const led = (to: string) => (to === id ? gone.next : to)
  const nodes = definition.nodes.filter((node) => node.id !== id).map((node) => leadElsewhere(node, led))
  return { ...definition, nodes: nodes.map((node) => withoutReturnTo(node, id)) }
}

/**
 * A line drawn from one node to another. Where a node has one way on, the way turns; a parallel split takes one more
 * branch; a condition leads there when none of its cases holds. Nothing leads to the start, from an end, or to itself.
 */
export function leadTo(definition: FlowDefinition, from: string, to: string): FlowDefinition {
  const target = definition.nodes.find(({ id }) => id === to)
  const node = definition.nodes.find(({ id }) => id === from)
  if (node === undefined || target === undefined || target.kind === 'start' || from === to) return definition
  switch (node.kind) {
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      return replaceNode(definition, { ...node, next: to })
    case 'branch':
      return replaceNode(definition, { ...node, otherwise: to })
    case 'split':
      return node.branches.includes(to)
        ? definition
        : replaceNode(definition, { ...node, branches: [...node.branches, to] })
    case 'end':
      return definition
  }
}

function leadElsewhere(node: FlowNode, led: (to: string) => string): FlowNode {
  switch (node.kind) {
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      return { ...node, next: led(node.next) }
    case 'branch': {
      const branches = node.branches.map((branch) => ({ ...branch, next: led(branch.next) }))
      return { ...node, branches, otherwise: node.otherwise === null ? null : led(node.otherwise) }
    }
    case 'split':
      return { ...node, branches: node.branches.map(led) }
    case 'end':
      return node
  }
}

function withoutReturnTo(node: FlowNode, id: string): FlowNode {
  if (node.kind !== 'approve' || node.returns.kind !== 'steps') return node
  const steps = node.returns.steps.filter((step) => step !== id)
  return { ...node, returns: steps.length === 0 ? { kind: 'none' } : { kind: 'steps', steps } }
}

function freeId({ nodes }: FlowDefinition): string {
  const taken = new Set(nodes.map(({ id }) => id))
  let number = nodes.length
  while (taken.has(`step-${number}`)) number += 1
  return `step-${number}`
}
