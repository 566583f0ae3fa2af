import { beforeEach, describe, expect, test } from 'vitest'
import type { Colleague } from '#testing/test-office'
import { type Evaluating, openAcceptedEvaluation, scoreByExperts } from '#testing/test-self-evaluations'

let bureau: Evaluating
let experts: Colleague[]

beforeEach(async () => {
  bureau = await openAcceptedEvaluation()
  const unitId = await bureau.office.addUnit('评审专家库')
  experts = []
  for (const login of ['expert1', 'expert2', 'expert3'])
    experts.push(await bureau.office.addPerson(login, { unitId, roles: ['expert'] }))
})

const path = () => `/self-evaluations/${bureau.self.id}/experts`
const give = (personId: string, who = bureau.reviewer) => who.ask('POST', path(), { body: { personId } })
const sheetOf = async (who: Colleague) => (await who.ask('GET', '/expert-sheets')).body[0]
const sign = async (who: Colleague, points: readonly string[], remark = '') =>
  who.ask('POST', `/expert-sheets/${(await sheetOf(who)).id}/signature`, { body: { points, remark } })

/** The weights of the place are 10, 20, 40 and 30 or others; each expert gives so much less than all to the first part. */
const pointsLess = async (who: Colleague, less: number) => {
  const { body } = await who.ask('GET', `/expert-sheets/${(await sheetOf(who)).id}`)
  return body.parts.map(({ weight }: { weight: string }, part: number) =>
    part === 0 ? String(Number(weight) - less) : weight,
  )
}

