import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import { addStepAfter, leadTo, removeStep, replaceNode, stepsOf } from './edit-definition.ts'
import { someDefinition } from './flow-arbitrary.ts'

const NAME = { zh: '分管领导', en: 'deputy head' }
const hasOneWayOn = (node: object) => 'next' in node

describe('a flow edited as a list of steps', () => {
  test('a step added behind any other is walked, and asks for people before it can be published', () => {
    const there = fc.property(someDefinition, fc.nat(), (flow, at) => {
      const before = flow.nodes.filter(hasOneWayOn)
      const after = before[at % before.length]?.id ?? ''
      const longer = addStepAfter(flow, after, NAME)
      const codes = checkDefinition(longer).map(({ code }) => code)
      expect(longer.nodes).toHaveLength(flow.nodes.length + 1)
      expect(codes).toEqual(
        ['node-without-people', 'node-without-fallback'].filter((code) => codes.includes(code as never)),
      )
      expect(codes).toContain('node-without-people')
    })
    fc.assert(there, { numRuns: 60 })
  })

  test('what was added can be taken out again, and the flow is what it was', () => {
    const there = fc.property(someDefinition, (flow) => {
      const longer = addStepAfter(flow, 'start', NAME)
      const added = longer.nodes.find(({ name }) => name === NAME)
      expect(removeStep(longer, added?.id ?? '')).toEqual(flow)
    })
    fc.assert(there, { numRuns: 60 })
  })

  test('start and end stay, and a step that nobody knows changes nothing', () => {
    const [flow] = fc.sample(someDefinition, { numRuns: 1, seed: 7 })
    if (flow === undefined) throw new Error('no flow was drawn')
    for (const id of ['start', 'done', 'nowhere']) expect(removeStep(flow, id)).toBe(flow)
    expect(stepsOf(flow)[0]?.id).toBe('start')
    const renamed = replaceNode(flow, { ...(flow.nodes[0] as (typeof flow.nodes)[number]), name: NAME })
    expect(renamed.nodes[0]?.name).toEqual(NAME)
  })

  test('a line drawn to another node turns the one way on, or opens one more branch', () => {
    const there = fc.property(someDefinition, fc.nat(), (flow, at) => {
      const from = flow.nodes[at % flow.nodes.length]
      if (from === undefined) return
      const now = leadTo(flow, from.id, 'done').nodes.find(({ id }) => id === from.id)
      if (now === undefined || now.kind === 'end') expect(now).toEqual(from)
      else if ('next' in now) expect(now.next).toBe('done')
      else if (now.kind === 'split') expect(now.branches).toContain('done')
      else expect(now.otherwise).toBe('done')
    })
    fc.assert(there, { numRuns: 60 })
  })

  test('no line leads to the start, from a node to itself, or to one nobody knows', () => {
    const [flow] = fc.sample(someDefinition, { numRuns: 1, seed: 7 })
    if (flow === undefined) throw new Error('no flow was drawn')
    const last = stepsOf(flow).at(-2)?.id ?? ''
    for (const to of ['start', last, 'nowhere']) expect(leadTo(flow, last, to)).toBe(flow)
  })
})
