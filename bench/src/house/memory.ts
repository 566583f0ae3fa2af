import { readdir, readFile } from 'node:fs/promises'
import { postmasterOf } from '@shiji/trials/chaos/trial-server'
import type { House } from './open-house.ts'

export type Memory = { readonly serverMb: number; readonly databaseMb: number }

/** What is resident now. Memory the database's processes share counts once. */
export async function readMemory({ server }: House): Promise<Memory> {
  const postmaster = await postmasterOf(server.dataFolder)
  const family = [postmaster, ...(await childrenOf(postmaster))]
  const shares = await Promise.all(family.map((pid) => kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss')))
  return {
    serverMb: (await kilobytes(`/proc/${server.pid()}/status`, 'VmRSS')) / 1_024,
    databaseMb: shares.reduce((sum, share) => sum + share, 0) / 1_024,
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(pids.map((pid) => kilobytes(`/proc/${pid}/status`, 'PPid')))
  return pids.filter((_pid, index) => parents[index] === parent)
}

/** A process may end while it is looked at. */
async function kilobytes(file: string, name: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
}
