import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { graphOf } from '@shiji/kernel/flow/flow-graph'
import { expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeBureau } from '#testing/test-declarations'
import { findPeopleOf } from './find-people.ts'

type Rule = Extract<FlowDefinition['nodes'][number], { kind: 'approve' }>['people']

/** One desk, signed in turn. */
function deskOf(people: Rule, fallback: Rule | null = null) {
  const name = { zh: '审核', en: 'review' }
  const rules = {
    returns: { kind: 'walked' },
    mayReject: false,
    selfApproval: 'ask',
    repeatedApprover: 'ask',
  } as const
  return graphOf({
    ...{ key: 'desk', version: 1, name, fields: [], urgeEveryHours: 4 },
    nodes: [
      { kind: 'start', id: 'start', name, next: 'desk' },
      {
        kind: 'approve',
        id: 'desk',
        name,
        next: 'end',
        people,
        mode: { kind: 'in-turn' },
        fallback,
        deadline: null,
        ...rules,
      },
      { kind: 'end', id: 'end', name },
    ],
  })
}

test('named people sign in the order they were named, and whoever left is not asked', async () => {
  const { world, office } = await makeBureau()
  const colleagues = await Promise.all(
    ['heyun', 'guyu', 'baiqing'].map((login) =>
      office.addPerson(login, { unitId: office.districtId, roles: ['staff'] }),
    ),
  )
  const people = colleagues
    .map(({ personId }) => personId)
    .toSorted()
    .reverse()
  const [last = ''] = people.slice(-1)
  const asked = (rule: Rule) =>
    read(world.chenghu, (reader) => findPeopleOf(reader, deskOf(rule), { nodes: ['desk'], unitId: office.districtId }))
  const found = await asked({ kind: 'named', people })
  expect(found.people.desk?.people).toEqual(people)
  expect(found.names.get(last)).toContain('测试')

  await world.pool.query(`update ${world.chenghu.schema}.directory_person set state = 'disabled' where id = $1`, [last])
  expect((await asked({ kind: 'named', people })).people.desk?.people).toEqual(people.slice(0, -1))
})

test('a role is looked for where the rule says: in the unit, at a desk nobody assigned, or above an empty unit', async () => {
  const { world, office, contact, reviewer } = await makeBureau()
  const asked = async (rule: Rule, fallback: Rule | null = null) => {
    const where = { nodes: ['desk'], unitId: contact.unitId }
    const { people } = await read(world.chenghu, (reader) => findPeopleOf(reader, deskOf(rule, fallback), where))
    return people.desk
  }
  const role = (name: string, at: Extract<Rule, { kind: 'role' }>['at']): Rule => ({ kind: 'role', role: name, at })
  const own = await asked(role('project-contact', { kind: 'starter-unit' }))
  expect(own?.people).toContain(contact.personId)
  expect((await asked(role('finance-reviewer', { kind: 'starter-unit' })))?.people).toEqual([])
  const district = role('finance-reviewer', { kind: 'desk', desk: '没有指定的席位' })
  const named = role('finance-reviewer', { kind: 'unit', unit: office.districtId })
  expect(await asked(district, named)).toMatchObject({ people: [reviewer.personId], fallback: [reviewer.personId] })
  const above = await asked(role('finance-reviewer', { kind: 'above-starter-unit' }))
  expect(above?.people).toEqual([reviewer.personId])
})
