import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill } from '../chaos/kill.ts'
import { postmasterOf } from '../chaos/trial-server.ts'
import { lookFromDesk } from './look-from-desk.ts'
import type { Fault } from './run-faults.ts'

const LOOK_EVERY_MS = 5_000

/** The database is killed and its folder barred, so that it cannot come back before the time is over. */
export const databaseAway: Fault = {
  name: 'database away',
  prepare: async () => async () => undefined,
  happen: async ({ server, desk, seconds }) => {
    const cluster = join(server.dataFolder, 'postgres')
    const postmaster = await postmasterOf(server.dataFolder)
    await chmod(cluster, 0o000)
    kill(postmaster)
    const until = performance.now() + seconds * 1_000
    const seen = new Set<string>()
    await sleep(1_000)
    while (performance.now() < until) {
      for (const what of await lookFromDesk(desk, ['overloaded', 'outcome-unknown'])) seen.add(what)
      await sleep(LOOK_EVERY_MS)
    }
    await chmod(cluster, 0o700)
    return [...seen]
  },
}
