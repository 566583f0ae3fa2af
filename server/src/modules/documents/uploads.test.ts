import { beforeEach, expect, test } from 'vitest'
import { type Colleague, fileForm, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NAME = '现场照片.png'
const BYTES = Uint8Array.from({ length: 10_000 }, (_, at) => (at * 7) % 251)

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

let world: TestWorld
let office: TestOffice
let contact: Colleague

beforeEach(async () => {
  world = await makeWorld()
  office = await makeOffice(world, { now: () => NOW })
  contact = await office.addPerson('lin', { unitId: await office.addUnit('教育信息中心'), roles: ['project-contact'] })
})

const begin = async (bytes = BYTES.length): Promise<string> =>
  (await contact.ask('POST', '/uploads', { body: { name: NAME, bytes } })).body.id

function send(id: string, from: number, to: number, who = contact) {
  const body = new FormData()
  body.append('offset', String(from))
  body.append('part', new File([BYTES.slice(from, to)], 'part'))
  return who.ask('POST', `/uploads/${id}/parts`, { body })
}

test('a file comes in parts, goes on after a broken line, and comes back to the last bit', async () => {
  const id = await begin()
  expect((await send(id, 0, 4_000)).body).toMatchObject({ received: 4_000, document: null })
  // The answer of the second part was lost: it is sent again, then the page asks where to go on.
  await send(id, 4_000, 8_000)
  expect((await send(id, 4_000, 8_000)).body).toMatchObject({ received: 8_000 })
  expect((await contact.ask('GET', `/uploads/${id}`)).body).toMatchObject({ received: 8_000, document: null })
  const { body } = await send(id, 8_000, 10_000)
  expect(body).toMatchObject({ received: 10_000, document: { name: NAME, bytes: 10_000 } })
  expect((await contact.ask('GET', `/documents/${body.document.id}`)).bytes).toEqual(BYTES)
  expect((await send(id, 8_000, 10_000)).body, 'the last answer was lost as well').toEqual(body)
})

test('a part that leaves a gap or goes beyond the end is told where to begin', async () => {
  const id = await begin()
  await send(id, 0, 4_000)
  const gap = await send(id, 5_000, 6_000)
  expect(gap).toMatchObject({ status: 409, body: { code: 'part-out-of-place', parameters: { expected: 4_000 } } })
  expect(await send(await begin(100), 0, 200)).toMatchObject({ status: 409, body: { parameters: { expected: 0 } } })
})

test('what one began, nobody else sees or goes on with', async () => {
  const id = await begin()
  const other = await office.addPerson('wang', { unitId: contact.unitId, roles: ['project-contact'] })
  expect([(await other.ask('GET', `/uploads/${id}`)).status, (await send(id, 0, 10, other)).status]).toEqual([404, 404])
})

test('what was begun and left is gone after a day', async () => {
  const left = await begin()
  await send(left, 0, 4_000)
  let now = NOW
  const work = makeWork(world, () => now)
  await workUntilIdle(work)
  now = NOW.add({ hours: 23 })
  await workUntilIdle(work)
  expect((await contact.ask('GET', `/uploads/${left}`)).status).toBe(200)
  now = NOW.add({ hours: 25 })
  await workUntilIdle(work)
  expect((await contact.ask('GET', `/uploads/${left}`)).status).toBe(404)
  await expect(world.files.openParts(left)).rejects.toThrow('ENOENT')
})

test('a file too large is refused before a part of it is sent', async () => {
  const answer = await contact.ask('POST', '/uploads', { body: { name: NAME, bytes: 31 * 2 ** 20 } })
  expect(answer).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
})

test.each([
  ['a text', new TextEncoder().encode('项目名称\t信息系统运维\n年度\t2026'), { kind: 'text', isCut: false }],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), { kind: 'picture', mediaType: 'image/png' }],
  ['what nobody can read', Uint8Array.of(0, 1, 2, 3, 4, 5), { kind: 'none' }],
])('%s is previewed as what it is', async (_title, bytes, expected) => {
  const { body: document } = await contact.ask('POST', '/documents', { body: fileForm('附件.bin', bytes) })
  const { body: preview } = await contact.ask('GET', `/documents/${document.id}/preview`)
  expect(preview).toMatchObject(expected)
  if (preview.kind === 'text') expect(JSON.stringify(preview.blocks)).toContain('信息系统运维')
  if (preview.kind === 'none') expect(preview.sentence).toMatch(/。$/)
})
