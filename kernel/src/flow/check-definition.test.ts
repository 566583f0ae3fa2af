import { describe, expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import { DEFINITION_WORDING } from './definition-wording.ts'
import { FlowDefinition, type FlowNode } from './flow-definition.ts'
import { flowOf, inParallel, signs } from './invented-office.ts'

const name = { zh: '名', en: 'name' }
const large = { field: 'amount', operator: 'ge' as const, value: '100' }
const size = (rules: object = {}): FlowNode => ({
  kind: 'branch',
  id: 'size',
  name,
  branches: [{ name, when: [large], next: 'head' }],
  otherwise: 'done',
  ...rules,
})
const none = { kind: 'named' as const, people: [] }
const late = { amount: 1, unit: 'working-days' as const, whenLate: 'escalate' as const, to: null }
const split = (branches: string[], join: string | null): FlowNode => ({
  kind: 'split',
  id: 'part',
  name,
  branches,
  join,
})
const join: FlowNode = { kind: 'join', id: 'meet', name, next: 'done' }

describe('a flow may be published', () => {
  test.each<[string, FlowNode[]]>([
    ['one desk', [signs('head', 'done')]],
    ['a condition', [size(), signs('head', 'done')]],
    ['two desks at once', inParallel([signs('left', 'meet')], [signs('right', 'meet')], 'done')],
    ['a branch straight to the join', [split(['head', 'meet'], 'meet'), signs('head', 'meet'), join]],
  ])('%s', (_, nodes) => {
    const definition = flowOf(...nodes)
    expect(checkDefinition(definition)).toEqual([])
    expect(FlowDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition)
  })
})

describe('what keeps a flow from being published', () => {
  test.each<[keyof typeof DEFINITION_WORDING, FlowNode[]]>([
    ['start-not-one', [{ kind: 'start', id: 'again', name, next: 'head' }, signs('head', 'done')]],
    ['node-twice', [signs('head', 'done'), signs('head', 'done')]],
    ['exit-unknown', [signs('head', 'nowhere')]],
    ['flow-circles', [signs('head', 'finance'), signs('finance', 'head')]],
    ['node-unreachable', [signs('head', 'done'), signs('finance', 'done')]],
    ['node-without-people', [signs('head', 'done', { people: none })]],
    ['node-without-fallback', [signs('head', 'done', { fallback: null })]],
    ['node-without-fallback', [signs('head', 'done', { fallback: none })]],
    ['fallback-may-be-empty', [signs('head', 'done', { fallback: { kind: 'previous-choice' } })]],
    ['escalation-without-people', [signs('head', 'done', { deadline: late })]],
    ['else-missing', [size({ otherwise: null }), signs('head', 'done')]],
    [
      'field-unknown',
      [size({ branches: [{ name, when: [{ ...large, field: 'size' }], next: 'head' }] }), signs('head', 'done')],
    ],
    [
      'comparison-unfit',
      [size({ branches: [{ name, when: [{ ...large, value: '多' }], next: 'head' }] }), signs('head', 'done')],
    ],
    ['join-unknown', [split(['head', 'finance'], null), signs('head', 'done'), signs('finance', 'done')]],
    ['branch-misses-join', [split(['head', 'finance'], 'meet'), signs('head', 'meet'), signs('finance', 'done'), join]],
    ['branch-misses-join', [split(['head', 'finance'], 'meet'), signs('head', 'meet'), signs('finance', 'head'), join]],
    ['join-incomplete', [split(['head', 'finance'], 'meet'), signs('head', 'meet'), signs('finance', 'done'), join]],
    ['join-without-split', [signs('head', 'meet'), join]],
    [
      'return-target-illegal',
      [signs('head', 'finance', { returns: { kind: 'steps', steps: ['finance'] } }), signs('finance', 'done')],
    ],
    [
      'return-target-illegal',
      inParallel(
        [signs('left', 'meet', { returns: { kind: 'steps', steps: ['right'] } })],
        [signs('right', 'meet')],
        'done',
      ),
    ],
  ])('%s', (code, nodes) => {
    expect(checkDefinition(flowOf(...nodes)).map((problem) => problem.code)).toContain(code)
  })

  test('no end, and a field named twice', () => {
    const whole = flowOf(signs('head', 'done'))
    const endless = {
      ...whole,
      nodes: whole.nodes.filter(({ kind }) => kind !== 'end'),
      fields: [...whole.fields, ...whole.fields],
    }
    expect(checkDefinition(endless).map(({ code }) => code)).toEqual(['end-missing', 'field-twice', 'exit-unknown'])
  })

  test('every finding is worded with its parameters in both languages', () => {
    for (const { zh, en } of Object.values(DEFINITION_WORDING)) {
      expect([...zh.matchAll(/\{\w+\}/g)].map(String).sort()).toEqual([...en.matchAll(/\{\w+\}/g)].map(String).sort())
    }
  })
})
