import { beforeEach, describe, expect, test } from 'vitest'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import type { Colleague } from '#testing/test-office'

let bureau: TestBureau
let deputy: Colleague

beforeEach(async () => {
  bureau = await makeBureau()
  const unitId = await bureau.office.addUnit('第一小学')
  deputy = await bureau.office.addPerson('zhouli', { unitId, roles: ['finance-reviewer'] })
})

const send = ({ contact, form, ask }: TestBureau) => ask(contact, 'reviews', { version: form.version })
const boxOf = async (who: Colleague) => (await who.ask('GET', '/tasks?box=waiting')).body.rows
const TODAY = { beginsAt: '2021-01-04T00:00:00Z', endsAt: '2021-01-11T00:00:00Z' }

function entrust(change: object = {}) {
  return bureau.reviewer.ask('POST', '/deputies', { body: { deputy: deputy.personId, ...TODAY, ...change } })
}

describe('somebody who signs for another', () => {
  test('finds the work of the other, signs it, and the history names both', async () => {
    await send(bureau)
    expect(await boxOf(deputy)).toEqual([])
    expect((await entrust({ reason: '出差' })).status).toBe(200)
    const [row] = await boxOf(deputy)
    expect(row).toMatchObject({ forWhom: '测试xuwang' })
    expect((await deputy.ask('GET', '/tasks/counts')).body.waiting).toBe(1)
    expect((await deputy.ask('GET', `/forms/${bureau.form.id}`)).status).toBe(200)
    const seen = (await deputy.ask('GET', `/cases/${row.caseId}`)).body
    expect(seen.verbs.map(({ verb }: { verb: string }) => verb)).toContain('agree')

    const body = { act: { verb: 'agree', task: row.task } }
    const signed = await deputy.ask('POST', `/cases/${row.caseId}/acts`, { body })
    expect(signed.status).toBe(200)
    const sentences = signed.body.log.map(({ sentence }: { sentence: string }) => sentence)
    expect(sentences.join('\n')).toContain('测试zhouli（代测试xuwang）在“主管部门”同意。')
  })

  test('holds only the flows it was given', async () => {
    await send(bureau)
    await entrust({ flows: ['another-flow'] })
    expect(await boxOf(deputy)).toEqual([])
    await entrust({ flows: ['donghu-review'] })
    expect(await boxOf(deputy)).toHaveLength(1)
  })

  test('holds nothing before the time and nothing after it was ended', async () => {
    await send(bureau)
    await entrust({ beginsAt: '2021-01-05T00:00:00Z' })
    expect(await boxOf(deputy)).toEqual([])
    const { id } = (await entrust()).body
    expect(await boxOf(deputy)).toHaveLength(1)
    const { given } = (await bureau.reviewer.ask('GET', '/deputies')).body
    expect(given.map(({ state }: { state: string }) => state).toSorted()).toEqual(['now', 'to-come'])
    expect((await bureau.contact.ask('POST', `/deputies/${id}/endings`)).status).toBe(404)
    expect((await deputy.ask('POST', `/deputies/${id}/endings`)).status).toBe(200)
    expect(await boxOf(deputy)).toEqual([])
    expect((await bureau.reviewer.ask('GET', '/deputies')).body.given).toHaveLength(2)
  })

  test.each([
    ['oneself', () => ({ deputy: bureau.reviewer.personId }), 'deputy-self'],
    ['a time that is over', () => ({ endsAt: '2021-01-04T00:30:00Z' }), 'deputy-window'],
    ['more than a year', () => ({ endsAt: '2022-06-01T00:00:00Z' }), 'deputy-window'],
    ['nobody known', () => ({ deputy: '01900000-0000-7000-8000-0000000000ff' }), 'not-found'],
  ])('is refused for %s', async (_, change, code) => {
    expect((await entrust(change())).body).toMatchObject({ code })
  })
})
