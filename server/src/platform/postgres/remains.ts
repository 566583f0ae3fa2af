import { readdir, readFile, readlink, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'
import { findPostmaster } from './postmaster.ts'

/** Sessions of a killed database end by themselves as soon as they look up; one deep in a query may not. */
const END_BY_THEMSELVES_MS = 2_000
const END_MS = 10_000

/**
 * Clears away what a killed database left: its sessions, which still hold the shared memory, and a lock file whose
 * process is a corpse nobody buried or a stranger who got the number. PostgreSQL refuses to start over either of them.
 */
export async function clearRemains(folder: DataFolder): Promise<void> {
  for (let waited = 0; waited < END_MS; waited += 50) {
    if ((await findPostmaster(folder)) !== null) return
    const left = await sessionsOn(folder)
    if (left.length === 0) break
    if (waited >= END_BY_THEMSELVES_MS) for (const pid of left) end(pid)
    await sleep(50)
  }
  if ((await findPostmaster(folder)) !== null) return
  await removeStaleLock(folder, join(folder.cluster, 'postmaster.pid'))
  await removeStaleLock(folder, join(folder.socket, '.s.PGSQL.5432.lock'))
}

/** Every process of a database works in its cluster's folder; its corpse has none. */
async function sessionsOn({ cluster }: DataFolder): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) !== cluster) return null
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return words.startsWith('postgres:') ? Number(pid) : null
    }),
  )
  return found.filter((pid) => pid !== null)
}

/** Moved aside before it is read again: a lock another server's database took meanwhile goes back in its place. */
async function removeStaleLock(folder: DataFolder, lock: string): Promise<void> {
  const before = await readFile(lock, 'utf8').catch(() => null)
  if (before === null || (await findPostmaster(folder)) !== null) return
  const aside = `${lock}.stale`
  await rename(lock, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => null)
  if (moved !== null && moved !== before) await rename(aside, lock)
  else await rm(aside, { force: true })
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
