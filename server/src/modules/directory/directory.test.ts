import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { makeApp } from '../../app/make-app.ts'
import { type FirstLink, foundDistrict } from './index.ts'

let world: TestWorld
let app: FastifyInstance
let links: readonly FirstLink[]
let now: Temporal.Instant

const PASSWORD = 'Chenghu-2026-Lake'

beforeEach(async () => {
  world = await makeWorld()
  now = Temporal.Instant.from('2026-03-02T01:00:00Z')
  app = makeApp({
    pool: world.pool,
    district: world.district,
    logLevel: 'silent',
    now: () => now,
  })
  links = await foundDistrict(world.contextOf({ kind: 'system', name: 'start' }, now))
})

async function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  { body, cookie }: { body?: object; cookie?: string } = {},
) {
  const headers = cookie === undefined ? {} : { cookie }
  const reply = await app.inject({
    method,
    url: `/api${url}`,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  })
  const setCookie = reply.headers['set-cookie']
  return {
    status: reply.statusCode,
    body: reply.json(),
    cookie: typeof setCookie === 'string' ? setCookie.split(';')[0] : undefined,
  }
}

async function accept(role: string, login: string) {
  const code = links.find((link) => link.role === role)?.code
  return call('POST', '/invitations/accept', { body: { code, name: `测试${login}`, login, password: PASSWORD } })
}

test('the first administrator comes in by a link that works once', async () => {
  const first = await accept('system-administrator', 'sysadmin')
  expect(first.status).toBe(200)
  expect(first.body.permissions).toContain('directory.manage-units')
  expect(await accept('system-administrator', 'another')).toMatchObject({
    status: 404,
    body: { code: 'invitation-invalid' },
  })
})

test('signs in, knows who is there, signs out, and the session is gone', async () => {
  await accept('system-administrator', 'sysadmin')
  const { cookie = '' } = await call('POST', '/session', { body: { login: 'SysAdmin', password: PASSWORD } })
  expect((await call('GET', '/session', { cookie })).body.person.login).toBe('sysadmin')
  await call('DELETE', '/session', { cookie })
  expect((await call('GET', '/session', { cookie })).status).toBe(401)
})

test('five wrong tries make that address wait, and only it and only for a quarter of an hour', async () => {
  await accept('system-administrator', 'sysadmin')
  for (let index = 0; index < 5; index += 1) {
    expect((await call('POST', '/session', { body: { login: 'sysadmin', password: 'wrong' } })).status).toBe(401)
  }
  const right = { body: { login: 'sysadmin', password: PASSWORD } }
  expect(await call('POST', '/session', right)).toMatchObject({ status: 429, body: { code: 'try-later' } })
  now = now.add({ minutes: 16 })
  expect((await call('POST', '/session', right)).status).toBe(200)
})

test('a session ends after half an hour without a click', async () => {
  const { cookie = '' } = await accept('system-administrator', 'sysadmin')
  now = now.add({ minutes: 31 })
  expect((await call('GET', '/session', { cookie })).status).toBe(401)
})

test('the one who creates people cannot grant, the one who grants cannot create, nobody grants to themselves', async () => {
  const system = (await accept('system-administrator', 'sysadmin')).cookie ?? ''
  const security = (await accept('security-administrator', 'secadmin')).cookie ?? ''
  const [unit] = (await call('GET', '/units', { cookie: system })).body
  const invited = await call('POST', '/people', { body: { name: '林知夏', unitId: unit.id }, cookie: system })
  const roles = { body: { roles: ['project-contact'] } }

  expect((await call('POST', '/people', { body: { name: '乙', unitId: unit.id }, cookie: security })).status).toBe(403)
  expect((await call('PUT', `/people/${invited.body.personId}/roles`, { ...roles, cookie: system })).status).toBe(403)
  expect((await call('PUT', `/people/${invited.body.personId}/roles`, { ...roles, cookie: security })).status).toBe(200)
  const twice = { body: { roles: ['project-contact', 'project-contact'] } }
  const granted = await call('PUT', `/people/${invited.body.personId}/roles`, { ...twice, cookie: security })
  expect(granted.body.roles).toEqual(['project-contact'])
  const me = (await call('GET', '/session', { cookie: security })).body.person.id
  expect((await call('PUT', `/people/${me}/roles`, { ...roles, cookie: security })).body.code).toBe('not-to-yourself')
})

test.each([
  ['a word for a number', { login: 5, password: 'x' }],
  ['nothing at all', {}],
])('answers %s with a sentence and not with a failure', async (_title, body) => {
  const reply = await call('POST', '/session', { body })
  expect(reply).toMatchObject({ status: 422, body: { code: 'input-invalid' } })
})
