import { beforeEach, describe, expect, test } from 'vitest'
import { type Colleague, makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2021-01-04T01:00:00Z')

let contact: Colleague

beforeEach(async () => {
  const office = await makeOffice(await makeWorld(), { now: () => NOW })
  contact = await office.addPerson('linxia', {
    unitId: await office.addUnit('教育信息中心'),
    roles: ['project-contact'],
  })
})

describe('the rules people are judged by', () => {
  test('are listed by place and year with the steps they rule', async () => {
    const { body } = await contact.ask('GET', '/performance/rules')
    expect(body).toContainEqual({
      ...{ id: 'CN-JX-NANCHANG-DONGHU-2021', name: '东湖区 2021 申报、审核、修订', variant: null },
      ...{ stages: ['declaration', 'review', 'revision'], validFrom: '2021-01-01', validTo: null },
    })
    expect(body.at(0).id).toMatch(/^CN-/)
  })

  test('are read in words, each with its source and how surely it is known', async () => {
    const { body } = await contact.ask('GET', '/performance/rules/CN-JX-NANCHANG-DONGHU-2021')
    const revision = body.lines.find(({ topic }: { topic: string }) => topic === '修订')
    expect(revision).toMatchObject({ sureness: 'A', text: expect.stringContaining('一年最多 1 次') })
    const life = await contact.ask('GET', '/performance/rules/CN-SH-LIFE-2016')
    expect(life.body).toMatchObject({ name: '上海市 批复以后', stages: [] })
  })

  test('that nobody has are not found', async () => {
    expect((await contact.ask('GET', '/performance/rules/CN-1990')).status).toBe(404)
  })
})
