import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDefinitions } from './compare-definitions.ts'
import { addStepAfter, removeStep, replaceNode } from './edit-definition.ts'
import { someDefinition } from './flow-arbitrary.ts'

const NAME = { zh: '分管领导', en: 'deputy head' }

test('a flow is no other than itself, whatever order its keys were written in', () => {
  const there = fc.property(someDefinition, (flow) => {
    const turned = { ...flow, nodes: flow.nodes.map((node) => turnedKeys(node) as typeof node) }
    expect(compareDefinitions(flow, turned)).toEqual([])
  })
  fc.assert(there, { numRuns: 60 })
})

test('a step that was added is new, and gone the other way round; the step before leads elsewhere', () => {
  const there = fc.property(someDefinition, (flow) => {
    const longer = addStepAfter(flow, 'start', NAME)
    const changes = compareDefinitions(flow, longer)
    expect(changes).toMatchObject([
      { kind: 'changed', node: { id: 'start' }, parts: ['next'] },
      { kind: 'new', node: { name: NAME } },
    ])
    expect(compareDefinitions(longer, flow).map(({ kind }) => kind)).toEqual(['changed', 'gone'])
    expect(compareDefinitions(flow, removeStep(longer, changes[1]?.node.id ?? ''))).toEqual([])
  })
  fc.assert(there, { numRuns: 60 })
})

test('what is decided otherwise about a step is named', () => {
  const [flow] = fc.sample(someDefinition, { numRuns: 1, seed: 7 })
  const step = flow?.nodes.find((node) => node.kind === 'approve')
  if (flow === undefined || step?.kind !== 'approve') throw new Error('no flow was drawn')
  const changed = { ...step, name: NAME, mayReject: !step.mayReject }
  expect(compareDefinitions(flow, replaceNode(flow, changed))).toEqual([
    { kind: 'changed', node: changed, parts: ['name', 'mayReject'] },
  ])
})

function turnedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, turnedKeys(one)])
  return Object.fromEntries(entries.toReversed())
}
