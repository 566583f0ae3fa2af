import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One question the portal was asked, as it saw it itself. */
export type Asked = { readonly atMs: number; readonly wasUp: boolean }

/** A web page that is watched and keeps its own record of who looked and how it stood. */
export type Portal = {
  readonly port: number
  readonly asked: readonly Asked[]
  /** Each change of its state; it begins up. */
  readonly turns: readonly Asked[]
  readonly turn: (isUp: boolean) => void
  readonly close: () => Promise<void>
}

export async function openPortal(): Promise<Portal> {
  const asked: Asked[] = []
  const turns: Asked[] = []
  let isUp = true
  const server = createServer((_request, reply) => {
    asked.push({ atMs: Date.now(), wasUp: isUp })
    reply.statusCode = isUp ? 200 : 503
    reply.end('门户')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, asked, turns },
    turn: (next) => {
      if (next === isUp) return
      isUp = next
      turns.push({ atMs: Date.now(), wasUp: isUp })
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
