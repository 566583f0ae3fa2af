import { createSocket } from 'node:dgram'
import { createServer as createWeb } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import { type Asked, check } from './check.ts'

const HOST = '127.0.0.1'

type Listening = {
  readonly listen: (port: number, host: string, done: () => void) => unknown
  readonly close: (done?: () => void) => unknown
}

async function listen(server: Listening, address: () => unknown): Promise<number> {
  await new Promise<void>((done) => server.listen(0, HOST, done))
  onTestFinished(() => void server.close())
  return (address() as AddressInfo).port
}

/** A server of lines: says its greeting, then answers each line it is sent. */
function talk(greeting: string | Buffer, answer: (asked: Buffer) => string | Buffer): Promise<number> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined)
    if (greeting.length > 0) socket.write(greeting)
    socket.on('data', (asked: Buffer) => socket.write(answer(asked)))
  })
  return listen(server, () => server.address())
}

function web(status: number, { body = '', headers = {} }: { body?: string; headers?: Record<string, string> } = {}) {
  const server = createWeb((request, reply) => {
    const isKnown = request.headers.authorization === `Basic ${btoa('probe:secret-word')}`
    if (request.url === '/private' && !isKnown) reply.writeHead(401).end()
    else reply.writeHead(status, headers).end(body)
  })
  return listen(server, () => server.address())
}

const here = (port: number): Allowed => ({ host: HOST, port, reach: 'this-machine' })

async function look(target: Asked, { secret = '', allowed = [] as Allowed[] } = {}) {
  const port = 'url' in target ? Number(new URL(target.url).port) : 'port' in target ? target.port : 0
  const found = await check({ target, secret, timeoutMs: 2_000, allowed: [here(port), ...allowed] })
  return found.problem?.code ?? 'up'
}

const page = (port: number, more: object = {}): Asked => ({
  kind: 'http',
  url: `http://${HOST}:${port}/`,
  method: 'GET',
  ...{ statusFrom: 200, statusTo: 299, contains: '', header: null, user: '', trust: 'verified', daysLeft: null },
  ...more,
})

test('a page is judged by status, words, header and sign-in', async () => {
  const port = await web(200, { body: '教育局门户', headers: { 'x-site': 'portal-1' } })
  expect(await look(page(port))).toBe('up')
  expect(await look(page(port, { contains: '门户' }))).toBe('up')
  expect(await look(page(port, { contains: '维护中' }))).toBe('text-missing')
  expect(await look(page(port, { header: { name: 'X-Site', contains: 'portal' } }))).toBe('up')
  expect(await look(page(port, { header: { name: 'X-Site', contains: 'backup' } }))).toBe('header-missing')
  const url = `http://${HOST}:${port}/private`
  expect(await look(page(port, { url }))).toBe('status-unexpected')
  expect(await look(page(port, { url, user: 'probe' }), { secret: 'secret-word' })).toBe('up')
})

test('a redirect is an answer and is not followed', async () => {
  let visits = 0
  const server = createWeb((_request, reply) => {
    visits += 1
    reply.end()
  })
  const secretPort = await listen(server, () => server.address())
  const port = await web(302, { headers: { location: `http://${HOST}:${secretPort}/` } })
  expect(await look(page(port), { allowed: [here(secretPort)] })).toBe('status-unexpected')
  expect(await look(page(port, { statusTo: 399 }))).toBe('up')
  expect(visits).toBe(0)
})

test('only addresses on the list are asked, and never nearer ones than allowed', async () => {
  const port = await web(200)
  const refused = (allowed: Allowed[], url = `http://${HOST}:${port}/`) =>
    check({ target: page(port, { url }), secret: '', timeoutMs: 2_000, allowed }).then(({ problem }) => problem?.code)
  expect(await refused([])).toBe('address-not-allowed')
  expect(await refused([{ host: HOST, port, reach: 'private' }])).toBe('address-too-near')
  expect(await refused([{ host: 'localhost', port, reach: 'public' }], `http://localhost:${port}/`)).toBe(
    'address-too-near',
  )
  for (const host of ['169.254.169.254', '100.100.100.200', '[::ffff:169.254.169.254]', '[fd00:ec2::254]', '0.0.0.0']) {
    const name = host.replace(/^\[|\]$/g, '')
    const list: Allowed[] = (['public', 'private', 'this-machine'] as const).map((reach) => ({
      host: name,
      port,
      reach,
    }))
    expect(await refused(list, `http://${host}:${port}/`), host).toMatch(/address-too-near|address-not-allowed/)
  }
  expect(await refused([], 'file:///etc/passwd')).toBe('address-unreadable')
})

