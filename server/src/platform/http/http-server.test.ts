import type { FastifyInstance } from 'fastify'
import { Pool } from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { makeWorld } from '#testing/test-world'
import { makeApp } from '../../app/make-app.ts'

let app: FastifyInstance

beforeEach(async () => {
  const { pool, district } = await makeWorld()
  const now = () => Temporal.Instant.from('2026-03-02T01:00:00Z')
  app = makeApp({ pool, district, logLevel: 'silent', now })
})

test.each([
  ['half a JSON', '{"id":', 'application/json'],
  ['a multipart without its end', '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n', 'multipart/form-data'],
  ['a type nobody knows', 'x', 'application/x-unknown'],
])('%s is answered with a sentence', async (_title, payload, type) => {
  const headers = { 'content-type': type }
  const reply = await app.inject({ method: 'POST', url: '/api/session', headers, payload })
  expect(reply.json()).toMatchObject({ status: 422, code: 'input-invalid' })
})

test.each([
  ['a NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b'],
])('text with %s, which the database cannot keep, is refused and not a failure', async (_title, login) => {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: 'x' } })
  expect(reply.json()).toMatchObject({ status: 422, code: 'input-invalid' })
})

test.each([
  ['more than a page of input', { 'content-length': String(3 * 2 ** 20) }, 413, 'body-too-large'],
  ['no length', { 'transfer-encoding': 'chunked' }, 411, 'length-missing'],
])('a body with %s is refused at the door', async (_title, headers, status, code) => {
  const reply = await app.inject({ method: 'POST', url: '/api/session', headers })
  expect(reply.json()).toMatchObject({ status, code })
})

test('whoever sends too much over the network hears why', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  const body = new Uint8Array(40 * 2 ** 20)
  const reply = await fetch(`${address}/api/documents`, { method: 'POST', body })
  expect([reply.status, await reply.json()]).toEqual([413, expect.objectContaining({ code: 'body-too-large' })])
})

test('while the database is away callers are told that nothing happened and when to come back', async () => {
  const pool = new Pool({ host: '/nowhere', database: 'none' })
  const { district: near } = await makeWorld()
  const district = { ...near, db: { pool, schema: 'tenant_chenghu' } }
  const away = makeApp({ pool, district, logLevel: 'silent', now: () => Temporal.Instant.from('2026-03-02T01:00:00Z') })
  const body = { login: 'linxia', password: 'x' }
  const asked = await away.inject({ url: '/api/session', headers: { cookie: `shiji=${'a'.repeat(40)}` } })
  const signing = await away.inject({ method: 'POST', url: '/api/session', payload: body })
  for (const reply of [asked, signing]) {
    expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([503, 'overloaded', '5'])
  }
})

test('sentences come in the language the caller reads', async () => {
  const inLanguage = async (language: string) => {
    const reply = await app.inject({ url: '/api/session', headers: { 'accept-language': language } })
    return reply.json().detail
  }
  expect(await inLanguage('en-GB')).toMatch('not signed in')
  expect(await inLanguage('zh-CN')).toMatch('还没有登录')
})
