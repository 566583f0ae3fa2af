import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import { type Answer, bad, FINE, type Reached } from './finding.ts'

const run = promisify(execFile)

/** An echo has no port: a host that may be asked at any of its ports may be asked for an echo. */
export function echoPort(host: string, allowed: readonly Allowed[]): number | null {
  return allowed.find((one) => one.host === host)?.port ?? null
}

/**
 * One echo by the machine's own ping, which has the right to send it; this process needs none. The judged address is
 * given, never the name.
 */
export async function probeIcmp({ host, pinned, signal, timeoutMs }: Reached): Promise<Answer> {
  const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1000)))
  try {
    await run('ping', ['-n', '-q', '-c', '1', '-W', seconds, pinned.address], { signal, env: ENVIRONMENT })
    return FINE
  } catch (error) {
    signal.throwIfAborted()
    return judge(error, host)
  }
}

/** Its words are not read, and nothing of this process is told to it. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '', LC_ALL: 'C' }
/** What ping leaves with when nothing came back; anything else is its own trouble. */
const NOTHING_CAME = 1

function judge(error: unknown, host: string): Answer {
  const { code, stderr } = error as { readonly code?: number | string; readonly stderr?: string }
  if (code === NOTHING_CAME) return bad('no-echo', { host })
  const isMissing = code === 'ENOENT' || code === 'EACCES'
  return bad('ping-missing', {
    reason: isMissing ? code : (stderr ?? '').trim().split('\n')[0]?.slice(0, 80) || 'ping',
  })
}
