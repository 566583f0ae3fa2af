import { describe, expect, test } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { flowOf, inParallel, openOffice, signs } from './invented-office.ts'

/** What users of other engines complained of, replayed. office-and-portal.md §5 */

const previous = { kind: 'previous' } as const
const chain = flowOf(signs('head', 'finance'), signs('finance', 'board'), signs('board', 'done'))
const people = { head: ['bo'], finance: ['chu', 'deng'], board: ['e'] }

describe('returning (ruoyi-vue-pro#167, #668, #847, #982)', () => {
  test('a case goes back to the step before, and from there on again', () => {
    const office = openOffice({ definition: chain, people })
    office.does('bo', 'agree')
    expect(office.does('chu', 'return', { to: previous })).toBe('done')
    expect(office.waitsFor()).toEqual(['head:bo'])
    office.does('bo', 'agree')
    expect(office.waitsFor()).toEqual(['finance:chu', 'finance:deng'])
  })

  test('a return into a step signed by all asks all of them again, and every one of them counts', () => {
    const office = openOffice({ definition: chain, people })
    for (const person of ['bo', 'chu', 'deng']) office.does(person, 'agree')
    expect(office.does('e', 'return', { to: { kind: 'step', node: 'finance' } })).toBe('done')
    expect(office.waitsFor()).toEqual(['finance:chu', 'finance:deng'])
    office.does('deng', 'agree')
    expect(office.waitsFor()).toEqual(['finance:chu'])
    office.does('chu', 'agree')
    expect(office.waitsFor()).toEqual(['board:e'])
  })

  test('a step that was skipped on the way is asked when the case comes back to it on purpose, not offered otherwise', () => {
    const definition = flowOf(signs('head', 'board', { selfApproval: 'skip' }), signs('board', 'done'))
    const office = openOffice({ definition, people: { head: ['an'], board: ['e'] } })
    expect(office.waitsFor()).toEqual(['board:e'])
    expect(office.mayDo('e').find(({ verb }) => verb === 'return')?.returnTo).toEqual(['start'])
    expect(office.does('e', 'return', { to: previous })).toBe('done')
    expect(office.waitsFor()).toEqual(['start:an'])
  })

  test('only steps the case really passed are offered', () => {
    const when = [{ field: 'amount', operator: 'ge' as const, value: '100' }]
    const branch = { kind: 'branch' as const, id: 'size', name: { zh: '大小', en: 'size' } }
    const branches = [{ name: { zh: '大额', en: 'large' }, when, next: 'board' }]
    const definition = flowOf(
      { ...branch, branches, otherwise: 'head' },
      signs('board', 'finance'),
      signs('head', 'finance'),
      signs('finance', 'done'),
    )
    const office = openOffice({ definition, people, amount: '99.99' })
    office.does('bo', 'agree')
    expect(office.mayDo('chu').find(({ verb }) => verb === 'return')?.returnTo).toEqual(['start', 'head'])
    expect(office.does('chu', 'return', { to: { kind: 'step', node: 'board' } })).toBe('return-target-illegal')
  })

  test('the starter mends it and it comes straight back to whoever returned it', () => {
    const office = openOffice({ definition: chain, people })
    office.does('bo', 'agree')
    office.does('chu', 'agree')
    expect(office.does('deng', 'return', { to: { kind: 'starter' }, walk: 'resume' })).toBe('done')
    expect(office.waitsFor()).toEqual(['start:an'])
    expect(office.does('an', 'submit')).toBe('done')
    expect(office.waitsFor()).toEqual(['finance:chu', 'finance:deng'])
  })
})

describe('returns and parallel branches', () => {
  const definition = flowOf(
    ...inParallel([signs('left', 'mid'), signs('mid', 'meet')], [signs('right', 'meet')], 'board'),
    signs('board', 'done'),
  )
  const seats = { left: ['bo'], mid: ['fan'], right: ['chu'], board: ['e'] }

  test('from behind the join into one branch: the other stays agreed and the join opens again', () => {
    const office = openOffice({ definition, people: seats })
    for (const person of ['bo', 'fan', 'chu']) office.does(person, 'agree')
    expect(office.does('e', 'return', { to: previous })).toBe('return-choose-step')
    expect(office.does('e', 'return', { to: { kind: 'step', node: 'left' } })).toBe('done')
    expect(office.waitsFor()).toEqual(['left:bo'])
    expect(brokenRules(office.graph, office.state(), '2026-03-02T00:00:00Z')).toEqual([])
    office.does('bo', 'agree')
    office.does('fan', 'agree')
    expect(office.waitsFor()).toEqual(['board:e'])
  })

  test('out of one branch to the starter: the other branch stops, and no join waits for it', () => {
    const office = openOffice({ definition, people: seats })
    expect(office.does('bo', 'return', { to: { kind: 'starter' } })).toBe('done')
    expect(office.waitsFor()).toEqual(['start:an'])
    expect(office.does('chu', 'agree')).toBe('task-already-done')
    office.does('an', 'submit')
    for (const person of ['bo', 'fan', 'chu', 'e']) expect(office.does(person, 'agree')).toBe('done')
    expect(office.state().case.state).toBe('approved')
  })

  test('a step of the other branch is not offered', () => {
    const office = openOffice({ definition, people: seats })
    office.does('chu', 'agree')
    office.does('bo', 'agree')
    expect(office.mayDo('fan').find(({ verb }) => verb === 'return')?.returnTo).toEqual(['start', 'left'])
  })
})

describe('rejecting while helpers are asked (ruoyi-vue-pro#566)', () => {
  test('whoever waits for helpers may still reject; the helpers are told it is over', () => {
    const office = openOffice({ definition: chain, people })
    expect(office.does('bo', 'add-signers', { where: 'before', people: ['gu', 'he'] })).toBe('done')
    expect(office.waitsFor()).toEqual(['head:gu', 'head:he'])
    expect(office.does('bo', 'agree')).toBe('helpers-asked')
    expect(office.does('bo', 'reject')).toBe('done')
    expect(office.state().case.state).toBe('rejected')
    expect(office.does('gu', 'agree', { node: 'head' })).toBe('task-already-done')
  })
})

describe('nobody there (nocobase#1554, #4139)', () => {
  test('an empty role is signed by its fallback', () => {
    const office = openOffice({ definition: chain, people: { ...people, head: [] } })
    expect(office.waitsFor()).toEqual(['head:manager'])
  })

  test('with nobody at all the case stays where it is and says so', () => {
    const office = openOffice({ definition: chain, people: { ...people, finance: [] }, fallback: [] })
    expect(office.does('bo', 'agree')).toBe('nobody-at-node')
    expect(office.waitsFor()).toEqual(['head:bo'])
  })
})

describe('reading stands apart (steedos-platform#6985, #1890)', () => {
  test('a rejection takes nobody’s copy away, and it can still be read', () => {
    const office = openOffice({ definition: chain, people })
    office.does('bo', 'circulate', { people: ['gu', 'he'] })
    office.does('bo', 'reject')
    expect(office.state().tasks.filter(({ kind, state }) => kind === 'circulated' && state === 'open')).toHaveLength(2)
    expect(office.does('gu', 'read')).toBe('done')
  })

  test('one no among several ends the case once; the others are told who it was', () => {
    const office = openOffice({ definition: chain, people })
    office.does('bo', 'agree')
    expect(office.does('chu', 'disagree')).toBe('done')
    expect(office.does('deng', 'agree', { node: 'finance' })).toBe('task-already-done')
    expect(office.events.filter(({ kind }) => kind === 'case-ended')).toHaveLength(1)
  })
})