describe('experts with accounts of their own', () => {
  test('score and sign what was given to them, and the means are computed from the signed sheets', async () => {
    for (const expert of experts) await give(expert.personId)
    const [first, second, third] = experts as [Colleague, Colleague, Colleague]
    await sign(first, await pointsLess(first, 1), '依据充分')
    await sign(second, await pointsLess(second, 2))
    await sign(third, await pointsLess(third, 6))
    const { body: listed } = await bureau.reviewer.ask('GET', path())
    expect(listed.asked.map(({ signedAt }: { signedAt: string | null }) => signedAt !== null)).toEqual([
      true,
      true,
      true,
    ])
    expect(JSON.stringify(listed)).not.toContain('依据充分')

    const { body } = await scoreByExperts(bureau, [])
    expect(body).toMatchObject({ kind: 'key', total: '97.00' })
    expect(body.experts).toMatchObject([
      { expert: '测试expert1', score: '99', remark: '依据充分', paper: false },
      { score: '98', paper: false },
      { score: '94', paper: false },
    ])
    expect((await bureau.reviewer.ask('GET', path())).body.asked).toEqual([])
  })

  test('count together with sheets of paper, which are marked', async () => {
    const [first] = experts as [Colleague]
    await give(first.personId)
    await sign(first, await pointsLess(first, 0))
    const { body } = await scoreByExperts(bureau, ['97', '94'])
    expect(body.total).toBe('97.00')
    expect(body.experts.map(({ paper }: { paper: boolean }) => paper)).toEqual([false, true, true])
  })

  test('are not counted before they sign', async () => {
    for (const expert of experts) await give(expert.personId)
    expect((await scoreByExperts(bureau, [])).body.code).toBe('scores-wrong')
  })

  test('see the sheet given to them and nothing else', async () => {
    const [first, second] = experts as [Colleague, Colleague]
    await give(first.personId)
    const { id } = await sheetOf(first)
    expect((await first.ask('GET', `/expert-sheets/${id}`)).body.indicators[0]).toMatchObject({ target: '≥12次' })
    expect((await second.ask('GET', `/expert-sheets/${id}`)).status).toBe(404)
    expect((await second.ask('GET', '/expert-sheets')).body).toEqual([])
    for (const other of [`/forms/${bureau.self.id}`, `/self-evaluations/${bureau.self.id}`, '/projects', path()])
      expect((await first.ask('GET', other)).status).toBe(403)
    expect((await bureau.reviewer.ask('GET', `/expert-sheets/${id}`)).status).toBe(403)
  })

  test('sign once, and only points their parts can have', async () => {
    const [first] = experts as [Colleague]
    await give(first.personId)
    const points = await pointsLess(first, 0)
    const wrong = (await sign(first, await pointsLess(first, -1))).body
    expect(wrong.code).toBe('scores-wrong')
    // The expert’s own sheet: whose score it is need not be said, and nobody stands as “”.
    expect(wrong.detail).not.toContain('专家')
    expect((await sign(first, points.slice(1))).body.code).toBe('scores-wrong')
    expect((await sign(first, points)).body).toMatchObject({ points, signedAt: expect.any(String) })
    expect((await sign(first, points)).body.code).toBe('expert-sheet-signed')
  })

  test('are never of the evaluated unit, are asked once, and are told', async () => {
    const [first] = experts as [Colleague]
    const inside = await bureau.office.addPerson('inside', { unitId: bureau.contact.unitId, roles: ['expert'] })
    const free = (await bureau.reviewer.ask('GET', path())).body.free.map(
      ({ personId }: { personId: string }) => personId,
    )
    expect(free.toSorted()).toEqual(experts.map(({ personId }) => personId).toSorted())
    expect((await give(inside.personId)).body.code).toBe('expert-unfit')
    expect((await give(bureau.contact.personId)).body.code).toBe('expert-unfit')
    expect((await give(first.personId, bureau.contact)).status).toBe(403)
    expect((await give(first.personId)).status).toBe(200)
    expect((await give(first.personId)).body.code).toBe('expert-asked')
    const { body } = await first.ask('GET', '/messages')
    expect(body.messages).toMatchObject([{ code: 'expert-asked', subjectKind: 'expert-sheet' }])
  })

  test('lose a sheet that is taken back before they sign, and hear of it', async () => {
    const [first] = experts as [Colleague]
    const { asked } = (await give(first.personId)).body
    const takeBack = (id: string, who = bureau.reviewer) => who.ask('DELETE', `${path()}/${id}`)
    expect((await takeBack(asked[0].id, bureau.contact)).status).toBe(403)
    const { asked: left, free } = (await takeBack(asked[0].id)).body
    expect([left.length, free.length]).toEqual([0, experts.length])
    expect((await first.ask('GET', `/expert-sheets/${asked[0].id}`)).status).toBe(404)
    expect((await takeBack(asked[0].id)).body.code).toBe('not-found')
    const { body } = await first.ask('GET', '/messages')
    expect(body.messages[0]).toMatchObject({ code: 'expert-taken-back' })
  })

  test('keep what they signed: nobody takes it back', async () => {
    const [first] = experts as [Colleague]
    const { asked } = (await give(first.personId)).body
    await sign(first, await pointsLess(first, 1))
    const refused = await bureau.reviewer.ask('DELETE', `${path()}/${asked[0].id}`)
    expect(refused.body.code).toBe('expert-sheet-signed')
    expect((await sheetOf(first)).signedAt).not.toBeNull()
  })

  test('are no auditors: those read everything and score nothing', async () => {
    const { personId: auditor } = await bureau.office.addPerson('audit1', {
      unitId: bureau.office.districtId,
      roles: ['auditor'],
    })
    const unitId = await bureau.office.addUnit('审计局')
    const both = await bureau.office.addPerson('audit2', { unitId, roles: ['auditor', 'expert'] })
    expect((await give(auditor)).body.code).toBe('expert-unfit')
    expect((await give(both.personId)).body.code).toBe('expert-unfit')
  })

  test('of one name are told apart by their units', async () => {
    const unitId = await bureau.office.addUnit('大学')
    const namesake = await bureau.office.addPerson('expert1b', { unitId, roles: ['expert'], name: '测试expert1' })
    const judges = [...experts.slice(0, 2), namesake] as [Colleague, Colleague, Colleague]
    for (const expert of judges) {
      await give(expert.personId)
      await sign(expert, await pointsLess(expert, 2))
    }
    const { body } = await scoreByExperts(bureau, [])
    const names = body.experts.map(({ expert }: { expert: string }) => expert)
    expect(names).toEqual(['测试expert1（评审专家库）', '测试expert2', '测试expert1（大学）'])
  })
})
