import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { planSendings } from './plan-sendings.ts'
import { type NewMessage, sendMessages } from './send-messages.ts'

// Ten in the evening in Shanghai; signed calls carry the real time, as receivers compare it with theirs.
const EVENING = Temporal.Instant.from('2026-03-02T14:00:00Z')

let world: TestWorld
let office: TestOffice
let admin: Colleague
let clerk: Colleague
let now: Temporal.Instant

beforeEach(() => open(EVENING))

async function open(at: Temporal.Instant): Promise<void> {
  world = await makeWorld()
  now = at
  office = await makeOffice(world, { now: () => now })
  admin = await office.addPerson('wangwei', { unitId: office.districtId, roles: ['system-administrator'] })
  clerk = await office.addPerson('linxia', { unitId: await office.addUnit('教育信息中心'), roles: ['staff'] })
  await minutesLater(0)
}

async function minutesLater(minutes: number): Promise<void> {
  now = now.add({ minutes })
  await workUntilIdle(makeWork(world, () => now))
}

type Call = { readonly headers: Record<string, string>; readonly body: string; readonly url: string }

/** A group or a receiver on this machine, which keeps what it was sent. */
async function receive(
  answer: (calls: number) => { status: number; body?: object; to?: string } = () => ({
    status: 200,
    body: { errcode: 0 },
  }),
) {
  const calls: Call[] = []
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      calls.push({ headers: request.headers as Call['headers'], body, url: request.url ?? '' })
      const { status, body: answered = {}, to } = answer(calls.length)
      reply.writeHead(status, to === undefined ? {} : { location: to }).end(JSON.stringify(answered))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { calls, port, url: `http://127.0.0.1:${port}/robot/send?access_token=abc` }
}

const allow = (port: number, reach = 'this-machine') =>
  admin.ask('PUT', '/outgoing-addresses', { body: { host: '127.0.0.1', port, reach } })

async function addChannel(settings: object, url: string, secret: string | null = null) {
  const body = { name: `渠道${world.newId().slice(0, 8)}`, isOn: true, unitId: null, settings, url, secret }
  return admin.ask('POST', '/channels', { body })
}

async function tell(count: number, code: NewMessage['code'] = 'task-opened'): Promise<void> {
  const context = world.contextOf({ kind: 'system', name: 'test' }, now)
  const parameters = { starter: '林夏', subject: '信息系统运维', node: '绩效办', actor: '徐望' }
  const about = { personId: clerk.personId, subjectKind: 'declaration', subjectId: world.newId() }
  const messages = Array.from({ length: count }, () => ({ ...about, code, parameters }))
  await inTransaction(world.chenghu, (tx) => sendMessages(tx, context, messages))
}

const channel = async (): Promise<Record<string, unknown>> => (await admin.ask('GET', '/channels')).body[0]

describe('a storm of messages', () => {
  test('a thousand lose none: one digest names the counts, and every delivery is in the ledger as sent', async () => {
    const group = await receive()
    await allow(group.port)
    await addChannel({ kind: 'dingtalk' }, group.url, 'SEC1')
    await tell(600)
    await tell(400, 'urged')
    await minutesLater(1)
    expect(group.calls).toHaveLength(1)
    const [{ body, url } = { body: '', url: '' }] = group.calls
    const said = JSON.parse(body).text.content
    expect(said).toContain('共 1000 条消息：')
    expect(said).toContain('待办 600 条')
    expect(said).toContain('催办 400 条')
    expect(said).toContain('【测试linxia】')
    expect(url).toContain('&sign=')
    expect(await channel()).toMatchObject({ light: 'good', counts: { queued: 0, sent: 1000, failed: 0 } })
    expect((await clerk.ask('GET', '/messages')).body.unread).toBe(1000)
  })

  test('a robot that is down gets them all when it is back', async () => {
    const group = await receive((calls) => (calls < 3 ? { status: 503 } : { status: 200, body: { errcode: 0 } }))
    await allow(group.port)
    await addChannel({ kind: 'wecom' }, group.url)
    await tell(50)
    await minutesLater(1)
    expect(await channel()).toMatchObject({ light: 'bad', problem: '对方回复状态 503。稍后自动重试。' })
    for (let minute = 0; minute < 6; minute += 1) await minutesLater(1)
    expect(group.calls).toHaveLength(3)
    expect(await channel()).toMatchObject({ light: 'good', counts: { queued: 0, sent: 50, failed: 0 } })
  })

  test('addresses and secrets are sealed in the database; without the key nothing leaves, nothing is lost', async () => {
    const group = await receive()
    await allow(group.port)
    const { id } = (await addChannel({ kind: 'dingtalk' }, group.url, 'SEC-of-the-group')).body
    const row = (await world.pool.query('select * from tenant_chenghu.inbox_channel')).rows[0]
    expect(JSON.stringify(row)).not.toMatch(/SEC-of-the-group|access_token/)
    expect(await channel()).toMatchObject({ address: `http://127.0.0.1:${group.port}` })

    await world.pool.query(`update tenant_chenghu.inbox_channel set sealed = 's1.0000000f.AAAA'`)
    await tell(3)
    await minutesLater(1)
    expect(await channel()).toMatchObject({ light: 'bad', counts: { queued: 3, failed: 0 } })
    expect((await channel()).problem).toContain('secrets.key')
    const body = {
      name: row.name,
      isOn: true,
      unitId: null,
      settings: { kind: 'dingtalk' },
      url: group.url,
      secret: 'new',
    }
    expect((await admin.ask('PUT', `/channels/${id}`, { body })).status).toBe(200)
    await minutesLater(3)
    expect(await channel()).toMatchObject({ light: 'good', counts: { queued: 0, sent: 3 } })
  })

  test('is never more than twenty calls a minute to one robot', async () => {
    const group = await receive()
    await allow(group.port)
    await addChannel({ kind: 'feishu' }, group.url)
    for (let round = 0; round < 30; round += 1) {
      await tell(1)
      const context = world.contextOf({ kind: 'system', name: 'test' }, now)
      await planSendings(context)
    }
    await workUntilIdle(makeWork(world, () => now))
    expect(group.calls).toHaveLength(20)
    await minutesLater(2)
    expect(group.calls).toHaveLength(21)
    expect(await channel()).toMatchObject({ counts: { queued: 0, sent: 30 } })
  })
})

