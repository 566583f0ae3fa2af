import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeApp } from '@shiji/server/app/make-app'
import { hashToken } from '@shiji/server/modules/directory/session-store'
import type { TrialWorld } from '@shiji/trials/trial-world'
import { timed } from '../measure.ts'
import { agree, openHall } from './hall.ts'
import type { Reviewer } from './seed-cases.ts'

export type Desk = { readonly seconds: number; readonly thinkMs: number }

/**
 * Every reviewer agrees from a browser of their own and thinks: session, rights, the act, the case as it stands then, and
 * the answer parsed by the contract. Server and browsers share this process, so both are in what is waited for.
 */
export async function reviewingOverHttp(world: TrialWorld, reviewers: readonly Reviewer[], desk: Desk) {
  const { pool, chenghu, files, secrets } = world
  const district = { db: chenghu, files, secrets, name: '澄湖区' }
  const app = makeApp({ pool, district, logLevel: 'silent', now: () => Temporal.Now.instant() })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const agent = new Agent({ keepAlive: true, maxSockets: reviewers.length })
  try {
    const { port } = app.server.address() as AddressInfo
    const cookies = await signIn(world, reviewers)
    const hall = await openHall(world, reviewers)
    const waits: number[] = []
    const until = performance.now() + desk.seconds * 1000
    const review = async (cookie: string, seat: number) => {
      await sleep((seat / cookies.length) * desk.thinkMs)
      while (performance.now() < until) {
        const { id, act } = await agree(hall, seat)
        const path = `/api/cases/${id}/acts`
        waits.push(await timed(() => post({ agent, port, path, cookie, body: JSON.stringify({ act }) })))
        await sleep(desk.thinkMs)
      }
    }
    await Promise.all(cookies.map(review))
    return waits
  } finally {
    agent.destroy()
    await app.close()
  }
}

async function signIn({ pool, chenghu: { schema } }: TrialWorld, reviewers: readonly Reviewer[]): Promise<string[]> {
  const tokens = reviewers.map(() => randomBytes(32).toString('base64url'))
  const people = reviewers.map(({ personId }) => personId)
  await pool.query(
    `insert into ${schema}.directory_role (person_id, role, granted_at)
     select person, 'finance-reviewer', now() from unnest($1::uuid[]) as person`,
    [people],
  )
  await pool.query(
    `insert into ${schema}.directory_session (id, token_hash, person_id, started_at, last_seen_at, address, device)
     select uuidv7(), hash, person, now(), now(), '127.0.0.1', 'bench' from unnest($1::text[], $2::uuid[]) as t(hash, person)`,
    [tokens.map(hashToken), people],
  )
  return tokens.map((token) => `shiji=${token}`)
}

type Posted = {
  readonly agent: Agent
  readonly port: number
  readonly path: string
  readonly cookie: string
  readonly body: string
}

function post({ agent, port, path, cookie, body }: Posted): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (reply) => {
      reply.resume()
      reply.on('end', () => (reply.statusCode === 200 ? resolve() : reject(new Error(`answered ${reply.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
