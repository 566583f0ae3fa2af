import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { serveWeb } from './static-files.ts'

let server: FastifyInstance

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-desk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<link nonce="__SHIJI_NONCE__"><meta nonce="__SHIJI_NONCE__">')
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  await writeFile(join(folder, 'assets', 'desk-1a2b.js'), 'start()')
  await writeFile(join(folder, 'assets', 'desk-1a2b.js.br'), 'compressed')
  server = Fastify()
  server.get('/api/health', async () => ({ status: 'alive' }))
  const phone = await mkdtemp(join(tmpdir(), 'shiji-phone-'))
  onTestFinished(() => rm(phone, { recursive: true }))
  await mkdir(join(phone, 'assets'))
  await writeFile(join(phone, 'index.html'), '<div id="phone">')
  await writeFile(join(phone, 'service-worker.js'), 'keep()')
  await writeFile(join(phone, 'assets', 'phone-1a2b.js'), 'start()')
  await serveWeb(server, { deskFolder: folder, phoneFolder: phone })
})

async function get(url: string, headers: Record<string, string> = {}) {
  const reply = await server.inject({ method: 'GET', url, headers })
  return { status: reply.statusCode, body: reply.body, header: (name: string) => reply.headers[name] }
}

test.each(['/', '/people', '/forms/0190/print', '/people?search=%E5%91%A8', '/people?search=a.b'])(
  '%s is the page of the desk',
  async (url) => {
    const { status, body, header } = await get(url)
    expect([status, header('content-type'), header('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ])
    expect(body).not.toContain('__SHIJI_NONCE__')
  },
)

test('every page has a nonce of its own, and the policy names it and nothing inline', async () => {
  const [first, second] = [await get('/'), await get('/')]
  const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1]
  expect(first.header('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(first.header('content-security-policy')).not.toMatch(/unsafe|https?:/)
  expect(second.body).not.toBe(first.body)
})

test('hashed assets stay for a year, already compressed; the rest is asked for again', async () => {
  const asset = await get('/assets/desk-1a2b.js', { 'accept-encoding': 'br' })
  expect([asset.body, asset.header('content-encoding')]).toEqual(['compressed', 'br'])
  expect(asset.header('content-type')).toMatch('javascript')
  expect(asset.header('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/favicon.svg')).header('cache-control')).toBe('no-cache')
})

test.each(['/m/', '/m/call', '/m/tickets/0190', '/m/index.html'])('%s is the page of the phone', async (url) => {
  const { status, body, header } = await get(url)
  expect([status, body, header('cache-control')]).toEqual([200, '<div id="phone">', 'no-cache'])
  expect(header('content-security-policy')).toContain("style-src 'self';")
  expect(header('content-security-policy')).not.toMatch(/unsafe|nonce|https?:/)
})

test('the phone is asked for below /m/, and its worker anew each time', async () => {
  expect([(await get('/m')).status, (await get('/m')).header('location')]).toEqual([302, '/m/'])
  expect((await get('/m/service-worker.js')).header('cache-control')).toBe('no-cache')
  expect((await get('/m/assets/phone-1a2b.js')).header('cache-control')).toBe('public, max-age=31536000, immutable')
})

const NOWHERE = ['/api/nothing', '/assets/gone-3c4d.js', '/m/assets/gone-3c4d.js', '/metrics/x']
const TRIED = ['/.env', '/.git/config', '/backup.zip', '/x/y.php?a=1', '/robots.txt', '/m/none.js']

test.each([...NOWHERE, ...TRIED])('%s is not answered with the page', async (url) => {
  const { status, body } = await get(url)
  expect([status, body]).toEqual([404, ''])
})

test('what the office keeps stays in no cache', async () => {
  expect((await get('/api/health')).header('cache-control')).toBe('no-store')
})

test.each(['/', '/favicon.svg', '/assets/desk-1a2b.js', '/api/health'])('%s may not be sniffed', async (url) => {
  const { header } = await get(url)
  expect([header('x-content-type-options'), header('referrer-policy')]).toEqual(['nosniff', 'same-origin'])
})
