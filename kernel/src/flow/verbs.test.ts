import { describe, expect, test } from 'vitest'
import type { Verb } from './flow-action.ts'
import { flowOf, inParallel, openOffice, signs } from './invented-office.ts'

const people = { head: ['bo'], finance: ['chu', 'deng', 'e'], board: ['fan'] }

function office(mode: 'all' | 'any' | 'in-turn' | 'share') {
  const counted = mode === 'share' ? { kind: mode, percent: 60 } : { kind: mode }
  const definition = flowOf(
    signs('head', 'finance'),
    signs('finance', 'board', { mode: counted }),
    signs('board', 'done'),
  )
  const opened = openOffice({ definition, people })
  opened.does('bo', 'agree')
  return opened
}

describe('how several signers count', () => {
  test.each<['all' | 'any' | 'in-turn' | 'share', [string, Verb][], string[] | string]>([
    [
      'all',
      [
        ['chu', 'agree'],
        ['e', 'agree'],
      ],
      ['finance:deng'],
    ],
    [
      'all',
      [
        ['chu', 'agree'],
        ['e', 'disagree'],
      ],
      'disagreed',
    ],
    ['any', [['deng', 'agree']], ['board:fan']],
    ['any', [['deng', 'disagree']], 'disagreed'],
    ['in-turn', [], ['finance:chu']],
    ['in-turn', [['chu', 'agree']], ['finance:deng']],
    [
      'in-turn',
      [
        ['chu', 'agree'],
        ['deng', 'disagree'],
      ],
      'disagreed',
    ],
    [
      'share',
      [
        ['chu', 'disagree'],
        ['deng', 'agree'],
      ],
      ['finance:e'],
    ],
    [
      'share',
      [
        ['chu', 'disagree'],
        ['deng', 'agree'],
        ['e', 'agree'],
      ],
      ['board:fan'],
    ],
    [
      'share',
      [
        ['chu', 'disagree'],
        ['deng', 'disagree'],
      ],
      'disagreed',
    ],
  ])('%s after %j', (mode, words, expected) => {
    const opened = office(mode)
    for (const [person, verb] of words) expect(opened.does(person, verb)).toBe('done')
    const { state } = opened.state().case
    expect(state === 'running' ? opened.waitsFor() : state).toEqual(expected)
  })

  test('out of turn nobody signs', () => {
    expect(office('in-turn').does('deng', 'agree')).toBe('not-your-turn')
  })
})

describe('helpers', () => {
  test('several asked before, all of them: then the signer decides', () => {
    const opened = office('all')
    opened.does('chu', 'add-signers', { where: 'before', people: ['gu', 'he'] })
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).not.toContain('finance:chu')
    opened.does('he', 'disagree')
    expect(opened.waitsFor()).toContain('finance:chu')
  })

  test('asked before, whoever answers first: the others and those they asked in turn are told it is over', () => {
    const opened = office('any')
    opened.does('chu', 'add-signers', { where: 'before', people: ['gu', 'he'], together: 'any' })
    opened.does('he', 'add-signers', { where: 'before', people: ['an', 'bo'] })
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).toEqual(['finance:chu', 'finance:deng', 'finance:e'])
  })

  test('asked after: the signature counts once they agreed, and a no from them is a no', () => {
    const opened = office('any')
    opened.does('chu', 'add-signers', { where: 'after', people: ['gu'] })
    expect(opened.waitsFor()).toEqual(['finance:deng', 'finance:e', 'finance:gu'])
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).toEqual(['board:fan'])
  })

  test('asked beside in turn: right after whoever asked', () => {
    const opened = office('in-turn')
    opened.does('chu', 'add-signers', { where: 'beside', people: ['gu'] })
    opened.does('chu', 'agree')
    expect(opened.waitsFor()).toEqual(['finance:gu'])
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).toEqual(['finance:deng'])
  })

  test('taken off while unread, not afterwards', () => {
    const opened = office('all')
    opened.does('chu', 'add-signers', { where: 'before', people: ['gu', 'he'] })
    const of = (person: string) => opened.state().tasks.find(({ assignee }) => assignee === person)?.number
    opened.does('gu', 'open')
    expect(opened.does('chu', 'remove-signer', { task: of('gu') })).toBe('remove-too-late')
    expect(opened.does('chu', 'remove-signer', { task: of('he') })).toBe('done')
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).toContain('finance:chu')
  })

  test('a delegated task comes back, a transferred one does not', () => {
    const opened = office('all')
    opened.does('chu', 'delegate', { person: 'gu' })
    opened.does('gu', 'agree')
    expect(opened.waitsFor()).toContain('finance:chu')
    opened.does('chu', 'transfer', { person: 'he' })
    expect(opened.waitsFor()).toEqual(['finance:deng', 'finance:e', 'finance:he'])
    expect(opened.does('deng', 'transfer', { person: 'he' })).toBe('already-signer')
  })
})