test('a service that is silent is too slow, and one that is gone is not reached', async () => {
  const port = await talk('', () => '')
  const silent = { kind: 'redis', host: HOST, port, isSecure: false, user: '' } as const
  const found = await check({ target: silent, secret: '', timeoutMs: 200, allowed: [here(port)] })
  expect(found.problem).toEqual({ code: 'too-slow', parameters: { ms: 200 } })
  const server = createServer()
  const gone = await listen(server, () => server.address())
  await new Promise<void>((done) => void server.close(() => done()))
  expect(await look({ kind: 'tcp', host: HOST, port: gone })).toBe('not-reached')
})

test('letters: the servers greet', async () => {
  const smtp = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] })
  const port = await listen(smtp, () => smtp.server.address())
  expect(await look({ kind: 'smtp', host: HOST, port, isSecure: false })).toBe('up')
  const imap = await talk('* OK ready\r\n', () => 'a OK bye\r\n')
  expect(await look({ kind: 'imap', host: HOST, port: imap, isSecure: false })).toBe('up')
  expect(await look({ kind: 'smtp', host: HOST, port: imap, isSecure: false })).toBe('answered-badly')
  expect(await look({ kind: 'tcp', host: HOST, port: imap })).toBe('up')
  expect(await look({ kind: 'tls', host: HOST, port: imap, trust: 'any', daysLeft: null })).toBe('not-reached')
})

test('a store of keys lets in who has the password', async () => {
  const port = await talk('', (asked) => {
    const text = asked.toString()
    if (text.includes('AUTH')) return text.includes('open sesame') ? '+OK\r\n' : '-WRONGPASS\r\n'
    return '+PONG\r\n'
  })
  const target = { kind: 'redis', host: HOST, port, isSecure: false, user: '' } as const
  expect(await look(target)).toBe('up')
  expect(await look(target, { secret: 'open sesame' })).toBe('up')
  expect(await look(target, { secret: 'wrong' })).toBe('answered-badly')
})

test('a directory binds or refuses', async () => {
  const bound = (code: number) => Buffer.from([0x30, 12, 0x02, 1, 1, 0x61, 7, 0x0a, 1, code, 0x04, 0, 0x04, 0])
  const port = await talk('', (asked) => bound(asked.includes('cn=probe') && !asked.includes('right') ? 49 : 0))
  const target = { kind: 'ldap', host: HOST, port, isSecure: false, user: '' } as const
  expect(await look(target)).toBe('up')
  expect(await look({ ...target, user: 'cn=probe' }, { secret: 'right' })).toBe('up')
  expect(await look({ ...target, user: 'cn=probe' }, { secret: 'wrong' })).toBe('answered-badly')
})

test('names and clocks are asked over datagrams', async () => {
  const open = async (answer: (asked: Buffer) => Buffer) => {
    const socket = createSocket('udp4')
    socket.on('message', (asked, from) => socket.send(answer(asked), from.port, from.address))
    await new Promise<void>((done) => socket.bind(0, HOST, done))
    onTestFinished(() => void socket.close())
    return socket.address().port
  }
  const port = await open((asked) => {
    const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 1, 2, 3])
    const question = asked.subarray(12, asked.indexOf(0, 12) + 5)
    return Buffer.concat([asked.subarray(0, 2), Buffer.from([0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]), question, record])
  })
  const names = { kind: 'dns', host: HOST, port, name: 'portal.example.org', record: 'A', contains: '' } as const
  expect(await look(names)).toBe('up')
  expect(await look({ ...names, contains: '10.1.2.3' })).toBe('up')
  expect(await look({ ...names, contains: '10.9.9.9' })).toBe('answered-badly')

  const clock = (offSeconds: number) =>
    open(() => {
      const answer = Buffer.alloc(48)
      answer[1] = 2
      const seconds = Temporal.Now.instant().epochMilliseconds / 1000 + 2_208_988_800 + offSeconds
      answer.writeUInt32BE(Math.floor(seconds), 40)
      answer.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), 44)
      return answer
    })
  const ntp = { kind: 'ntp', host: HOST, offMs: 5_000 } as const
  expect(await look({ ...ntp, port: await clock(0) })).toBe('up')
  expect(await look({ ...ntp, port: await clock(60) })).toBe('clock-off')
})

test('a database is up for who may sign in to it', async () => {
  const { host, user } = inject('postgres')
  // The database of the tests listens on a socket in a folder; the probe comes over the network.
  const server = createServer((socket) => {
    const inside = connect(`${host}/.s.PGSQL.5432`)
    inside.on('error', () => socket.destroy())
    socket.on('error', () => inside.destroy())
    socket.pipe(inside).pipe(socket)
  })
  const port = await listen(server, () => server.address())
  const target = { kind: 'postgres', host: HOST, port, isSecure: false, database: 'postgres', user } as const
  expect(await look(target)).toBe('up')
  expect(await look({ ...target, database: 'nowhere' })).toBe('not-reached')
})
