import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someDefinition } from './flow-arbitrary.ts'
import { graphOf } from './flow-graph.ts'
import { flowOf, inParallel, signs } from './invented-office.ts'
import { layOutFlow } from './lay-out-flow.ts'

test('two branches stand side by side and meet below', () => {
  const graph = graphOf(flowOf(...inParallel([signs('left', 'meet')], [signs('right', 'meet')], 'done')))
  const { places, width } = layOutFlow(graph)
  expect(width).toBe(2)
  expect(places.get('left')?.layer).toBe(places.get('right')?.layer)
  expect(places.get('left')?.column).not.toBe(places.get('right')?.column)
  expect(places.get('meet')?.layer).toBe((places.get('left')?.layer ?? 0) + 1)
})

test('in any flow every line runs downwards and no two nodes stand in one place', () => {
  fc.assert(
    fc.property(someDefinition, (definition) => {
      const { places, lines } = layOutFlow(graphOf(definition))
      const taken = [...places.values()].map(({ layer, column }) => `${layer} ${column}`)
      expect(new Set(taken).size).toBe(definition.nodes.length)
      for (const { from, to } of lines) {
        expect(places.get(to)?.layer ?? 0).toBeGreaterThan(places.get(from)?.layer ?? 0)
      }
    }),
  )
})
