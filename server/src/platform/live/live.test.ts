import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import { makeApp } from '../../app/make-app.ts'
import { inTransaction } from '../database/transaction.ts'
import { announce, type NewAnnouncement } from './announce.ts'
import { keepListening } from './keep-listening.ts'

let bureau: TestBureau
let closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  bureau = await makeBureau()
})
afterEach(async () => {
  for (const close of closing.toReversed()) await close()
  closing = []
})

/** A server process of its own on the same database, with its own line. */
async function openServer(): Promise<string> {
  const { world } = bureau
  const line = keepListening(world.chenghu)
  const app = makeApp({
    pool: world.pool,
    district: world.district,
    logLevel: 'silent',
    line,
    now: () => Temporal.Instant.from('2021-01-04T01:00:00Z'),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  closing.push(
    () => line.stop(),
    () => app.close(),
  )
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

async function listen(server: string, headers: Record<string, string>) {
  const stop = new AbortController()
  const reply = await fetch(`${server}/api/live`, { headers, signal: stop.signal })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  closing.push(async () => stop.abort())
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    /** Everything heard until these words came. */
    until: async (words: string) => {
      while (!text.includes(words)) {
        const part = await reader?.read()
        if (part === undefined || part.done) throw new Error(`the line ended after ${text}`)
        text += part.value
      }
      return text
    },
  }
}

const tell = (what: NewAnnouncement) => inTransaction(bureau.world.chenghu, (tx) => announce(tx, what))
const cookieOf = async (login: string) => {
  const body = { login, password: 'Chenghu-2026-Lake' }
  const reply = await bureau.office.app.inject({ method: 'POST', url: '/api/session', payload: body })
  return { cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '' }
}

test('what one process announces is heard from another, by those it concerns', async () => {
  const contact = await listen(await openServer(), await cookieOf('linxia'))
  expect(contact).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' })
  await contact.until('event: ready')
  await tell({ topic: 'evidence', about: 'elsewhere', units: ['another unit'] })
  await tell({ topic: 'unheard-of', about: 'nothing', units: [bureau.contact.unitId] })
  await tell({ topic: 'evidence', about: 'here', units: [bureau.contact.unitId] })
  const heard = await contact.until('"here"')
  expect(heard).not.toContain('elsewhere')
  expect(heard).not.toContain('nothing')
})

test('a change that is rolled back is announced to nobody', async () => {
  const contact = await listen(await openServer(), await cookieOf('linxia'))
  await contact.until('event: ready')
  const units = [bureau.contact.unitId]
  const broken = inTransaction(bureau.world.chenghu, async (tx) => {
    await announce(tx, { topic: 'evidence', about: 'never', units })
    throw new Error('rolled back')
  })
  await expect(broken).rejects.toThrow('rolled back')
  await tell({ topic: 'evidence', about: 'after', units })
  expect(await contact.until('"after"')).not.toContain('never')
})

test('after a broken line the next one goes on where it stopped, and an unknown place asks everything again', async () => {
  const server = await openServer()
  const cookie = await cookieOf('linxia')
  const units = [bureau.contact.unitId]
  const first = await listen(server, cookie)
  await first.until('event: ready')
  await tell({ topic: 'evidence', about: 'one', units })
  const id = /id: (\S+)/.exec(await first.until('"one"'))?.[1] ?? ''
  await tell({ topic: 'evidence', about: 'two', units })
  await first.until('"two"')
  const again = await listen(server, { ...cookie, 'last-event-id': id })
  const heard = await again.until('"two"')
  expect(heard).not.toContain('"one"')
  const lost = await listen(server, { ...cookie, 'last-event-id': 'another-process.7' })
  await lost.until('event: missed')
})

test('nobody listens without being signed in, and nobody on too many lines', async () => {
  const server = await openServer()
  expect((await listen(server, {})).status).toBe(401)
  const cookie = await cookieOf('linxia')
  const lines = await Promise.all(Array.from({ length: 8 }, () => listen(server, cookie)))
  expect(lines.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect((await listen(server, cookie)).status).toBe(503)
})
