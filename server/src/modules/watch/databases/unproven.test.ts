import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { check } from '../probes/check.ts'
import { CHECKUP_PACK } from './checkup-pack.ts'
import { openOracleGate } from './oracle-gate.ts'
import { ORACLE_QUESTIONS } from './questions/oracle.ts'
import { SQLSERVER_QUESTIONS } from './questions/sqlserver.ts'
import { sayUnasked } from './say-checkup.ts'

const HERE = '127.0.0.1'

async function serve(answer: (socket: Socket) => void): Promise<{ port: number; calls: () => number }> {
  let calls = 0
  const server = createServer((socket) => {
    calls += 1
    socket.on('error', () => undefined)
    answer(socket)
  })
  server.listen(0, HERE)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, calls: () => calls }
}

async function look(kind: 'oracle' | 'sqlserver', port: number, database = 'ORCL') {
  const target = { kind, host: HERE, port, database, user: 'watcher', isSecure: false }
  const allowed = [{ host: HERE, port, reach: 'this-machine' as const }]
  return (await check({ target, secret: 'hidden-word', timeoutMs: 1_500, allowed })).problem
}

/** A packet of Oracle Net: length, sum, kind, flags, sum. */
function packet(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(8 + body.length, 0)
  head[4] = kind
  return Buffer.concat([head, body])
}

const [ACCEPT, REFUSE, REDIRECT, RESEND] = [2, 4, 5, 11]

test('a listener of Oracle that sends its callers on to another address sends us nowhere', async () => {
  const other = await serve((socket) => socket.destroy())
  const address = Buffer.from(`(ADDRESS=(PROTOCOL=tcp)(HOST=${HERE})(PORT=${other.port}))`)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(address.length)
  const listener = await serve((socket) =>
    socket.once('data', () => socket.write(packet(REDIRECT, Buffer.concat([length, address])))),
  )
  expect((await look('oracle', listener.port))?.code).toBe('not-reached')
  expect([listener.calls(), other.calls()]).toEqual([1, 0])
})

test('what a listener of Oracle says in pieces passes whole, and after it accepted nothing is looked at', async () => {
  const said = [
    packet(RESEND, Buffer.alloc(0)),
    packet(ACCEPT, Buffer.from('accepted')),
    packet(REDIRECT, Buffer.from('x')),
  ]
  const whole = Buffer.concat(said)
  const listener = await serve((socket) => {
    socket.setNoDelay(true)
    for (const byte of whole) socket.write(Buffer.from([byte]))
    socket.end()
  })
  const pinned = { address: HERE, family: 4 as const }
  const signal = AbortSignal.timeout(5_000)
  const reached = { host: HERE, port: listener.port, pinned, secret: '', signal, timeoutMs: 5_000 }
  const gate = await openOracleGate(reached, false)
  const socket = connect(gate.port, HERE)
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  await once(socket, 'close')
  gate.close()
  expect(Buffer.concat(parts)).toEqual(whole)
})

type Place = readonly ['oracle' | 'sqlserver', string, (socket: Socket) => void]
const REFUSED = packet(REFUSE, Buffer.alloc(4))
const PAGE = 'HTTP/1.1 400 Bad Request\r\n\r\n'

test.each<Place>([
  ['oracle', 'refuses', (socket) => void socket.once('data', () => socket.end(REFUSED))],
  ['oracle', 'talks of something else', (socket) => void socket.end(PAGE)],
  ['oracle', 'hangs up', (socket) => void socket.destroy()],
  ['sqlserver', 'talks of something else', (socket) => void socket.end(PAGE)],
  ['sqlserver', 'hangs up', (socket) => void socket.destroy()],
])('a place where %s is looked for and that %s is out', async (kind, _what, answer) => {
  const { port } = await serve(answer)
  const problem = await look(kind, port)
  expect(problem?.code).toMatch(/^(not-reached|too-slow)$/)
  expect(JSON.stringify(problem)).not.toContain('hidden-word')
})

test.each(['oracle', 'sqlserver'] as const)(
  'a place that says nothing to %s is out when its time is over',
  async (kind) => {
    const { port } = await serve(() => undefined)
    expect((await look(kind, port))?.code).toMatch(/^(not-reached|too-slow)$/)
  },
)

test('a service of Oracle is a name; settings of a connection written there are not taken', async () => {
  const { port, calls } = await serve((socket) => socket.destroy())
  expect((await look('oracle', port, `x?https_proxy=10.0.0.1`))?.code).toBe('not-reached')
  expect(calls()).toBe(0)
})

/** Columns a question names, and the rules it tells of. */
function columnsOf(sql: string): string[] {
  return [...sql.matchAll(/ as "([a-z]+)"/g)].map(([, name = '']) => name)
}
function rulesOf(sql: string): string[] {
  const keys = new Set(CHECKUP_PACK.rules.map(({ key }) => key))
  return [...sql.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, key = '']) => key).filter((key) => keys.has(key))
}

test.each([...ORACLE_QUESTIONS, ...SQLSERVER_QUESTIONS])(
  'a question about $area tells what its rules have to say: %#',
  ({ area, sql }) => {
    const rules = rulesOf(sql)
    expect(rules.length).toBeGreaterThan(0)
    const columns = [...columnsOf(sql), 'endsOn']
    for (const key of rules) {
      const rule = CHECKUP_PACK.rules.find((one) => one.key === key)
      const needed = [...(rule?.reason.zh ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      expect([rule?.area, needed.filter((name) => !columns.includes(name))]).toEqual([area, []])
    }
  },
)

test('every check-up of an engine nobody has tried says so', () => {
  expect(sayUnasked('oracle', [], 'zh')).toEqual([expect.stringContaining('未在真实服务器上验证')])
  expect(sayUnasked('sqlserver', [], 'en')).toEqual([expect.stringContaining('untested on a live server')])
  expect(sayUnasked('postgres', [], 'zh')).toEqual([])
})
