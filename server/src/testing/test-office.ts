import type { Role } from '@shiji/contract/directory'
import type { FastifyInstance } from 'fastify'
import { foundDistrict } from '#modules/directory'
import { makeApp } from '../app/make-app.ts'
import type { AnswerBody } from './answer-body.ts'
import type { TestWorld } from './test-world.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Ask = { readonly body?: object | FormData; readonly headers?: Readonly<Record<string, string>> }

export type Answer = {
  readonly status: number
  readonly body: AnswerBody
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, unknown>>
}

/** Someone signed in, who asks over HTTP. */
export type Colleague = {
  readonly personId: string
  readonly unitId: string
  readonly ask: (method: Method, path: string, ask?: Ask) => Promise<Answer>
}

/** A founded district with offices and people, as its administrators would set it up. */
export type TestOffice = {
  readonly app: FastifyInstance
  /** The unit above all others. */
  readonly districtId: string
  readonly system: Colleague
  readonly security: Colleague
  readonly addUnit: (name: string, kind?: 'office' | 'vendor') => Promise<string>
  readonly addPerson: (
    login: string,
    at: { unitId: string; roles: readonly Role[]; name?: string },
  ) => Promise<Colleague>
}

const PASSWORD = 'Chenghu-2026-Lake'

export async function makeOffice(
  world: TestWorld,
  { now, tenant = 'chenghu' }: { now: () => Temporal.Instant; tenant?: 'chenghu' | 'linxi' },
): Promise<TestOffice> {
  const district = tenant === 'chenghu' ? world.district : { ...world.district, db: world.linxi, name: '林溪区' }
  const app = makeApp({ pool: world.pool, district, logLevel: 'silent', now })
  const links = await foundDistrict({ ...world.contextOf({ kind: 'system', name: 'start' }, now()), ...district })
  const join = (code: string, login: string, name = `测试${login}`) => acceptInvitation(app, { code, login, name })
  const codeOf = (role: Role) => links.find((link) => link.role === role)?.code ?? ''
  const system = await join(codeOf('system-administrator'), 'sysadmin')
  const security = await join(codeOf('security-administrator'), 'secadmin')

  return {
    app,
    districtId: system.unitId,
    system,
    security,
    addUnit: async (name, kind = 'office') => {
      const unit = await system.ask('POST', '/units', { body: { parentId: system.unitId, name, kind } })
      return unit.body.id
    },
    addPerson: async (login, { unitId, roles, name = `测试${login}` }) => {
      const invited = await system.ask('POST', '/people', { body: { name, unitId } })
      const person = await join(invited.body.code, login, name)
      await security.ask('PUT', `/people/${person.personId}/roles`, { body: { roles } })
      return person
    },
  }
}

type Accepted = { readonly code: string; readonly login: string; readonly name: string }

async function acceptInvitation(app: FastifyInstance, accepted: Accepted): Promise<Colleague> {
  const body = { ...accepted, password: PASSWORD }
  const reply = await app.inject({ method: 'POST', url: '/api/invitations/accept', payload: body })
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const { id: personId, unitId } = reply.json().person
  return {
    personId,
    unitId,
    ask: async (method, path, { body: given, headers = {} } = {}) => {
      const { payload, type } = await encode(given)
      const answer = await app.inject({
        method,
        url: `/api${path}`,
        headers: { cookie, ...type, ...headers },
        ...(payload === undefined ? {} : { payload }),
      })
      const isJson = String(answer.headers['content-type']).includes('json')
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : answer.body,
        bytes: new Uint8Array(answer.rawPayload),
        headers: answer.headers,
      }
    },
  }
}

async function encode(body: object | FormData | undefined) {
  if (!(body instanceof FormData)) return { payload: body, type: {} }
  const multipart = new Response(body)
  const type = { 'content-type': multipart.headers.get('content-type') ?? '' }
  return { payload: Buffer.from(await multipart.arrayBuffer()), type }
}

/** A file as a browser sends it. */
export function fileForm(name: string, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  form.set('name', name)
  form.set('file', new File([bytes], name))
  return form
}
