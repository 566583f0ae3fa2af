import { execFile } from 'node:child_process'
import { chmod, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { Desk } from '../chaos/writing-client.ts'
import type { Fault } from './run-faults.ts'

const run = promisify(execFile)
const DISK_MB = 400
const LASTS_MS = 15_000

/** The data folder lies on a small disk of its own, which something else fills to the last byte and later leaves. */
export const diskFull: Fault = {
  name: 'disk full',
  prepare: async (folder) => {
    // Only root may mount; elsewhere the trial says so by this error.
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder])
    await chmod(folder, 0o755)
    return async () => {
      await run('umount', [folder])
    }
  },
  happen: async ({ server, desk }) => {
    const ballast = join(server.dataFolder, '..', 'ballast')
    const until = performance.now() + LASTS_MS
    const seen = new Set<string>()
    let refused = false
    while (performance.now() < until) {
      await fill(ballast)
      // First files do not fit; then the database falls as well.
      if (performance.now() > until - LASTS_MS / 2) await askForLog(server.dataFolder)
      const said = await bringFile(desk)
      refused ||= said === 'disk-full'
      if (!['disk-full', 'overloaded', 'outcome-unknown'].includes(said)) seen.add(`a file brought: ${said}`)
      await sleep(500)
    }
    await rm(ballast)
    return [...seen, ...(refused ? [] : ['nobody was told that the disk is full'])]
  },
}

/** The database keeps some log in reserve; what is asked for beyond it does not fit, and the database ends. */
async function askForLog(dataFolder: string): Promise<void> {
  const client = new Client({ host: join(dataFolder, 'socket'), user: 'shiji', database: 'shiji' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_logical_emit_message(true, $1, repeat($1, 4000000)), pg_switch_wal()', ['ballast'])
  } catch {
    // Away is what it is meant to be.
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function fill(ballast: string): Promise<void> {
  const { bavail, bsize } = await statfs(join(ballast, '..'))
  if (bavail === 0) return
  const file = await open(ballast, 'a')
  try {
    await file.writeFile(Buffer.alloc(bavail * bsize))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}

/** The code of what the desk hears. */
async function bringFile({ address, cookie }: Desk): Promise<string> {
  const body = new FormData()
  body.set('name', '附件.txt')
  body.set('file', new File([crypto.getRandomValues(new Uint8Array(60_000))], '附件.txt'))
  const reply = await fetch(`${address}/api/documents`, { method: 'POST', headers: { cookie }, body })
  const text = await reply.text()
  if (reply.status === 200) return 'taken'
  const { code }: { code: string } = JSON.parse(text)
  if (reply.headers.get('retry-after') === null) return `${code} without Retry-After`
  return code
}
