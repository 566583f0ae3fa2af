import { expect, test } from 'vitest'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { fillIn, handIn, openSelfEvaluation } from '#testing/test-self-evaluations'

test('a leader sees lights, money and what is due of the units below, and nobody else’s', async () => {
  const bureau = await openSelfEvaluation()
  const { office, reviewer, contact, form } = bureau
  const read = async (who = reviewer, query = 'year=2021') =>
    (await who.ask('GET', `/performance/cockpit?${query}`)).body
  const seen = await read()
  expect(seen).toMatchObject({
    year: 2021,
    more: false,
    all: {
      projects: 1,
      lights: { unbound: form.content.indicators.length, alarm: 0 },
      money: { budget: '1800000', executed: '1780000', rate: '98.89', without: 0 },
    },
    units: [{ unit: '教育信息中心', projects: 1 }],
    money: [{ formId: form.id, rate: '98.89' }],
    worst: [],
  })
  const due = ({ kind, dueOn, days }: { kind: string; dueOn: string; days: number }) => [kind, dueOn, days]
  // In January the gathering of August is long over, the self-evaluation still has time.
  expect(seen.deadlines.map(due)).toEqual([
    ['monitoring', '2021-08-31', -142],
    ['self-evaluation', '2022-06-30', 161],
  ])

  const { body: filled } = await fillIn(bureau)
  await handIn(contact, filled)
  expect((await read()).deadlines.map(due)).toEqual([['self-evaluation', '2022-06-30', 161]])

  const unitId = await office.addUnit('第一小学')
  const stranger = await office.addPerson('jiang', { unitId, roles: ['project-leader'] })
  expect(await read(stranger)).toMatchObject({ all: { projects: 0 }, units: [], deadlines: [] })
  expect((await read(reviewer, `year=2021&unitId=${unitId}`)).all.projects).toBe(0)
  expect((await stranger.ask('GET', `/performance/cockpit?year=2021&unitId=${office.districtId}`)).status).toBe(404)
  expect((await read(reviewer, 'year=2022')).all.projects).toBe(0)
})

test('the list of projects counts the lights and the money of each project of the year', async () => {
  const { office, reviewer, form } = await openSelfEvaluation()
  const read = async (who = reviewer, query = 'year=2021') =>
    (await who.ask('GET', `/performance/project-lights?${query}`)).body
  const unbound = form.content.indicators.length
  expect(await read()).toEqual({
    year: 2021,
    projects: [
      {
        projectId: form.projectId,
        formId: form.id,
        lights: { alarm: 0, watch: 0, fine: 0, notBegun: 0, unbound },
        budget: '1800000',
        executed: '1780000',
      },
    ],
    more: false,
  })
  const unitId = await office.addUnit('第一小学')
  const stranger = await office.addPerson('jiang', { unitId, roles: ['project-leader'] })
  for (const seen of [await read(stranger), await read(reviewer, 'year=2022')]) expect(seen.projects).toEqual([])
})

test('until the budget meeting of August a leader is told whose next year is not promised yet', async () => {
  const meetings = async ({ reviewer }: TestBureau) => {
    const { body } = await reviewer.ask('GET', '/performance/cockpit?year=2021')
    const due = body.deadlines as { kind: string; dueOn: string; days: number }[]
    return due.filter(({ kind }) => kind === 'budget-meeting').map(({ dueOn, days }) => [dueOn, days])
  }
  const inAugust = await makeBureau({}, '2021-08-30T02:00:00Z')
  await approve(inAugust)
  expect(await meetings(inAugust)).toEqual([['2021-08-31', 1]])

  const { contact } = inAugust
  const content = { ...DECLARATION, year: 2022 }
  const { body: next } = await contact.ask('POST', '/forms', { body: { content, documentId: null } })
  expect(await meetings(inAugust)).toEqual([['2021-08-31', 1]])
  await contact.ask('POST', `/declarations/${next.id}/submissions`, { body: { version: next.version } })
  expect(await meetings(inAugust)).toEqual([])

  // A custom and no rule: nobody is late with it.
  const afterwards = await makeBureau({}, '2021-09-01T02:00:00Z')
  await approve(afterwards)
  expect(await meetings(afterwards)).toEqual([])
})

test('an open notice to correct is due on its day', async () => {
  const bureau = await openSelfEvaluation('整改的项目')
  const body = { origin: 'monitoring', month: null, remedy: 'correct', demand: '请补齐巡检' }
  await bureau.ask(bureau.reviewer, 'rectifications', body)
  const { body: seen } = await bureau.reviewer.ask('GET', '/performance/cockpit?year=2021')
  expect(seen.deadlines[1]).toMatchObject({ kind: 'rectification', dueOn: '2022-02-04', days: 15 })
})

test('the year at work is the newest with an approved declaration of those a person sees', async () => {
  const { reviewer, office } = await openSelfEvaluation('在途的项目')
  const yearOf = async (who = reviewer) => (await who.ask('GET', '/performance/working-year')).body
  expect(await yearOf()).toEqual({ year: 2021 })
  const unitId = await office.addUnit('第一小学')
  const stranger = await office.addPerson('jiang', { unitId, roles: ['project-leader'] })
  expect(await yearOf(stranger)).toEqual({ year: null })
})
