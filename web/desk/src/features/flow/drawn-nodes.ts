import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { layOutFlow } from '@shiji/kernel/flow/lay-out-flow'
import type { Language } from '@shiji/kernel/wording'
import { type Edge, MarkerType, type Node } from '@xyflow/react'
import type { OpenedFlow } from './flow-page.tsx'

export type StepData = {
  readonly kind: string
  readonly name: string
  readonly problems: readonly string[]
  /** Whether a line may go out of it, and into it. */
  readonly leadsOn: boolean
  readonly isLedTo: boolean
}
export type DrawnStep = Node<StepData, 'step'>

/** Between the corners of two steps, in pixels of the drawing. */
const ACROSS = 230
const DOWN = 110

type Given = {
  readonly definition: FlowDefinition
  readonly problems: OpenedFlow['problems']
  readonly language: Language
  readonly moved: ReadonlySet<string>
  readonly kindWord: (kind: FlowDefinition['nodes'][number]['kind']) => string
}

/** The nodes of the flow as the drawing takes them; what a person moved stays where it was put, the others lie in layers. */
export function drawSteps(given: Given, before: readonly DrawnStep[]): DrawnStep[] {
  const { definition, problems, language, kindWord, moved } = given
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]))
  const { places } = layOutFlow({ nodes })
  const known = new Map(before.map((node) => [node.id, node]))
  return definition.nodes.map((node, at) => {
    const kept = known.get(node.id)
    // A flow that runs in a circle has no layers; its steps stand as they are written.
    const { layer, column } = places.get(node.id) ?? { layer: at, column: 0 }
    const found = problems.filter((problem) => problem.node === node.id).map(({ message }) => message)
    const name = node.name[language]
    return {
      ...kept,
      id: node.id,
      type: 'step',
      position: kept !== undefined && moved.has(node.id) ? kept.position : { x: column * ACROSS, y: layer * DOWN },
      data: {
        kind: kindWord(node.kind),
        name,
        problems: found,
        leadsOn: node.kind !== 'end',
        isLedTo: node.kind !== 'start',
      },
      deletable: node.kind === 'approve' || node.kind === 'copy',
      ariaLabel: [kindWord(node.kind), name, ...found].join(' · '),
    }
  })
}

export function drawLines({ nodes }: FlowDefinition, language: Language): Edge[] {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name[language] ?? id
  const { lines } = layOutFlow({ nodes: new Map(nodes.map((node) => [node.id, node])) })
  return lines.map(({ from, to }) => ({
    id: `${from}>${to}`,
    source: from,
    target: to,
    focusable: false,
    ariaLabel: `${nameOf(from)} → ${nameOf(to)}`,
    markerEnd: { type: MarkerType.ArrowClosed },
  }))
}
