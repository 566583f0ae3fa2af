import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { makeWorld } from '#testing/test-world'
import { makeApp } from '../../app/make-app.ts'

let app: FastifyInstance

beforeEach(async () => {
  const { pool, chenghu, files } = await makeWorld()
  const now = () => Temporal.Instant.from('2026-03-02T01:00:00Z')
  app = makeApp({ pool, district: { db: chenghu, files, name: '澄湖区' }, logLevel: 'silent', now })
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

test('sentences come in the language the caller reads', async () => {
  const inLanguage = async (language: string) => {
    const reply = await app.inject({ url: '/api/session', headers: { 'accept-language': language } })
    return reply.json().detail
  }
  expect(await inLanguage('en-GB')).toMatch('not signed in')
  expect(await inLanguage('zh-CN')).toMatch('还没有登录')
})
