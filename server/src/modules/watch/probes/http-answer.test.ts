import { createServer, request } from 'node:http'
import { type AddressInfo, createServer as createLine } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Asked, check } from './check.ts'
import { readBody, readHead, textOf } from './http-answer.ts'

const HOST = '127.0.0.1'

test.each([
  ['HTTP/1.1 200 OK\r\nServer: a\r\n\r\nbody', 200, 'body'],
  ['HTTP/1.0 404\r\n\r\n', 404, ''],
  ['HTTP/1.1 200 \nX-Old-Device: yes\n\nups', 200, 'ups'],
  ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 302 Found\r\n\r\n', 302, ''],
  ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500', 200, 'ok'],
  ['HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nlate', 204, ''],
  [
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;why=not\r\nnot\r\nA\r\n cut apart\r\n0\r\n\r\n',
    200,
    'not cut apart',
  ],
])('%j is read', (sent, status, text) => {
  const bytes = Buffer.from(sent)
  const head = readHead(bytes)
  if (head === null || head === 'unreadable') throw new Error('no head')
  const body = readBody(bytes, head, 'GET')
  expect([head.status, body?.bytes.toString()]).toEqual([status, text])
  expect(readBody(bytes, head, 'HEAD')?.bytes).toHaveLength(0)
})

test.each([
  'SSH-2.0-OpenSSH',
  'HTTP/2.0 200 OK\r\n\r\n',
  'HTTP/1.1 20 OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\nno colon\r\n\r\n',
])('%j is no answer of HTTP', (sent) => expect(readHead(Buffer.from(sent))).toBe('unreadable'))

test.each(['xyz\r\n', '-1\r\n', '5\r\nhello!', `${'0'.repeat(300)}`])('pieces that begin %j are unreadable', (sent) => {
  const headers = new Map([['transfer-encoding', ['chunked']]])
  expect(readBody(Buffer.from(sent), { status: 200, headers, bodyAt: 0 }, 'GET')).toBe(null)
})

test('what is said twice stands twice, and a page is read as it says it is written', () => {
  const head = { status: 200, bodyAt: 0, headers: new Map([['content-type', ['text/html; charset=GBK']]]) }
  expect(textOf(Buffer.from([0xc3, 0xc5, 0xbb, 0xa7]), head)).toBe('门户')
  expect(
    textOf(Buffer.from('门户'), { ...head, headers: new Map([['content-type', ['text/html; charset=x9']]]) }),
  ).toBe('门户')
  const cookies = readHead(Buffer.from('HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie:  b=2 \r\n\r\n'))
  expect(cookies).toMatchObject({ headers: new Map([['set-cookie', ['a=1', 'b=2']]]) })
})

/** What the program's own client of HTTP makes of an answer is the truth it is held against. */
test('answers of a real server, however they are cut on the way, are read as another client reads them', async () => {
  const answer = fc.record({
    status: fc.constantFrom(200, 204, 301, 404, 500, 503),
    parts: fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }),
    counts: fc.boolean(),
    header: fc.stringMatching(/^[ -~]{0,20}$/),
  })
  let told = fc.sample(answer, { numRuns: 1, seed: 1 })[0]
  const server = createServer((_asked, reply) => {
    const { status = 200, parts = [], counts = false, header = '' } = told ?? {}
    const body = Buffer.from(parts.join(''))
    reply.writeHead(status, { 'x-said': header, ...(counts ? { 'content-length': body.length } : {}) })
    for (const part of parts) reply.write(part)
    reply.end()
  })
  const port = await listen(server)
  for (const one of fc.sample(answer, { numRuns: 60, seed: 7 })) {
    told = one
    const raw = await rawAnswer(port)
    const expected = await fetchPlain(port)
    for (const cut of [1, 7, raw.length]) {
      // As far as it has come, never more than is there.
      const some = readHead(raw.subarray(0, raw.length - cut))
      expect(some).not.toBe('unreadable')
    }
    const head = readHead(raw)
    if (head === null || head === 'unreadable') throw new Error('no head')
    const body = readBody(raw, head, 'GET')
    expect(head.status).toBe(expected.status)
    expect(head.headers.get('x-said')).toEqual([expected.header])
    expect(body?.bytes.equals(expected.body)).toBe(true)
  }
})

test('whatever a stranger sends, it is read or said to be unreadable', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isChunked) => {
      const coding = isChunked ? 'Transfer-Encoding: chunked\r\n' : ''
      const sent = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${coding}\r\n`), bytes])
      for (const one of [Buffer.from(bytes), sent]) {
        const head = readHead(one)
        if (head === null || head === 'unreadable') continue
        const body = readBody(one, head, 'GET')
        expect(body === null || body.bytes.length <= one.length).toBe(true)
      }
    }),
  )
})

async function listen(server: {
  listen: (port: number, host: string, done: () => void) => unknown
  close: () => unknown
  address: () => unknown
}) {
  await new Promise<void>((done) => server.listen(0, HOST, done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

async function rawAnswer(port: number): Promise<Buffer> {
  const { connect } = await import('node:net')
  const socket = connect(port, HOST)
  socket.write(`GET / HTTP/1.1\r\nhost: ${HOST}\r\nconnection: close\r\n\r\n`)
  return Buffer.concat(await Array.fromAsync(socket))
}

function fetchPlain(port: number): Promise<{ status: number; header: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: HOST, port, agent: false }, async (reply) => {
      const body = Buffer.concat(await Array.fromAsync(reply))
      resolve({ status: reply.statusCode ?? 0, header: String(reply.headers['x-said']), body })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** A server that says what it is told to, then ends the line. */
async function say(...parts: (string | Buffer)[]) {
  const server = createLine((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', async () => {
      for (const part of parts) {
        socket.write(part)
        await new Promise((done) => setImmediate(done))
      }
      socket.end()
    })
  })
  return listen(server)
}

async function look(port: number, changes: object = {}) {
  const target = {
    ...{ kind: 'http', url: `http://${HOST}:${port}/`, method: 'GET', statusFrom: 200, statusTo: 299, contains: '' },
    ...{ header: null, user: '', trust: 'verified', daysLeft: null, ...changes },
  } as Asked
  const allowed = [{ host: HOST, port, reach: 'this-machine' as const }]
  return (await check({ target, secret: '', timeoutMs: 2_000, allowed })).problem
}

test('words are found across pieces and in the writing of the page; a page that breaks off is no page', async () => {
  const pieces = ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', '3\r\n', Buffer.from([0xe9, 0x97, 0xa8])]
  const last = ['\r\n3\r\n', Buffer.from([0xe6, 0x88, 0xb7]), '\r\n0\r\n\r\n']
  expect(await look(await say(...pieces, ...last), { contains: '门户' })).toBe(null)
  const cut = await look(await say(...pieces), { contains: '门户' })
  expect(cut).toMatchObject({ code: 'not-reached', parameters: { reason: 'cut-short' } })
  // Whoever asks for no words has seen all there is to see with the head.
  expect(await look(await say(...pieces))).toBe(null)
  const gbk = [
    'HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=gb2312\r\n\r\n',
    Buffer.from([0xc3, 0xc5, 0xbb, 0xa7]),
  ]
  expect(await look(await say(...gbk), { contains: '门户' })).toBe(null)
  expect(await look(await say('220 mail ready\r\n'))).toMatchObject({ code: 'answered-badly' })
  expect(await look(await say())).toMatchObject({ code: 'not-reached', parameters: { reason: 'no-answer' } })
})
