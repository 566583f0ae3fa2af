import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { check } from '@shiji/server/modules/watch/probes/check'
import { runProbes, type Watched } from '@shiji/server/modules/watch/run-probes'

export type Looked = {
  readonly checks: number
  readonly failures: number
  /** Milliseconds a look began after it was due. */
  readonly lateMs: readonly number[]
  readonly cpuMsACheck: number
  readonly residentMb: number
  /** Monitors that had answered when one interval was over. */
  readonly startedWithin: number
}

const EVERY_SECONDS = 20
const TIMEOUT_MS = 10_000

/** So many pages looked at every twenty seconds by this one process; the first interval starts them, the others count. */
export async function lookAtPages({ monitors, intervals }: { monitors: number; intervals: number }): Promise<Looked> {
  const pages = await openPages()
  const allowed = [{ host: '127.0.0.1', port: pages.port, reach: 'this-machine' }] as const
  const counted = { checks: 0, failures: 0, lateMs: [] as number[], seen: new Set<string>() }
  const runner = runProbes({
    look: ({ target, secret, timeoutMs }) =>
      target.kind === 'push' ? Promise.resolve(null) : check({ target, secret, timeoutMs, allowed }),
    take: ({ probeId, isUp }) => {
      counted.seen.add(probeId)
      counted.checks += 1
      if (!isUp) counted.failures += 1
    },
    late: (ms) => counted.lateMs.push(ms),
  })
  try {
    runner.set(Array.from({ length: monitors }, (_, index) => pageOf(pages.port, index)))
    // A timeout more: the last of them may still be on its way.
    await sleep(EVERY_SECONDS * 1_000 + 1_000)
    const startedWithin = counted.seen.size
    Object.assign(counted, { checks: 0, failures: 0, lateMs: [] })
    const before = process.cpuUsage()
    await sleep(EVERY_SECONDS * 1_000 * intervals)
    const { user, system } = process.cpuUsage(before)
    const { checks, failures, lateMs } = counted
    const residentMb = process.memoryUsage.rss() / 2 ** 20
    return { checks, failures, lateMs, cpuMsACheck: (user + system) / 1_000 / checks, residentMb, startedWithin }
  } finally {
    runner.stop()
    pages.close()
  }
}

async function openPages(): Promise<{ readonly port: number; readonly close: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'page-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const { stdout } = child
  if (stdout === null) throw new Error('the pages have nowhere to say their port')
  for await (const line of createInterface({ input: stdout })) {
    return { port: Number(line), close: () => void child.kill() }
  }
  throw new Error('the pages were not served')
}

function pageOf(port: number, index: number): Watched {
  return {
    ...{ id: randomUUID(), everySeconds: EVERY_SECONDS, timeoutMs: TIMEOUT_MS, retries: 1, retrySeconds: 10 },
    ...{ secret: '', parentId: null, beatAt: null },
    target: {
      ...{ kind: 'http', url: `http://127.0.0.1:${port}/${index}`, method: 'GET', statusFrom: 200, statusTo: 299 },
      ...{ contains: '', header: null, user: '', trust: 'verified', daysLeft: null },
    },
  }
}
