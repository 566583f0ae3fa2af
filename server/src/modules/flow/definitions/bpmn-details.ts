/// <reference path="./bpmn-moddle.d.ts" />
import { FlowDefinition, type FlowNode } from '@shiji/kernel/flow/flow-definition'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { z } from 'zod'

/**
 * What BPMN has no words for — who signs, how, until when — stands as JSON in an extension element, so that a file that
 * goes through another tool comes back whole. Lines and names are read from the drawing, not from here.
 */
const DETAILS = {
  name: 'ShijiFlow',
  uri: 'https://shiji.example/schema/flow/1',
  prefix: 'shiji',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Details',
      superClass: ['Element'],
      properties: [{ name: 'json', isBody: true, type: 'String' }],
    },
  ],
}

export function makeModdle(): BpmnModdle {
  return new BpmnModdle({ shiji: DETAILS })
}

export function withDetails(moddle: BpmnModdle, details: object): object {
  const kept = moddle.create('shiji:Details', { json: JSON.stringify(details) })
  return { extensionElements: moddle.create('bpmn:ExtensionElements', { values: [kept] }) }
}

/** The details of an element as they were written; null when it has none or they cannot be read. */
export function detailsOf({ extensionElements }: ModdleElement): Readonly<Record<string, unknown>> | null {
  const { values = [] } = (extensionElements ?? {}) as { values?: readonly ModdleElement[] }
  const found = values.find(({ $type }) => $type === 'shiji:Details')
  if (typeof found?.json !== 'string') return null
  try {
    return Details.parse(JSON.parse(found.json))
  } catch {
    return null
  }
}

const Details = z.record(z.string(), z.unknown())

/** What a drawing says of a node by itself. */
export type Drawn = { readonly id: string; readonly name: string; readonly to: readonly Line[] }
export type Line = { readonly id: string; readonly to: string; readonly name: string; readonly element: ModdleElement }

export const FlowFacts = FlowDefinition.pick({ fields: true, urgeEveryHours: true }).extend({
  en: z.string().min(1),
})

export const BPMN_TYPES = {
  start: 'bpmn:StartEvent',
  approve: 'bpmn:UserTask',
  branch: 'bpmn:ExclusiveGateway',
  split: 'bpmn:ParallelGateway',
  join: 'bpmn:ParallelGateway',
  copy: 'bpmn:SendTask',
  end: 'bpmn:EndEvent',
} as const satisfies Readonly<Record<FlowNode['kind'], string>>