describe('withdrawing', () => {
  test('while the next desk has not opened it, with the step as it was', () => {
    const opened = office('any')
    opened.does('deng', 'agree')
    expect(opened.does('deng', 'withdraw')).toBe('done')
    expect(opened.waitsFor()).toEqual(['finance:chu', 'finance:deng', 'finance:e'])
    opened.does('e', 'agree')
    opened.does('fan', 'open')
    expect(opened.does('e', 'withdraw')).toBe('withdraw-too-late')
  })

  test('the starter gets an unopened case back and may void it', () => {
    const opened = openOffice({ definition: flowOf(signs('head', 'done')), people })
    expect(opened.does('an', 'void')).toBe('not-yours')
    expect(opened.does('an', 'withdraw')).toBe('done')
    expect(opened.waitsFor()).toEqual(['start:an'])
    expect(opened.does('an', 'void')).toBe('done')
    expect(opened.state().case.state).toBe('voided')
  })

  test('out of a join that had opened: it closes again', () => {
    const definition = flowOf(
      ...inParallel([signs('left', 'meet')], [signs('right', 'meet')], 'board'),
      signs('board', 'done'),
    )
    const opened = openOffice({ definition, people: { left: ['bo'], right: ['chu'], board: ['fan'] } })
    opened.does('bo', 'agree')
    opened.does('chu', 'agree')
    expect(opened.does('bo', 'withdraw')).toBe('withdraw-too-late')
    expect(opened.does('chu', 'withdraw')).toBe('done')
    expect(opened.waitsFor()).toEqual(['right:chu'])
    opened.does('chu', 'agree')
    expect(opened.waitsFor()).toEqual(['board:fan'])
  })
})

describe('deputies, deadlines, people who left', () => {
  const deputies = [{ principal: 'bo', deputy: 'he', from: '2026-03-02T01:00:00Z', until: '2026-03-02T03:00:00Z' }]

  test('a deputy signs in the window, and the log says for whom', () => {
    const opened = openOffice({ definition: flowOf(signs('head', 'done')), people, deputies })
    const task = opened.state().tasks.find(({ assignee }) => assignee === 'bo')?.number
    expect(opened.does('he', 'agree', { task })).toBe('not-yours')
    opened.wait(2)
    expect(opened.does('he', 'agree', { task })).toBe('done')
    expect(opened.log.find(({ code }) => code === 'agreed')).toMatchObject({ actor: 'he', onBehalfOf: 'bo' })
  })

  test('a deputy who started the case does not sign it where the starter may not', () => {
    const own = deputies.map((each) => ({ ...each, deputy: 'an' }))
    const definition = flowOf(signs('head', 'done', { selfApproval: 'forbid' }))
    const opened = openOffice({ definition, people, deputies: own })
    const task = opened.state().tasks.find(({ assignee }) => assignee === 'bo')?.number
    opened.wait(1)
    expect(opened.does('an', 'agree', { task })).toBe('own-case')
  })

  test.each([
    ['remind', ['head:bo'], 'reminded'],
    ['agree', ['board:fan'], 'agreed-when-late'],
    ['escalate', ['head:gu'], 'escalated'],
  ] as const)('a late task: %s', (whenLate, expected, said) => {
    const to = { kind: 'role' as const, role: 'above', at: { kind: 'starter-unit' as const } }
    const deadline = { amount: 1, unit: 'working-days', whenLate, to } as const
    const definition = flowOf(signs('head', 'board', { deadline }), signs('board', 'done'))
    const opened = openOffice({ definition, people, escalation: ['gu'] })
    expect(opened.does('clock', 'expire', { node: 'head' })).toBe('not-due')
    opened.wait(8)
    expect(opened.does('clock', 'expire', { node: 'head' })).toBe('done')
    expect(opened.waitsFor()).toEqual(expected)
    expect(opened.log.at(-1)?.code).toBe(said)
    expect(opened.does('clock', 'expire')).toBe('not-due')
  })

  test('an administrator gives the work of somebody who left to another', () => {
    const opened = office('all')
    expect(opened.does('admin', 'reassign', { node: 'finance', person: 'gu' })).toBe('done')
    expect(opened.waitsFor()).toEqual(['finance:deng', 'finance:e', 'finance:gu'])
  })
})

describe('around the case', () => {
  test('urging reminds everybody it waits for, once in four hours', () => {
    const opened = office('all')
    expect(opened.does('an', 'urge', { whom: 'signers' })).toBe('done')
    expect(opened.events.filter(({ kind }) => kind === 'urged')).toHaveLength(3)
    expect(opened.does('an', 'urge', { whom: 'signers' })).toBe('urged-recently')
    opened.wait(4)
    expect(opened.does('an', 'urge', { whom: 'readers' })).toBe('nobody-to-urge')
  })

  test('a question does not move the case', () => {
    const opened = office('all')
    const before = opened.waitsFor()
    opened.does('chu', 'ask', { person: 'an' })
    expect(opened.does('an', 'answer')).toBe('done')
    expect(opened.waitsFor()).toEqual(before)
  })

  test('the same click twice changes nothing twice, nor does a page that is out of date', () => {
    const opened = office('any')
    expect(opened.does('chu', 'agree', { version: 7 })).toBe('task-changed')
    expect(opened.does('chu', 'agree')).toBe('done')
    const before = opened.state()
    expect(opened.does('chu', 'agree', { node: 'finance' })).toBe('task-already-done')
    expect(opened.state()).toBe(before)
  })

  test('undoing somebody’s work needs a reason', () => {
    for (const verb of ['disagree', 'return', 'reject'] as const) {
      expect(office('all').does('chu', verb, { opinion: ' ', to: { kind: 'previous' } })).toBe('reason-missing')
    }
  })
})