describe('a signed call', () => {
  const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
  const NEXT = `whsec_${Buffer.from('fedcba9876543210fedcba9876543210').toString('base64')}`

  test('is one that the library of the standard verifies, by the old secret too while it is exchanged', async () => {
    await open(Temporal.Now.instant())
    const receiver = await receive()
    await allow(receiver.port)
    const { id } = (await addChannel({ kind: 'webhook' }, receiver.url, SECRET)).body
    const { name } = (await channel()) as { name: string }
    const body = { name, isOn: true, unitId: null, settings: { kind: 'webhook' }, url: '', secret: NEXT }
    expect((await admin.ask('PUT', `/channels/${id}`, { body })).status).toBe(200)
    expect((await admin.ask('POST', `/channels/${id}/tests`)).body).toEqual({ worked: true, problem: '' })
    const [call = { body: '', headers: {} }] = receiver.calls
    for (const secret of [SECRET, NEXT]) {
      expect(new Webhook(secret).verify(call.body, call.headers)).toMatchObject({ data: [{ code: 'trial' }] })
    }
    expect(() => new Webhook(NEXT).verify(`${call.body} `, call.headers)).toThrow()
  })

  test('needs a secret of the standard, and shows neither it nor the key in the address', async () => {
    const refused = await addChannel({ kind: 'webhook' }, 'https://example.org/hook', 'kurz')
    expect(refused).toMatchObject({ status: 422, body: { code: 'channel-secret-unfit' } })
    await addChannel({ kind: 'webhook' }, 'https://example.org/hook?key=geheim', SECRET)
    const shown = JSON.stringify((await admin.ask('GET', '/channels')).body)
    expect(shown).not.toContain('geheim')
    expect(shown).not.toContain(SECRET)
  })
})

describe('an address', () => {
  const trial = async (id: string) => (await admin.ask('POST', `/channels/${id}/tests`)).body

  test('nobody allowed gets no request, nor one that lies nearer than allowed', async () => {
    const group = await receive()
    const { id } = (await addChannel({ kind: 'wecom' }, group.url)).body
    expect(await trial(id)).toMatchObject({ worked: false, problem: expect.stringContaining('不在允许的地址单中') })
    for (const reach of ['public', 'private']) {
      await allow(group.port, reach)
      expect(await trial(id)).toMatchObject({
        worked: false,
        problem: expect.stringContaining('指向内部地址 127.0.0.1'),
      })
    }
    await admin.ask('DELETE', `/outgoing-addresses/127.0.0.1/${group.port}`)
    expect(await trial(id)).toMatchObject({ worked: false })
    expect(group.calls).toEqual([])
  })

  test('that redirects is not followed', async () => {
    const canary = await receive()
    const group = await receive(() => ({ status: 302, to: canary.url }))
    await allow(group.port)
    await allow(canary.port)
    const { id } = (await addChannel({ kind: 'wecom' }, group.url)).body
    expect(await trial(id)).toMatchObject({ worked: false, problem: expect.stringContaining('不跟随') })
    expect(canary.calls).toEqual([])
  })

  test('is the administrator’s alone to allow', async () => {
    const body = { host: 'oapi.dingtalk.com', port: 443, reach: 'public' }
    expect((await clerk.ask('PUT', '/outgoing-addresses', { body })).status).toBe(403)
    expect((await clerk.ask('GET', '/channels')).status).toBe(403)
  })
})

describe('letters', () => {
  async function mailServer() {
    const letters: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let text = ''
        stream.on('data', (part) => {
          text += part
        })
        stream.on('end', () => {
          letters.push(text)
          done()
        })
      },
    })
    const listener = server.listen(0, '127.0.0.1')
    await new Promise((done) => listener.once('listening', done))
    onTestFinished(() => void server.close())
    return { letters, port: (listener.address() as AddressInfo).port }
  }

  test('wait until the quiet hours of their reader end, then come as one', async () => {
    const { letters, port } = await mailServer()
    await allow(port)
    const settings = { kind: 'mail', host: '127.0.0.1', port, isSecure: false, user: '', from: 'office@example.org' }
    await addChannel(settings, '')
    const quiet = { mail: 'linxia@example.org', quietFrom: '21:30', quietUntil: '22:10' }
    expect((await clerk.ask('PUT', '/messages/preferences', { body: quiet })).body).toEqual(quiet)
    await tell(2)
    await tell(1, 'urged')
    await minutesLater(5)
    expect(letters).toEqual([])
    expect(await channel()).toMatchObject({ counts: { queued: 3, sent: 0 } })
    await minutesLater(6)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toContain('To: linxia@example.org')
    expect(await channel()).toMatchObject({ light: 'good', counts: { queued: 0, sent: 3 } })
  })

  test('go to nobody without an address', async () => {
    const { letters, port } = await mailServer()
    await allow(port)
    await addChannel(
      { kind: 'mail', host: '127.0.0.1', port, isSecure: false, user: '', from: 'office@example.org' },
      '',
    )
    await tell(3)
    await minutesLater(1)
    expect(letters).toEqual([])
    expect((await clerk.ask('GET', '/messages')).body.unread).toBe(3)
  })
})
