import { createSocket } from 'node:dgram'
import { createServer as createWeb } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Asked } from '@shiji/server/modules/watch/probes/check'
import type { TrialPostgres } from '@shiji/trials/trial-world'

/** A real server that can be taken away and brought back on its port. */
export type Gate = {
  readonly target: Asked
  readonly secret: string
  readonly port: number
  readonly shut: () => Promise<void>
  readonly open: () => Promise<void>
  /** For good. */
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'

export async function openGates(postgres: TrialPostgres): Promise<readonly Gate[]> {
  const web = await lineGate(createWeb((_asked, reply) => reply.end('ok')))
  const plain = await lineGate(createServer((socket) => socket.on('error', () => undefined)))
  const database = await lineGate(createServer((socket) => passOn(socket, postgres)))
  const page = { method: 'GET', statusFrom: 200, statusTo: 299, contains: '', header: null, user: '' } as const
  const signIn = { isSecure: false, database: 'postgres', user: postgres.user } as const
  return [
    {
      ...{ ...web, secret: '' },
      target: { kind: 'http', url: `http://${HOST}:${web.port}/`, ...page, trust: 'verified', daysLeft: null },
    },
    { ...plain, secret: '', target: { kind: 'tcp', host: HOST, port: plain.port } },
    { ...database, secret: '', target: { kind: 'postgres', host: HOST, port: database.port, ...signIn } },
    await nameGate(),
  ]
}

async function lineGate(server: Server): Promise<Omit<Gate, 'target' | 'secret'>> {
  const lines = new Set<Socket>()
  server.on('connection', (line) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, HOST, done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const shut = () => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    for (const line of lines) line.destroy()
    return closed
  }
  return { port, open: () => listen(port), shut, close: shut }
}

/** The database listens on a socket in a folder; a probe comes over the network. */
function passOn(socket: Socket, { host }: TrialPostgres): void {
  const inside = connect(`${host}/.s.PGSQL.5432`)
  inside.on('error', () => socket.destroy())
  socket.on('error', () => inside.destroy())
  socket.once('close', () => inside.destroy())
  socket.pipe(inside).pipe(socket)
}

/** A server of names that knows one; shut, it is silent. */
async function nameGate(): Promise<Gate> {
  let isOpen = true
  const socket = createSocket('udp4')
  socket.on('message', (asked, from) => {
    if (!isOpen) return
    const question = asked.subarray(12, asked.indexOf(0, 12) + 5)
    const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 1, 2, 3])
    const head = Buffer.concat([asked.subarray(0, 2), Buffer.from([0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])])
    socket.send(Buffer.concat([head, question, record]), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, HOST, done))
  // It ends with the bench.
  socket.unref()
  const { port } = socket.address()
  const turn = async (to: boolean) => {
    isOpen = to
  }
  const target = { kind: 'dns', host: HOST, port, name: 'portal.example', record: 'A', contains: '' } as const
  return { target, secret: '', port, open: () => turn(true), shut: () => turn(false), close: () => turn(false) }
}
