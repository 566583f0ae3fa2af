import { Client, type ClientConfig } from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { Announcement, announce } from '#platform/live/announce'
import { LIVE_CHANNEL } from '#platform/live/tell-news'
import { makeBureau, type TestBureau } from '#testing/test-declarations'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
})

const countsOf = async (who: TestBureau['contact']) => ({
  tasks: (await who.ask('GET', '/tasks/counts')).body,
  messages: (await who.ask('GET', '/messages/counts')).body,
})

/** Everything announced until the topic `last`. */
async function listen({ world }: TestBureau) {
  const client = new Client(world.pool.options as ClientConfig)
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  const said: Announcement[] = []
  const untilLast = new Promise<Announcement[]>((resolve) => {
    client.on('notification', ({ payload }) => {
      const one = Announcement.parse(JSON.parse(payload ?? ''))
      if (one.topic === 'last') resolve(said)
      said.push(one)
    })
  })
  await client.query(`listen ${LIVE_CHANNEL}`)
  return { untilLast }
}

test('when a declaration is sent, the counts of the desk and of its deputy move at once, and nobody else’s', async () => {
  const { world, office, contact, reviewer, form, ask } = bureau
  const deputy = await office.addPerson('guyu', { unitId: office.districtId, roles: ['staff'] })
  const window = { beginsAt: '2021-01-01T00:00:00Z', endsAt: '2021-02-01T00:00:00Z' }
  await reviewer.ask('POST', '/deputies', { body: { deputy: deputy.personId, ...window } })
  const stranger = await office.addPerson('heyun', { unitId: office.districtId, roles: ['staff'] })
  const heard = await listen(bureau)
  await ask(contact, 'reviews', { version: form.version })
  await inTransaction(world.chenghu, (tx) => announce(tx, { topic: 'last', about: null }))
  const said = await heard.untilLast
  const people = (topic: string) => said.filter((one) => one.topic === topic).flatMap((one) => one.people)
  expect(people('tasks')).toEqual(expect.arrayContaining([reviewer.personId, contact.personId, deputy.personId]))
  expect(people('messages')).toEqual([reviewer.personId])
  expect(people('tasks')).not.toContain(stranger.personId)
  expect(await countsOf(reviewer)).toEqual({ tasks: { waiting: 1, reading: 0, late: 0 }, messages: { unread: 1 } })
  expect(await countsOf(deputy)).toMatchObject({ tasks: { waiting: 1 } })
})

test('a draft is in the sixth box until it is sent, and only of the one who wrote it', async () => {
  const { office, contact, form, ask } = bureau
  const drafts = async (who: TestBureau['contact']) => (await who.ask('GET', '/drafts')).body
  expect(await drafts(contact)).toMatchObject({
    total: 1,
    rows: [{ kind: 'declaration', formId: form.id, month: null }],
  })
  const colleague = await office.addPerson('heyun', { unitId: contact.unitId, roles: ['project-contact'] })
  expect(await drafts(colleague)).toEqual({ rows: [], total: 0, next: null })
  await ask(contact, 'reviews', { version: form.version })
  expect((await drafts(contact)).total).toBe(0)
  const { id } = (await contact.ask('GET', `/cases/of/declaration/${form.id}`)).body
  await contact.ask('POST', `/cases/${id}/acts`, { body: { act: { verb: 'withdraw', task: 1 } } })
  expect((await drafts(contact)).total).toBe(1)
})
