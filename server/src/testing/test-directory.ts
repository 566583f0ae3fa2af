import type { Role } from '@shiji/contract/directory'
import { makeApp } from '../app/make-app.ts'
import { foundDistrict } from '../modules/directory/index.ts'
import type { AnswerBody } from './answer-body.ts'
import { makeWorld } from './test-world.ts'

export const PASSWORD = 'Chenghu-2026-Lake'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Answer = {
  readonly status: number
  readonly body: AnswerBody
  readonly text: string
  readonly cookie: string
}

/** A district on its first day, spoken to over HTTP, with a clock the test turns. */
export async function openDirectory() {
  const world = await makeWorld()
  const clock = { now: Temporal.Instant.from('2026-03-02T01:00:00Z') }
  const app = makeApp({
    pool: world.pool,
    district: world.district,
    logLevel: 'silent',
    now: () => clock.now,
  })
  const links = await foundDistrict(world.contextOf({ kind: 'system', name: 'start' }, clock.now))

  async function call(
    method: Method,
    url: string,
    { body, cookie, key, from = '10.0.0.1' }: Call = {},
  ): Promise<Answer> {
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const payload = body === undefined ? {} : { payload: body }
    const reply = await app.inject({ method, url: `/api${url}`, headers, remoteAddress: from, ...payload })
    const isJson = String(reply.headers['content-type']).includes('json')
    const cookies = String(reply.headers['set-cookie'] ?? '')
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : null,
      text: reply.payload,
      cookie: cookies.split(';')[0] ?? '',
    }
  }

  async function accept(role: Role, login: string): Promise<Answer> {
    const code = links.find((link) => link.role === role)?.code
    return call('POST', '/invitations/accept', { body: { code, name: `测试${login}`, login, password: PASSWORD } })
  }

  /** Invites somebody into a unit, and lets them in. */
  async function welcome(system: string, person: { name: string; login: string; unitId: string }): Promise<Answer> {
    const { name, login, unitId } = person
    const invited = await call('POST', '/people', { body: { name, unitId }, cookie: system })
    const body = { code: invited.body.code, name, login, password: PASSWORD }
    return call('POST', '/invitations/accept', { body })
  }

  return { world, clock, call, accept, welcome }
}

type Call = {
  readonly body?: object
  readonly cookie?: string
  readonly key?: string
  /** The address the call comes from. */
  readonly from?: string
}
