import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../measure.ts'
import { processorMs } from '../processor-time.ts'
import { type Client, type House, SCHEMA } from './open-house.ts'

/** People read before they click: each asks once in so many seconds on average. */
export const THINK_SECONDS = 5
const SECONDS = 60
const WARM_UP_SECONDS = 10
const WRITES_OF_TEN = 2

type Asked = { readonly kind: string; readonly isWrite: boolean; readonly ms: number; readonly status: number }

export type Load = {
  readonly requests: number
  readonly perSecond: number
  readonly p50Ms: number
  /** Of the server and its database together, a request. */
  readonly processorMs: number
  readonly errors: Readonly<Record<string, number>>
  readonly p95Ms: { readonly all: number; readonly reads: number; readonly writes: number }
  readonly byKind: Readonly<Record<string, { readonly count: number; readonly p50: number; readonly p95: number }>>
}

/** Everybody works at once: four of five requests read, one writes a cell of an own declaration. */
export async function runLoad(house: House, clients: readonly Client[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length })
  const forms = await formsByUnit(house)
  const begun = performance.now()
  const until = begun + (WARM_UP_SECONDS + SECONDS) * 1_000
  const asked: (Asked & { at: number })[] = []
  const warm = sleep(WARM_UP_SECONDS * 1_000).then(() => processorMs([house.server]))
  await Promise.all(
    clients.map(async (client) => {
      const person = makePerson({
        client,
        address: house.server.address,
        agent,
        forms: forms.get(client.unitId) ?? forms.get('all') ?? [],
      })
      await sleep(Math.random() * THINK_SECONDS * 1_000)
      while (performance.now() < until) {
        const at = performance.now()
        asked.push({ ...(await person.act()), at })
        await sleep(-Math.log(1 - Math.random()) * THINK_SECONDS * 1_000)
      }
    }),
  )
  const spent = (await processorMs([house.server])) - (await warm)
  agent.destroy()
  const counted = asked.filter(({ at }) => at >= begun + WARM_UP_SECONDS * 1_000 && at < until)
  return { ...summarise(counted), processorMs: spent / counted.length }
}

type Person = {
  readonly client: Client
  readonly address: string
  readonly agent: Agent
  readonly forms: readonly string[]
}
type Opened = {
  readonly id: string
  readonly version: number
  readonly content: { readonly indicators: readonly { readonly target: string | null }[] }
}

function makePerson({ client, address, agent, forms }: Person): { act: () => Promise<Asked> } {
  let open: Opened | null = null
  const ask = async (kind: string, method: string, path: string, body?: object): Promise<Asked & { text: string }> => {
    const begun = performance.now()
    const { status, text } = await send(agent, { url: `${address}/api${path}`, method, cookie: client.cookie, body })
    return { kind, isWrite: method !== 'GET', ms: performance.now() - begun, status, text }
  }
  const read = async (): Promise<Asked> => {
    const dice = Math.random()
    if (dice < 0.4) {
      const asked = await ask('open', 'GET', `/forms/${pick(forms)}`)
      if (asked.status === 200) open = JSON.parse(asked.text)
      return asked
    }
    if (dice < 0.7) return ask('list', 'GET', '/projects')
    if (dice < 0.8) return ask('search', 'GET', `/performance/search?text=${encodeURIComponent(pick(WORDS))}`)
    if (dice < 0.9) return ask('versions', 'GET', `/forms/${open?.id ?? pick(forms)}/versions`)
    return ask('session', 'GET', '/session')
  }
  const write = async (): Promise<Asked> => {
    const form: Opened | null = open
    if (form === null) return read()
    const was = form.content.indicators[0]?.target ?? ''
    const edits = [{ where: 'indicators[0].target', was, now: `≥${Math.ceil(Math.random() * 100)}%` }]
    const asked = await ask('edit', 'POST', `/forms/${form.id}/edits`, { version: form.version, edits })
    if (asked.status === 200) open = JSON.parse(asked.text)
    return asked
  }
  return { act: () => (!client.isSupervisor && Math.random() * 10 < WRITES_OF_TEN / 0.95 ? write() : read()) }
}

type Sent = {
  readonly url: string
  readonly method: string
  readonly cookie: string
  readonly body: object | undefined
}

function send(agent: Agent, { url, method, cookie, body }: Sent): Promise<{ status: number; text: string }> {
  const json = body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return new Promise((resolve) => {
    const sent = request(url, { method, agent, headers: { cookie, ...json } }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', () => resolve({ status: 0, text: '' }))
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

async function formsByUnit({ pool }: House): Promise<Map<string, string[]>> {
  const { rows } = await pool.query(
    `select form.id, project.unit_id from ${SCHEMA}.performance_form form
     join ${SCHEMA}.performance_project project on project.id = form.project_id`,
  )
  const map = new Map<string, string[]>([['all', rows.map(({ id }) => id)]])
  for (const { id, unit_id: unit } of rows) map.set(unit, [...(map.get(unit) ?? []), id])
  return map
}

function summarise(asked: readonly Asked[]): Omit<Load, 'processorMs'> {
  const errors: Record<string, number> = {}
  for (const { status, kind } of asked) {
    if (status !== 200) errors[`${kind} ${status}`] = (errors[`${kind} ${status}`] ?? 0) + 1
  }
  const msOf = (list: readonly Asked[]) => list.map(({ ms }) => ms)
  const byKind = Object.fromEntries(
    [...Map.groupBy(asked, ({ kind }) => kind)].map(([kind, list]) => [
      kind,
      { count: list.length, p50: percentile(msOf(list), 0.5), p95: percentile(msOf(list), 0.95) },
    ]),
  )
  return {
    requests: asked.length,
    perSecond: Math.round(asked.length / SECONDS),
    p50Ms: percentile(msOf(asked), 0.5),
    errors,
    p95Ms: {
      all: percentile(msOf(asked), 0.95),
      reads: percentile(msOf(asked.filter(({ isWrite }) => !isWrite)), 0.95),
      writes: percentile(msOf(asked.filter(({ isWrite }) => isWrite)), 0.95),
    },
    byKind,
  }
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const WORDS = ['网络', '修缮', '安全', '培训', '完成率', '响应', '系统', '满意'] as const
