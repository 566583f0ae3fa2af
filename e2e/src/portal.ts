import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A portal of the office on this machine, to be looked at and to fail. */
export type Portal = {
  readonly url: string
  readonly port: number
  /** While broken it answers 503. */
  isBroken: boolean
  readonly close: () => void
}

export async function openPortal(): Promise<Portal> {
  const server = createServer((_request, reply) => {
    reply.statusCode = portal.isBroken ? 503 : 200
    reply.end('门户')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const portal: Portal = { url: `http://127.0.0.1:${port}/`, port, isBroken: false, close: () => server.close() }
  return portal
}
