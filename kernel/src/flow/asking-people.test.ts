import { describe, expect, test } from 'vitest'
import { graphOf } from './flow-graph.ts'
import { flowOf, inParallel, openOffice, signs } from './invented-office.ts'
import { startCase } from './start-case.ts'

const circumstances = { now: '2026-03-02T00:00:00Z', fields: {}, deputies: [], people: {}, dueAt: () => '' }
const begun = { id: 'case', starter: 'an', choices: {}, opinion: '', circumstances }

describe('whom the engine asks about', () => {
  test('all desks the case comes to at once are asked about together', () => {
    const nodes = inParallel([signs('left', 'meet')], [signs('right', 'meet')], 'done')
    const result = startCase({ ...begun, graph: graphOf(flowOf(...nodes)) })
    expect(result).toMatchObject({ ok: false, problem: { code: 'needs-people', nodes: ['left', 'right'] } })
  })

  test('the starter chooses before the case begins', () => {
    const graph = graphOf(flowOf(signs('head', 'done', { people: { kind: 'starter-choice' } })))
    expect(startCase({ ...begun, graph })).toMatchObject({ ok: false, problem: { code: 'people-not-chosen' } })
    expect(startCase({ ...begun, graph, choices: { head: ['bo'] } }).ok).toBe(true)
  })

  test('whoever sends the case on chooses for the next desk', () => {
    const definition = flowOf(signs('head', 'board'), signs('board', 'done', { people: { kind: 'previous-choice' } }))
    const office = openOffice({ definition, people: { head: ['bo'] } })
    expect(office.does('bo', 'agree')).toBe('people-not-chosen')
    expect(office.does('bo', 'agree', { choices: { board: ['gu', 'he'] } })).toBe('done')
    expect(office.waitsFor()).toEqual(['board:gu', 'board:he'])
  })
})

describe('the starter among the signers', () => {
  test.each([
    ['ask', ['head:an', 'head:bo']],
    ['skip', ['head:bo']],
    ['forbid', ['head:bo']],
  ] as const)('%s', (selfApproval, expected) => {
    const definition = flowOf(signs('head', 'done', { selfApproval }))
    expect(openOffice({ definition, people: { head: ['an', 'bo'] } }).waitsFor()).toEqual(expected)
  })

  test('alone and forbidden: the fallback signs', () => {
    const definition = flowOf(signs('head', 'done', { selfApproval: 'forbid' }))
    expect(openOffice({ definition, people: { head: ['an'] } }).waitsFor()).toEqual(['head:manager'])
  })
})

describe('somebody who agreed before (steedos/workflow#2111)', () => {
  const seats = { head: ['bo'], finance: ['chu'], board: ['bo'] }

  test.each([
    ['ask', 'running', ['board:bo']],
    ['skip', 'approved', []],
    ['skip-adjacent', 'running', ['board:bo']],
    ['forbid', 'running', ['board:manager']],
  ] as const)('two steps later: %s', (repeatedApprover, state, expected) => {
    const definition = flowOf(
      signs('head', 'finance'),
      signs('finance', 'board'),
      signs('board', 'done', { repeatedApprover }),
    )
    const office = openOffice({ definition, people: seats })
    office.does('bo', 'agree')
    office.does('chu', 'agree')
    expect([office.state().case.state, office.waitsFor()]).toEqual([state, expected])
  })

  test('skipped only when the step before was theirs', () => {
    const board = signs('board', 'done', { repeatedApprover: 'skip-adjacent' })
    const office = openOffice({ definition: flowOf(signs('head', 'board'), board), people: seats })
    office.does('bo', 'agree')
    expect(office.state().case.state).toBe('approved')
    expect(office.log.map(({ code }) => code)).toEqual(['started', 'agreed', 'agreed-by-rule', 'approved'])
  })
})
