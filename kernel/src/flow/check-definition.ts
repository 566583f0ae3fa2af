import type { WordingParameters } from '../wording.ts'
import type { DefinitionProblemCode } from './definition-wording.ts'
import {
  type ApproveNode,
  comparisonFits,
  type FlowDefinition,
  type FlowNode,
  type PeopleRule,
} from './flow-definition.ts'
import { edgesOf, exitsOf, type Frame, isSameFrame, isWithin, nodesAfter, orderOf } from './flow-graph.ts'

/** Something that keeps a flow from being published; `node` is null when it concerns the flow as a whole. */
type DefinitionProblem = {
  readonly code: DefinitionProblemCode
  readonly node: string | null
  readonly parameters: WordingParameters
}

type Nodes = ReadonlyMap<string, FlowNode>

/**
 * Everything that would let a case get stuck or lost: empty means every node is reached, somebody can always be asked,
 * every path ends and every split meets its join. Shape problems hide the finer ones, which come once they are mended.
 */
export function checkDefinition(definition: FlowDefinition): DefinitionProblem[] {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]))
  const own = [...ownProblems(definition), ...definition.nodes.flatMap((node) => nodeProblems(node, definition))]
  const shape = definition.nodes.flatMap((node) => exitProblems(node, nodes))
  const order = orderOf(nodes)
  if (order === null) return [...own, ...shape, problem('flow-circles', null)]
  if (shape.length > 0 || own.some(({ code }) => code === 'start-not-one' || code === 'node-twice')) {
    return [...own, ...shape]
  }

  const start = order.find(({ kind }) => kind === 'start')
  const after = nodesAfter(nodes, order)
  const reached = new Set([start?.id, ...(after.get(start?.id ?? '') ?? [])])
  const unreachable = order.filter(({ id }) => !reached.has(id)).map(({ id }) => problem('node-unreachable', id))
  const parallel = parallelProblems(
    order.filter(({ id }) => reached.has(id)),
    nodes,
  )
  const returns = order.flatMap((node) => returnProblems(node, { nodes, after, frames: parallel.frames }))
  return [...own, ...unreachable, ...parallel.problems, ...returns]
}

function problem(
  code: DefinitionProblemCode,
  node: string | null,
  parameters: WordingParameters = {},
): DefinitionProblem {
  return { code, node, parameters: node === null ? parameters : { node, ...parameters } }
}

function ownProblems({ nodes, fields }: FlowDefinition): DefinitionProblem[] {
  const starts = nodes.filter(({ kind }) => kind === 'start').length
  const twice = nodes.filter(({ id }, index) => nodes.findIndex((node) => node.id === id) !== index)
  const fieldsTwice = fields.filter(({ key }, index) => fields.findIndex((field) => field.key === key) !== index)
  return [
    ...(starts === 1 ? [] : [problem('start-not-one', null, { count: starts })]),
    ...(nodes.some(({ kind }) => kind === 'end') ? [] : [problem('end-missing', null)]),
    ...twice.map(({ id }) => problem('node-twice', id)),
    ...fieldsTwice.map(({ key }) => problem('field-twice', null, { field: key })),
  ]
}

function exitProblems(node: FlowNode, nodes: Nodes): DefinitionProblem[] {
  return exitsOf(node)
    .filter((target) => !nodes.has(target))
    .map((target) => problem('exit-unknown', node.id, { target }))
}

function nodeProblems(node: FlowNode, { fields }: FlowDefinition): DefinitionProblem[] {
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'join':
      return []
    case 'copy':
      return namesNobody(node.people) ? [problem('node-without-people', node.id)] : []
    case 'approve':
      return peopleProblems(node)
    case 'split':
      return node.join === null ? [problem('join-unknown', node.id)] : []
    case 'branch': {
      const comparisons = node.branches.flatMap(({ when }) => when)
      const wrong = comparisons.flatMap((comparison) => {
        const field = fields.find(({ key }) => key === comparison.field)
        if (field === undefined) return [problem('field-unknown', node.id, { field: comparison.field })]
        if (comparisonFits(comparison, field.kind)) return []
        return [problem('comparison-unfit', node.id, { field: comparison.field })]
      })
      return [...(node.otherwise === null ? [problem('else-missing', node.id)] : []), ...wrong]
    }
  }
}

