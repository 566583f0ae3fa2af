import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Pages to be looked at, in a process of their own: what serving them costs is none of the probes'. */
const server = createServer((_request, reply) => reply.end('ok'))
server.keepAliveTimeout = 1_000
server.listen(0, '127.0.0.1', 4_096, () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
process.once('disconnect', () => process.exit())
