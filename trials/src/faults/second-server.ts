import { setTimeout as sleep } from 'node:timers/promises'
import { makeTrialServer, untilReady } from '../chaos/trial-server.ts'
import { startWriting } from '../chaos/writing-client.ts'
import type { Fault } from './run-faults.ts'

/** A second server process on the same data folder: both serve, and when it is killed the first goes on undisturbed. */
export const secondServer: Fault = {
  name: 'second server',
  prepare: async () => async () => undefined,
  happen: async ({ server, desk }) => {
    const second = await makeTrialServer(server.dataFolder)
    await second.start()
    const begun = performance.now()
    const both = Number.isFinite(await untilReady(second, begun, 10_000))
    const client = startWriting({ ...desk, address: second.address }, 'second')
    await sleep(2_000)
    process.kill(second.pid(), 'SIGKILL')
    const written = client.writes.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length
    client.abandon()
    const reply = await fetch(`${server.address}/api/ready`)
    return [
      ...(both ? [] : ['the second server never was ready']),
      ...(written === 0 ? ['nothing was written through the second server'] : []),
      ...(reply.status === 200 ? [] : [`the first server says ${reply.status} when the second is killed`]),
    ]
  },
}