function namesNobody(rule: PeopleRule): boolean {
  return rule.kind === 'named' && rule.people.length === 0
}

function peopleProblems({ id, people, fallback, deadline, selfApproval }: ApproveNode): DefinitionProblem[] {
  const isSure = people.kind === 'named' || (people.kind === 'starter' && selfApproval !== 'forbid')
  const isChosen = fallback?.kind === 'starter-choice' || fallback?.kind === 'previous-choice'
  const escalatesNowhere = deadline?.whenLate === 'escalate' && (deadline.to === null || namesNobody(deadline.to))
  return [
    ...(namesNobody(people) ? [problem('node-without-people', id)] : []),
    ...(!isSure && (fallback === null || namesNobody(fallback)) ? [problem('node-without-fallback', id)] : []),
    ...(isChosen ? [problem('fallback-may-be-empty', id)] : []),
    ...(escalatesNowhere ? [problem('escalation-without-people', id)] : []),
  ]
}

/** Walks the drawing once, noting in which parallel branches each node lies and where that does not add up. */
function parallelProblems(order: readonly FlowNode[], nodes: Nodes) {
  const problems: DefinitionProblem[] = []
  const frames = new Map<string, readonly Frame[]>()
  const arrivals = new Map<string, Frame[]>()
  for (const node of order) {
    const here = frames.get(node.id) ?? []
    if (node.kind === 'join') problems.push(...joinProblems(node.id, arrivals.get(node.id) ?? []))
    if (node.kind === 'end' && here.length > 0) continue
    for (const edge of edgesOf(node, here)) {
      const target = nodes.get(edge.to)
      const innermost = edge.frames.at(-1)
      if (target?.kind === 'join') {
        if (innermost?.join !== target.id) {
          problems.push(
            problem(innermost ? 'branch-misses-join' : 'join-without-split', innermost ? node.id : target.id, {
              target: target.id,
            }),
          )
          continue
        }
        arrivals.set(target.id, [...(arrivals.get(target.id) ?? []), innermost])
        frames.set(target.id, edge.frames.slice(0, -1))
        continue
      }
      const known = frames.get(edge.to)
      const fits = known === undefined || (known.length === edge.frames.length && isWithin(known, edge.frames))
      const endsInside = target?.kind === 'end' && edge.frames.length > 0
      if (!fits || endsInside) problems.push(problem('branch-misses-join', node.id, { target: edge.to }))
      frames.set(edge.to, known ?? edge.frames)
    }
  }
  return { problems, frames }
}

function joinProblems(join: string, arrivals: readonly Frame[]): DefinitionProblem[] {
  const [first] = arrivals
  if (first === undefined) return []
  const branches = new Set(arrivals.filter(({ split }) => split === first.split).map(({ branch }) => branch))
  const isWhole = branches.size === first.width && arrivals.every(({ split }) => split === first.split)
  return isWhole ? [] : [problem('join-incomplete', join, { split: first.split })]
}

type Walk = {
  readonly nodes: Nodes
  readonly after: ReadonlyMap<string, ReadonlySet<string>>
  readonly frames: ReadonlyMap<string, readonly Frame[]>
}

function returnProblems(node: FlowNode, { nodes, after, frames }: Walk): DefinitionProblem[] {
  if (node.kind !== 'approve' || node.returns.kind !== 'steps') return []
  const here = frames.get(node.id) ?? []
  return node.returns.steps
    .filter((step) => {
      const target = nodes.get(step)
      const signs = target?.kind === 'start' || target?.kind === 'approve'
      const there = frames.get(step) ?? []
      const isSibling = there.some((frame) => here.some((own) => own.split === frame.split && !isSameFrame(own, frame)))
      return !(signs && after.get(step)?.has(node.id)) || isSibling
    })
    .map((target) => problem('return-target-illegal', node.id, { target }))
}
