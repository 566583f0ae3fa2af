import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@shiji/server/testing/programs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')

export type FirstLink = { readonly role: string; readonly link: string }

/** The product as a process of its own, as an office starts it. */
export type TrialServer = {
  readonly address: string
  readonly dataFolder: string
  readonly pid: () => number
  /** Starts it again after it was killed; answers the links of a first start. */
  readonly start: () => Promise<readonly FirstLink[]>
  readonly stop: () => Promise<void>
}

export async function makeTrialServer(dataFolder: string): Promise<TrialServer> {
  const port = await freePort()
  let child: ChildProcess | undefined
  return {
    address: `http://127.0.0.1:${port}`,
    dataFolder,
    pid: () => child?.pid ?? 0,
    start: async () => {
      const words = [...(await wordsOfStart()), '--json', '--port', String(port), '--data', dataFolder]
      const environment = { ...process.env, DATABASE_URL: '', NODE_ENV: 'production' }
      child = spawn(process.execPath, words, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
      return readLinks(child)
    },
    stop: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(30_000)])
    },
  }
}

/** What `npm start` gives to node. */
async function wordsOfStart(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  return scripts.start.split(' ').slice(1)
}

/** The first line of the announcement that is JSON with an address; log lines go the same way. */
async function readLinks(child: ChildProcess): Promise<readonly FirstLink[]> {
  if (child.stdout === null || child.stderr === null) throw new Error('no output to read')
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2_000)
  })
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready: ${complaint}`)))
    lines.on('line', (line) => {
      const said: { address?: string; links?: FirstLink[] } = JSON.parse(line)
      if (said.address !== undefined) resolve(said.links ?? [])
    })
  })
}

/** Milliseconds since `since` when the server says that it is ready; infinite when it does not within `mostMs`. */
export async function untilReady({ address }: TrialServer, since: number, mostMs = 60_000): Promise<number> {
  while (performance.now() - since < mostMs) {
    const reply = await fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (reply?.status === 200) return Math.round(performance.now() - since)
    await sleep(10)
  }
  return Number.POSITIVE_INFINITY
}

/** Every process that names the folder on its command line. */
export async function processesOn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
      return words.some((word) => word.startsWith(folder)) ? Number(pid) : null
    }),
  )
  return found.filter((pid) => pid !== null)
}

export async function postmasterOf(dataFolder: string): Promise<number> {
  const lock = await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(lock.split('\n')[0])
}
