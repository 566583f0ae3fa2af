import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { keepSessions, makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'
import { remindRegulations } from './remind-regulations.ts'

let upkeep: TestUpkeep
let id: string

beforeEach(async () => {
  upkeep = await makeUpkeep('2026-01-05T10:00:00+08:00')
  const contact = await upkeep.office.addPerson('contact', { unitId: upkeep.centre, roles: ['project-contact'] })
  await keepSessions(upkeep.world)
  upkeep = { ...upkeep, engineer: contact }
  id = randomUUID()
  const days = { validFrom: '2025-01-01', validUntil: '2026-12-31', nextReviewOn: '2026-06-30' }
  const body = {
    id,
    kind: 'plan',
    name: '断电应急预案',
    number: '信中〔2025〕3号',
    documentId: await bring('预案'),
    ...days,
  }
  await contact.ask('POST', '/regulations', { body })
})

async function bring(text: string): Promise<string> {
  const form = new FormData()
  form.append('name', `${text}.txt`)
  form.append('file', new File([text], `${text}.txt`))
  return (await upkeep.engineer.ask('POST', '/documents', { body: form })).body.id
}

const turnTo = (day: string) => {
  upkeep.clock.now = Temporal.Instant.from(`${day}T08:10:00+08:00`)
}
const remind = () => remindRegulations(upkeep.world.contextOf({ kind: 'system', name: 'documents' }, upkeep.clock.now))
const told = async () => {
  const { messages } = (await upkeep.engineer.ask('GET', '/messages')).body
  return messages.map(({ sentence }: { sentence: string }) => sentence)
}

test('whoever keeps it hears a month before a review and before it runs out, once each', async () => {
  turnTo('2026-05-30')
  await remind()
  expect(await told()).toEqual([])
  for (const day of ['2026-05-31', '2026-06-01']) {
    turnTo(day)
    await remind()
  }
  const review = '制度复核：“断电应急预案”应在 2026-06-30 前复核。'
  expect(await told()).toEqual([review])
  const body = { on: '2026-06-20', note: '与演练结果相符，继续有效', nextReviewOn: null }
  await upkeep.engineer.ask('POST', `/regulations/${id}/reviews`, { body })
  turnTo('2026-12-01')
  await remind()
  expect(await told()).toEqual(['制度到期：“断电应急预案”到 2026-12-31 失效，请修订或另立。', review])
})

test('a new text takes the place of the old from its own day on, and both stay to be seen', async () => {
  const replacement = { documentId: await bring('新预案'), validFrom: '2026-03-01', validUntil: null }
  const body = { on: '2026-02-01', note: '按演练结果修订', nextReviewOn: '2027-02-01', replacement }
  const { body: reviewed } = await upkeep.engineer.ask('POST', `/regulations/${id}/reviews`, { body })
  expect(reviewed.versions).toHaveLength(2)
  expect(reviewed).toMatchObject({ document: { name: '预案.txt' }, reviews: [{ note: '按演练结果修订' }] })
  turnTo('2026-03-01')
  const { body: now } = await upkeep.engineer.ask('GET', `/regulations/${id}`)
  expect(now).toMatchObject({ document: { name: '新预案.txt' }, validUntil: null, state: 'in-force' })
})

test('what was repealed is changed no more; another unit sees none of it, and days stand in order', async () => {
  const body = { on: '2026-01-05', because: '并入总预案' }
  expect((await upkeep.engineer.ask('POST', `/regulations/${id}/repeal`, { body })).body.state).toBe('repealed')
  expect((await upkeep.engineer.ask('POST', `/regulations/${id}/repeal`, { body })).body.code).toBe(
    'regulation-repealed',
  )
  const elsewhere = await upkeep.office.addPerson('else', {
    unitId: await upkeep.office.addUnit('另一中心'),
    roles: ['project-contact'],
  })
  await keepSessions(upkeep.world)
  expect((await elsewhere.ask('GET', `/regulations/${id}`)).body.code).toBe('not-found')
  const days = { validFrom: '2026-02-01', validUntil: '2026-01-01', nextReviewOn: null }
  const wrong = {
    id: randomUUID(),
    kind: 'rule',
    name: '值班制度',
    number: '',
    documentId: await bring('值班'),
    ...days,
  }
  expect((await upkeep.engineer.ask('POST', '/regulations', { body: wrong })).body.code).toBe('input-invalid')
})
