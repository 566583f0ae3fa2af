import { expect, test } from 'vitest'
import type { Fields } from './condition.ts'
import type { FlowNode } from './flow-definition.ts'
import { flowOf, inParallel, openOffice, signs } from './invented-office.ts'
import { pictureOf } from './picture.ts'
import { stepsAhead } from './preview.ts'

const name = { zh: '名', en: 'name' }
const size: FlowNode = {
  kind: 'branch',
  id: 'size',
  name,
  branches: [{ name, when: [{ field: 'amount', operator: 'ge', value: '100' }], next: 'board' }],
  otherwise: 'done',
}
const definition = flowOf(
  ...inParallel([signs('left', 'meet')], [signs('right', 'meet')], 'size'),
  size,
  signs('board', 'done'),
)
const people = { left: ['bo'], right: ['chu'], board: ['e'] }

test('the picture shows what is passed, where it waits and for whom, and what comes', () => {
  const office = openOffice({ definition, people, amount: '100.00' })
  office.does('bo', 'agree')
  const picture = pictureOf(office.graph, office.state())
  const states = Object.fromEntries(picture.nodes.map(({ id, state }) => [id, state]))
  expect(states).toMatchObject({ start: 'passed', left: 'passed', right: 'current', meet: 'current', board: 'future' })
  expect(picture.nodes.find(({ id }) => id === 'right')?.waitsFor).toEqual(['chu'])
  expect(picture.walked.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'start part',
    'part left',
    'part right',
    'left meet',
  ])
})

test('a way not taken is left out', () => {
  const office = openOffice({ definition, people, amount: '99' })
  office.does('bo', 'agree')
  office.does('chu', 'agree')
  const { nodes } = pictureOf(office.graph, office.state())
  expect(office.state().case.state).toBe('approved')
  expect(nodes.find(({ id }) => id === 'board')?.state).toBe('left-out')
})

test.each<[Fields, [string, boolean][]]>([
  [{ amount: '100' }, [['board', true]]],
  [{ amount: '99' }, []],
  [{}, [['board', false]]],
])('the steps ahead by the facts %j', (fields, expected) => {
  const office = openOffice({ definition, people })
  office.does('bo', 'agree')
  expect(stepsAhead(office.graph, office.state(), fields).map(({ node, isSure }) => [node, isSure])).toEqual(expected)
})

test('a decision that depends on a fact nobody filled in is refused and names it', () => {
  const office = openOffice({ definition, people })
  office.does('bo', 'agree')
  expect(office.does('chu', 'agree')).toBe('field-missing')
})
