import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeApp } from '../../app/make-app.ts'
import { migrate } from '../database/migrate.ts'
import { makePool } from '../database/pool.ts'
import { makeDiskFileStore } from '../files/disk-file-store.ts'
import { type EmbeddedPostgres, supervisePostgres } from '../postgres/supervisor.ts'
import { openSecretBox } from '../secrets/key-file.ts'
import { CONTROL_SCHEMA, createTenant } from '../tenants/create-tenant.ts'

const NAME = 'shiji-server-overload'
const now = () => Temporal.Instant.from('2026-03-02T01:00:00Z')
let folder: string
let postgres: EmbeddedPostgres
let pool: Pool
let app: FastifyInstance

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-overload-'))
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'data')
  postgres = await supervisePostgres({ dataFolder, applicationName: NAME, onEvent: () => undefined })
  pool = makePool(postgres.connection, NAME)
  const client = await pool.connect()
  await migrate(client, CONTROL_SCHEMA, 'control')
  client.release()
  const id = '01900000-0000-7000-8000-000000000001'
  const db = await createTenant(pool, { id, slug: 'chenghu', name: '澄湖区', now: now() })
  const secrets = await openSecretBox(dataFolder)
  const district = { db, files: makeDiskFileStore(folder), secrets, name: '澄湖区' }
  app = makeApp({ pool, district, logLevel: 'silent', now })
})

afterEach(async () => {
  await app.close()
  await pool.end()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Reads as someone with a session cookie, and tries to sign in, which writes. */
async function askBoth() {
  const cookie = `shiji=${'a'.repeat(40)}`
  const reading = app.inject({ url: '/api/units', headers: { cookie } })
  const payload = { login: 'zhou', password: 'x' }
  return [await reading, await app.inject({ method: 'POST', url: '/api/session', payload })]
}

async function expectOverloaded(): Promise<void> {
  for (const reply of await askBoth()) {
    expect(reply.json()).toMatchObject({ status: 503, code: 'overloaded' })
    expect(reply.headers['retry-after']).toBe('5')
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
  }
  expect((await app.inject({ url: '/api/health' })).statusCode).toBe(200)
  expect((await app.inject({ url: '/api/ready' })).statusCode).toBe(503)
}

async function expectBack(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await app.inject({ url: '/api/ready' })).statusCode === 200) break
    await sleep(100)
  }
  expect((await askBoth()).map((reply) => reply.json().code)).toEqual(['not-signed-in', 'sign-in-failed'])
}

test('a pool that is all in use is answered with when to come back', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => pool.connect()))
  await expectOverloaded().finally(() => {
    for (const client of taken) client.release()
  })
  await expectBack()
})

test('a database killed under the server is 503 until it is back by itself', async () => {
  process.kill(postgres.pid(), 'SIGKILL')
  const answers = await askBoth()
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 401 && status !== 503)).toEqual([])
  await expectBack()
})

test('a database that answers nothing at all is given up and found again', async () => {
  await askBoth()
  const processes = [postgres.pid(), ...(await childrenOf(postgres.pid()))]
  for (const pid of processes) process.kill(pid, 'SIGSTOP')
  await expectOverloaded().finally(() => {
    for (const pid of processes) process.kill(pid, 'SIGCONT')
  })
  await expectBack()
})

async function childrenOf(pid: number): Promise<number[]> {
  return (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number)
}
