import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { TrialServer } from '@shiji/trials/chaos/trial-server'
import { percentile } from '../measure.ts'
import { processorMs } from '../processor-time.ts'
import { sentenceOf } from './seed-desk.ts'

const WARM_UP_SECONDS = 3
/** Neighbours of a sentence are alike; people who call at one time are not. */
const LEAP = 7_919

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
  const warm = new Promise((done) => setTimeout(done, WARM_UP_SECONDS * 1_000)).then(() => processorMs(servers))
  await Promise.all(
    cookies.map(async (cookie, who) => {
      const address = servers[who % servers.length]?.address ?? ''
      for (let count = who; performance.now() < until; count += cookies.length) {
        const [at, id] = [performance.now(), randomUUID()]
        const unitId = schools[count % schools.length] ?? ''
        const status = await call(agent, { address, cookie, id, unitId, what: sentenceOf(count * LEAP) })
        asked.push({ at, ms: performance.now() - at, status, id })
      }
    }),
  )
  const spent = (await processorMs(servers)) - (await warm)
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

type Call = {
  readonly address: string
  readonly cookie: string
  readonly id: string
  readonly unitId: string
  readonly what: string
}

function call(agent: Agent, { address, cookie, id, unitId, what }: Call): Promise<number> {
  const at = new Date().toISOString()
  const told = { what, service: 'network', scope: 'one', time: { happenedAt: at, sentAt: at } }
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
