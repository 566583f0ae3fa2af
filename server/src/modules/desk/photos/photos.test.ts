import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk
let id: string

beforeEach(async () => {
  desk = await makeDesk()
  id = (await desk.call()).body.id
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function bring(bytes: Uint8Array<ArrayBuffer>, name: string, who = desk.operator): Promise<string> {
  const form = new FormData()
  form.append('name', name)
  form.append('file', new File([bytes], name))
  return (await who.ask('POST', '/documents', { body: form })).body.id
}

const hang = (documentId: string, { photoId = randomUUID(), who = desk.operator } = {}) =>
  who.ask('POST', `/desk/tickets/${id}/photos`, {
    body: { photoId, documentId, takenAt: '2026-03-01T19:12:00Z' },
  })
const list = async () => (await desk.engineer.ask('GET', `/desk/tickets/${id}/photos`)).body

test('a photo that was sent twice hangs there once, and leaves as the picture it is', async () => {
  const photoId = randomUUID()
  const documentId = await bring(PNG, '交换机.png')
  for (const _ of [1, 2]) expect((await hang(documentId, { photoId })).status).toBe(200)
  expect(await list()).toMatchObject([
    { id: photoId, name: '交换机.png', takenAt: '2026-03-01T19:12:00Z', who: '测试operator' },
  ])
  const shown = await desk.engineer.ask('GET', `/desk/tickets/${id}/photos/${photoId}`)
  expect([shown.headers['content-type'], Buffer.from(shown.bytes).equals(PNG)]).toEqual(['image/png', true])
})

test('whoever may not see the ticket sees no photo of it', async () => {
  const photoId = randomUUID()
  await hang(await bring(PNG, '交换机.png'), { photoId })
  for (const path of [`/desk/tickets/${id}/photos`, `/desk/tickets/${id}/photos/${photoId}`])
    expect((await desk.stranger.ask('GET', path)).body.code).toBe('not-found')
  const theirs = await bring(PNG, '别处.png', desk.stranger)
  expect((await hang(theirs, { who: desk.stranger })).body.code).toBe('not-found')
})

test('a file that is no picture is refused, whatever it is called', async () => {
  const documentId = await bring(new TextEncoder().encode('<svg onload=alert(1)>'), '照片.jpg')
  expect((await hang(documentId)).body.code).toBe('no-photo')
  expect(await list()).toEqual([])
})

test('a ticket takes fifty photos', async () => {
  const documentId = await bring(PNG, '交换机.png')
  for (let count = 0; count < 50; count += 1) await hang(documentId)
  expect((await hang(documentId)).body.code).toBe('photos-enough')
})

test('the list of callers has whose calls I logged last on top, and nobody out of reach', async () => {
  const callers = async (who = desk.operator) => (await who.ask('GET', '/desk/callers/near')).body
  expect((await callers())[0]).toMatchObject({ name: '测试teacher', unit: { name: '湖滨小学' } })
  expect((await callers()).length).toBe(8)
  expect((await callers(desk.teacher)).map(({ name }: { name: string }) => name)).toEqual(['测试teacher'])
})
