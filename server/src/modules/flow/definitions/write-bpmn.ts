import type { FlowDefinition, FlowNode } from '@shiji/kernel/flow/flow-definition'
import { layOutFlow } from '@shiji/kernel/flow/lay-out-flow'
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle'
import { BPMN_TYPES, makeModdle, withDetails } from './bpmn-details.ts'

/** A flow as BPMN 2.0 XML with its drawing, to be opened in any tool that knows BPMN. */
export async function writeBpmn(definition: FlowDefinition): Promise<string> {
  const moddle = makeModdle()
  const { key, name, fields, urgeEveryHours, nodes } = definition
  const elements = new Map(nodes.map((node) => [node.id, elementOf(moddle, node)]))
  const flows = nodes.flatMap((node) => flowsOf(moddle, node, elements))
  const process = moddle.create('bpmn:Process', {
    id: key,
    name: name.zh,
    isExecutable: true,
    flowElements: [...elements.values(), ...flows],
    ...withDetails(moddle, { en: name.en, fields, urgeEveryHours }),
  })
  const root = moddle.create('bpmn:Definitions', {
    id: `${key}-definitions`,
    targetNamespace: 'https://shiji.example/flow',
    rootElements: [process],
    diagrams: [drawingOf(moddle, { definition, process, elements, flows })],
  })
  return (await moddle.toXML(root, { format: true })).xml
}

function elementOf(moddle: BpmnModdle, node: FlowNode): ModdleElement {
  const { id, name } = node
  const details = withDetails(moddle, { kind: node.kind, en: name.en, ...ownDetails(node) })
  return moddle.create(BPMN_TYPES[node.kind], { id, name: name.zh, ...details })
}

/** What is said of a node besides its name and its lines. */
function ownDetails(node: FlowNode): object {
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'join':
    case 'branch':
      return {}
    case 'split':
      return { join: node.join }
    case 'copy':
      return { people: node.people }
    case 'approve': {
      const { kind: _, id: __, name: ___, next: ____, ...own } = node
      return own
    }
  }
}

type Elements = ReadonlyMap<string, ModdleElement>

/** The lines out of a node; one to a node that is not drawn yet is left out, as BPMN knows no loose ends. */
function flowsOf(moddle: BpmnModdle, node: FlowNode, elements: Elements): ModdleElement[] {
  const line = (to: string, at: number, said: object = {}) => {
    const [sourceRef, targetRef] = [elements.get(node.id), elements.get(to)]
    if (sourceRef === undefined || targetRef === undefined) return []
    return [moddle.create('bpmn:SequenceFlow', { id: `${node.id}_to_${at}`, sourceRef, targetRef, ...said })]
  }
  switch (node.kind) {
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      return line(node.next, 0)
    case 'split':
      return node.branches.flatMap((to, at) => line(to, at))
    case 'end':
      return []
    case 'branch': {
      const asked = node.branches.flatMap(({ name, when, next }, at) => {
        const body = when.map(({ field, operator, value }) => `${field} ${operator} ${value}`).join(' and ')
        const conditionExpression = moddle.create('bpmn:FormalExpression', { body })
        return line(next, at, { name: name.zh, conditionExpression, ...withDetails(moddle, { en: name.en, when }) })
      })
      const [otherwise] = node.otherwise === null ? [] : line(node.otherwise, node.branches.length)
      const element = elements.get(node.id)
      if (otherwise === undefined || element === undefined) return asked
      element.default = otherwise
      return [...asked, otherwise]
    }
  }
}

const BOX = { width: 120, height: 60 }
const GAP = { across: 60, down: 60 }

type Drawing = {
  readonly definition: FlowDefinition
  readonly process: ModdleElement
  readonly elements: Elements
  readonly flows: readonly ModdleElement[]
}

function drawingOf(moddle: BpmnModdle, { definition, process, elements, flows }: Drawing): ModdleElement {
  const { places } = layOutFlow({ nodes: new Map(definition.nodes.map((node) => [node.id, node])) })
  const cornerOf = (id: string) => {
    const { layer, column } = places.get(id) ?? { layer: 0, column: 0 }
    return { x: 80 + column * (BOX.width + GAP.across), y: 40 + layer * (BOX.height + GAP.down) }
  }
  const shapes = [...elements.values()].map((bpmnElement) => {
    const bounds = moddle.create('dc:Bounds', { ...cornerOf(bpmnElement.id ?? ''), ...BOX })
    return moddle.create('bpmndi:BPMNShape', { id: `${bpmnElement.id}_shape`, bpmnElement, bounds })
  })
  const edges = flows.map((flow) => {
    const from = cornerOf((flow.sourceRef as ModdleElement).id ?? '')
    const to = cornerOf((flow.targetRef as ModdleElement).id ?? '')
    const waypoint = [
      moddle.create('dc:Point', { x: from.x + BOX.width / 2, y: from.y + BOX.height }),
      moddle.create('dc:Point', { x: to.x + BOX.width / 2, y: to.y }),
    ]
    return moddle.create('bpmndi:BPMNEdge', { id: `${flow.id}_edge`, bpmnElement: flow, waypoint })
  })
  const plane = moddle.create('bpmndi:BPMNPlane', { bpmnElement: process, planeElement: [...shapes, ...edges] })
  return moddle.create('bpmndi:BPMNDiagram', { id: 'drawing', plane })
}
