import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

async function addSource(signing: string, kind = 'json') {
  const senders = kind === 'syslog' ? ['10.2.0.7'] : []
  const body = { name: '监控平台', kind, deskService: 'application', signing, senders }
  return (await desk.engineer.ask('POST', '/watch/sources', { body })).body
}

/** The other monitor has no account here, and spaces its JSON as it likes. */
const BODY = '{ "title": "温度过高",\n  "state" : "firing" }'

async function tell(path: string, headers: Record<string, string>, payload = BODY) {
  const all = { 'content-type': 'application/json', ...headers }
  const reply = await desk.office.app.inject({ method: 'POST', url: path, headers: all, payload })
  return reply.statusCode === 200 ? reply.json() : reply.json().code
}

function timestamped(secret: string, { id = 'msg_1', ago = 0, body = BODY } = {}) {
  const at = new Date(desk.clock.now.epochMilliseconds - ago * 1000)
  const signature = new Webhook(secret).sign(id, at, body)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
}

const signals = () =>
  read(desk.world.chenghu, (reader) => reader.selectFrom('watchSignal').select(['title', 'times']).execute())

test('a message signed as Standard Webhooks says is taken once, whoever tells it again', async () => {
  const { path, secret } = await addSource('timestamped')
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const first = timestamped(secret)
  expect(await tell(path, first)).toEqual({ taken: 1 })
  expect(await tell(path, first)).toEqual({ taken: 0 })
  // Its sender tries again later, under the same name.
  desk.clock.now = desk.clock.now.add({ minutes: 2 })
  expect(await tell(path, timestamped(secret))).toEqual({ taken: 0 })
  expect(await signals()).toEqual([{ title: '温度过高', times: 1 }])
  expect(await tell(path, timestamped(secret, { id: 'msg_2' }))).toEqual({ taken: 1 })
  expect(await signals()).toEqual([{ title: '温度过高', times: 2 }])
  // An hour later it is forgotten; its time refuses it long before.
  desk.clock.now = desk.clock.now.add({ minutes: 70 })
  expect(await tell(path, first)).toBe('signal-too-old')
  expect(await tell(path, timestamped(secret, { id: 'msg_3' }))).toEqual({ taken: 1 })
  const kept = await read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchSignalTold').select('message').execute(),
  )
  expect(kept).toEqual([{ message: 'msg_3' }])
})

test.each<[string, string, (secret: string) => Record<string, string>, string?]>([
  ['no signature', 'signal-signature', () => ({})],
  ['another secret', 'signal-signature', () => timestamped(`whsec_${Buffer.alloc(32).toString('base64')}`)],
  ['another body', 'signal-signature', (secret) => timestamped(secret), BODY.replace('firing', 'resolved')],
  [
    'the same words in other bytes',
    'signal-signature',
    (secret) => timestamped(secret),
    JSON.stringify(JSON.parse(BODY)),
  ],
  ['another id', 'signal-signature', (secret) => ({ ...timestamped(secret), 'webhook-id': 'msg_9' })],
  ['another time', 'signal-signature', (secret) => ({ ...timestamped(secret), 'webhook-timestamp': '1772676001' })],
  ['no id', 'signal-signature', (secret) => timestamped(secret, { id: '' })],
  ['a plain signature', 'signal-signature', (secret) => plain(secret)],
  ['a time of 301 seconds ago', 'signal-too-old', (secret) => timestamped(secret, { ago: 301 })],
  ['a time 301 seconds ahead', 'signal-too-old', (secret) => timestamped(secret, { ago: -301 })],
])('a message with %s is refused and changes nothing: %s', async (_title, code, headersOf, body = BODY) => {
  const { path, secret } = await addSource('timestamped')
  expect(await tell(path, headersOf(secret), body)).toBe(code)
  expect(await signals()).toEqual([])
})

function plain(secret: string, body = BODY) {
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }
}

test('a signature over the body alone proves the sender, and tells no message from its repetition', async () => {
  const { path, secret } = await addSource('plain')
  expect(await tell(path, plain(secret))).toEqual({ taken: 1 })
  expect(await tell(path, plain(secret))).toEqual({ taken: 1 })
  expect(await tell(path, plain('another'))).toBe('signal-signature')
  expect(await tell(path, plain(secret, `${BODY} `))).toBe('signal-signature')
  expect(await tell(path, { 'x-hub-signature-256': 'sha256=00' })).toBe('signal-signature')
  expect(await tell(path, {})).toBe('signal-signature')
})

test('where nothing is signed the word in the address is enough; the secret is shown once and kept sealed', async () => {
  expect((await addSource('none')).secret).toBe(null)
  const { rows } = await desk.world.pool.query('select sealed from tenant_chenghu.watch_source')
  expect(rows).toEqual([{ sealed: '' }])
  await desk.world.pool.query('delete from tenant_chenghu.watch_source')
  const { secret } = await addSource('timestamped')
  const [kept] = (await desk.world.pool.query('select sealed from tenant_chenghu.watch_source')).rows
  expect([kept.sealed === '', kept.sealed.includes(secret)]).toEqual([false, false])
  const listed = (await desk.engineer.ask('GET', '/watch/sources')).body
  expect(listed).toMatchObject([{ signing: 'timestamped' }])
  expect(JSON.stringify(listed)).not.toContain(secret)
})

test('devices do not sign', async () => expect((await addSource('plain', 'syslog')).code).toBe('source-signing'))

test('a storm in one message of 3 MB is taken, and what is no JSON is refused', async () => {
  const { path, secret } = await addSource('plain')
  const alarms = Array.from({ length: 10_000 }, (_, index) => ({
    ...{ title: `告警 ${index} ${'x'.repeat(240)}`, state: 'firing', fingerprint: `f-${index}` },
  }))
  const storm = JSON.stringify({ alarms })
  expect(storm.length).toBeGreaterThan(2.5 * 2 ** 20)
  expect(await tell(path, plain(secret, storm), storm)).toEqual({ taken: 10_000 })
  expect(await tell(path, plain(secret, '{'), '{')).toBe('input-invalid')
})
