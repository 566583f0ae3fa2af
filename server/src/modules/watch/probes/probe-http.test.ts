import { type AddressInfo, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Asked, check } from './check.ts'

const HOST = '127.0.0.1'
const OK = 'HTTP/1.1 200 OK\r\n'
const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`
const GATE = Buffer.from('门户')
const GATE_IN_GBK = Buffer.from([0xc3, 0xc5, 0xbb, 0xa7])

type Said = readonly (string | Buffer)[]

/** A server that says what it is told to, piece by piece, then ends the line. */
async function say(parts: Said): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', async () => {
      for (const part of parts) {
        socket.write(part)
        await new Promise((done) => setImmediate(done))
      }
      socket.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, HOST, done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

async function look(parts: Said, changes: object = {}) {
  const port = await say(parts)
  const target = {
    ...{ kind: 'http', url: `http://${HOST}:${port}/`, method: 'GET', statusFrom: 200, statusTo: 299, contains: '' },
    ...{ header: null, user: '', trust: 'verified', daysLeft: null, ...changes },
  } as Asked
  const allowed = [{ host: HOST, port, reach: 'this-machine' as const }]
  return (await check({ target, secret: '', timeoutMs: 2_000, allowed })).problem
}

test.each<[string, Said]>([
  ['one without a length', [`${OK}\r\n`, GATE]],
  ['pieces cut apart', [CHUNKED, '3;why=not\r\n', GATE.subarray(0, 3), '\r\n3\r\n', GATE.subarray(3), '\r\n0\r\n\r\n']],
  ['GBK, as it says', [`${OK}content-type: text/html; charset=gb2312\r\n\r\n`, GATE_IN_GBK]],
  ['a writing nobody knows', [`${OK}content-type: text/html; charset=x9\r\n\r\n`, GATE]],
  ['lines of an old device', ['HTTP/1.1 200 OK\nX-Old-Device: yes\n\n', GATE]],
  ['interim answers before it', ['HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n', `${OK}\r\n`, GATE]],
])('words are found in %s', async (_what, parts) => {
  expect(await look(parts, { contains: '门户' })).toBe(null)
  expect(await look(parts, { contains: '大门' })).toMatchObject({ code: 'text-missing' })
})

test('a page that breaks off has no words, and whoever asks for none has seen all with its head', async () => {
  const cut = [CHUNKED, '3\r\n', GATE.subarray(0, 3)]
  expect(await look(cut, { contains: '门户' })).toMatchObject({ code: 'not-reached' })
  expect(await look(cut)).toBe(null)
  expect(await look([])).toMatchObject({ code: 'not-reached' })
})

test.each(['220 mail ready\r\n', 'SSH-2.0-OpenSSH\r\n', 'HTTP/1.1 OK\r\n\r\n', 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n'])(
  '%j is no answer of HTTP',
  async (sent) => {
    expect(await look([sent])).toMatchObject({ code: 'answered-badly' })
  },
)

test('pieces of an unreadable size and a head without end are no page', async () => {
  expect(await look([CHUNKED, 'xyz\r\n'], { contains: '门户' })).toMatchObject({ code: 'not-reached' })
  expect(await look([OK, `x-long: ${'a'.repeat(70_000)}\r\n\r\n`])).toMatchObject({ code: 'answered-badly' })
})

test('a header is found where it was said twice', async () => {
  const header = { name: 'X-Said', contains: 'b=2' }
  expect(await look([`${OK}X-Said: a=1\r\nx-said:  b=2\r\n\r\n`], { header })).toBe(null)
  expect(await look([`${OK}X-Said: a=1\r\n\r\n`], { header })).toMatchObject({ code: 'header-missing' })
})
