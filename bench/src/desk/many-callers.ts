import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { postmasterOf, type TrialServer } from '@shiji/trials/chaos/trial-server'
import { percentile } from '../measure.ts'

const WARM_UP_SECONDS = 3
/** What Linux counts the time of a process in. */
const TICKS_A_SECOND = 100

export type Callers = {
  readonly creates: number
  readonly perSecond: number
  readonly p95Ms: number
  /** Of the server and its database together. */
  readonly cpuMsEach: number
  readonly failed: number
  /** Calls that were answered as logged: they must be there. */
  readonly logged: readonly string[]
}

type Calling = {
  /** Callers are spread over them. */
  readonly servers: readonly TrialServer[]
  readonly seconds: number
  readonly cookies: readonly string[]
  readonly schools: readonly string[]
}

/** Everybody logs one call after the other over HTTP, without a pause. */
export async function runCallers({ servers, seconds, cookies, schools }: Calling): Promise<Callers> {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length })
  const begun = performance.now()
  const from = begun + WARM_UP_SECONDS * 1_000
  const until = from + seconds * 1_000
  const asked: { at: number; ms: number; status: number; id: string }[] = []
  const warm = new Promise((done) => setTimeout(done, WARM_UP_SECONDS * 1_000)).then(() => cpuMs(servers))
  await Promise.all(
    cookies.map(async (cookie, who) => {
      const address = servers[who % servers.length]?.address ?? ''
      for (let count = who; performance.now() < until; count += cookies.length) {
        const [at, id] = [performance.now(), randomUUID()]
        const status = await call(agent, { address, cookie, id, unitId: schools[count % schools.length] ?? '' })
        asked.push({ at, ms: performance.now() - at, status, id })
      }
    }),
  )
  const spent = (await cpuMs(servers)) - (await warm)
  agent.destroy()
  const counted = asked.filter(({ at }) => at >= from)
  return {
    creates: counted.length,
    perSecond: Math.round(counted.length / seconds),
    p95Ms: percentile(
      counted.map(({ ms }) => ms),
      0.95,
    ),
    cpuMsEach: spent / counted.length,
    failed: asked.filter(({ status }) => status !== 200).length,
    logged: asked.filter(({ status }) => status === 200).map(({ id }) => id),
  }
}

type Call = { readonly address: string; readonly cookie: string; readonly id: string; readonly unitId: string }

function call(agent: Agent, { address, cookie, id, unitId }: Call): Promise<number> {
  const at = new Date().toISOString()
  const told = { what: '二楼无法上网', service: 'network', scope: 'one', time: { happenedAt: at, sentAt: at } }
  const body = JSON.stringify({ id, callerId: null, callerName: '王老师', unitId, ...told })
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return new Promise((resolve) => {
    const sent = request(`${address}/api/desk/tickets`, { method: 'POST', agent, headers }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
  })
}

/** What the servers and every process of their database have used so far. */
async function cpuMs(servers: readonly TrialServer[]): Promise<number> {
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
