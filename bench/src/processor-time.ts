import { readdir, readFile } from 'node:fs/promises'
import { postmasterOf, type TrialServer } from '@shiji/trials/chaos/trial-server'

/** What Linux counts the time of a process in. */
const TICKS_A_SECOND = 100

/** What the servers and every process of their database have used so far, in milliseconds of one processor. */
export async function processorMs(servers: readonly TrialServer[]): Promise<number> {
  const [first] = servers
  const postmaster = first === undefined ? 0 : await postmasterOf(first.dataFolder)
  const own = new Set([postmaster, ...servers.map((server) => server.pid())])
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, ...(await statOf(pid)) })))
  const ours = stats.filter(({ pid, parent }) => own.has(pid) || parent === postmaster)
  return (ours.reduce((sum, { ticks }) => sum + ticks, 0) * 1_000) / TICKS_A_SECOND
}

/** Fields 4, 14, 15 of proc(5) stat, and of a database's master what its ended children used (16, 17). */
async function statOf(pid: number): Promise<{ parent: number; ticks: number }> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return { parent: fields[1] ?? 0, ticks: [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0) }
}
