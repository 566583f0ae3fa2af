import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the portal stood at a moment (milliseconds since 1970). */
export type Stood = { readonly atMs: number; readonly wasUp: boolean }

/** A web page of the office on this machine, to be watched and to fail; it keeps its own record of both. */
export type Portal = {
  readonly url: string
  readonly port: number
  /** Each time somebody looked. */
  readonly asked: readonly Stood[]
  /** Each change; it begins up. */
  readonly turns: readonly Stood[]
  /** While it is down it answers 503. */
  readonly turn: (isUp: boolean) => void
  readonly close: () => Promise<void>
}

export async function openPortal(): Promise<Portal> {
  const asked: Stood[] = []
  const turns: Stood[] = []
  let isUp = true
  const server = createServer((_request, reply) => {
    asked.push({ atMs: Date.now(), wasUp: isUp })
    reply.statusCode = isUp ? 200 : 503
    reply.end('门户')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}/`, port, asked, turns },
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
