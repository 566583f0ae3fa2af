import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { read } from '#platform/database/transaction'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

let world: TestWorld
let office: TestOffice
let engineer: Colleague
let folder: string

const PATIENCE = { timeout: 60_000, interval: 200 }
const PROGRAM = join(import.meta.dirname, '../../../cli/shiji.js')

beforeEach(async () => {
  world = await makeWorld()
  office = await makeOffice(world, { now: () => Temporal.Now.instant() })
  engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
  folder = await mkdtemp(join(tmpdir(), 'shiji-vantage-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

async function openPage() {
  const page = createServer((_request, reply) => reply.end('fine'))
  page.listen(0, '127.0.0.1')
  await once(page, 'listening')
  onTestFinished(() => void page.close())
  const { port } = page.address() as AddressInfo
  const allowed = { host: '127.0.0.1', port, reach: 'this-machine' }
  await office.system.ask('PUT', '/outgoing-addresses', { body: allowed })
  return { page, port }
}

/** A way to the server that can be broken off without the server. */
async function openWay(isAway: () => boolean): Promise<string> {
  const address = await office.app.listen({ port: 0, host: '127.0.0.1' })
  const gate = createServer(async (asked, reply) => {
    if (isAway()) return void asked.socket.destroy()
    const parts = await Array.fromAsync(asked)
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${address}${asked.url}`, { method: 'POST', headers, body: Buffer.concat(parts) })
    reply.writeHead(answer.status, headers).end(await answer.text())
  })
  gate.listen(0, '127.0.0.1')
  await once(gate, 'listening')
  onTestFinished(() => void gate.close())
  return `http://127.0.0.1:${(gate.address() as AddressInfo).port}`
}

async function addProbe(port: number) {
  const { id: vantageId, word } = (await engineer.ask('POST', '/watch/vantages', { body: { name: '二小' } })).body
  await writeFile(join(folder, 'word'), `${word}\n`)
  const probe = {
    ...{ name: '门户', service: '门户', deskService: 'application', everySeconds: 10, timeoutMs: 1000, retries: 0 },
    ...{ target: { kind: 'tcp', host: '127.0.0.1', port }, retrySeconds: 10, parentId: null, isOn: true, secret: null },
    ...{ quorum: { kind: 'in-a-row', failures: 1, successes: 1 }, watchedFrom: { vantages: [vantageId], needed: 1 } },
  }
  return (await engineer.ask('POST', '/watch/probes', { body: probe })).body.id as string
}

/** The command as it is started on another machine. */
function startVantage(server: string, ...more: string[]): ChildProcess {
  const words = ['vantage', '--server', server, '--token-file', join(folder, 'word'), ...more, '--lang', 'en']
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function stop(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code
}

const answersOf = (id: string) =>
  read(world.chenghu, (reader) =>
    reader
      .selectFrom('watchSample')
      .select(['at', 'isUp', 'problem'])
      .where('probeId', '=', id)
      .orderBy('at')
      .execute(),
  )

test('a place elsewhere looks, keeps what it finds while the server is away, and brings each answer once', async () => {
  const { page, port } = await openPage()
  const id = await addProbe(port)
  let isAway = false
  const child = startVantage(await openWay(() => isAway), '--this-machine')
  await vi.waitFor(async () => expect(await answersOf(id)).toHaveLength(1), PATIENCE)
  const opened = (await engineer.ask('GET', `/watch/probes/${id}`)).body
  expect(opened.looks).toMatchObject([{ name: '二小', state: 'up', problem: '' }])

  isAway = true
  page.close()
  await vi.waitFor(
    async () => expect(await readFile(join(folder, 'word.spool'), 'utf8')).toContain('"isUp":false'),
    PATIENCE,
  )
  expect(await answersOf(id)).toHaveLength(1)
  isAway = false
  await vi.waitFor(async () => expect((await answersOf(id)).some(({ isUp }) => !isUp)).toBe(true), PATIENCE)
  expect(await stop(child)).toBe(0)
  const answers = await answersOf(id)
  expect(new Set(answers.map(({ at }) => at.toString())).size).toBe(answers.length)
  expect((await engineer.ask('GET', `/watch/probes/${id}`)).body.line.state).toBe('down')
  const [{ clockMs, heardAt }] = (await engineer.ask('GET', '/watch/vantages')).body
  // One machine, one clock; what is left is how long the report was on its way.
  expect(Math.abs(clockMs)).toBeLessThan(60_000)
  expect(heardAt).not.toBeNull()
})

test('addresses of its own machine it does not ask unless it was told so; a word nobody knows gets no work', async () => {
  const { port } = await openPage()
  const id = await addProbe(port)
  const address = await office.app.listen({ port: 0, host: '127.0.0.1' })
  const child = startVantage(address)
  await vi.waitFor(async () => expect(await answersOf(id)).not.toEqual([]), PATIENCE)
  const [answer] = await answersOf(id)
  expect(answer?.problem).toContain('address-not-allowed')
  await stop(child)
  await writeFile(join(folder, 'word'), 'guessed')
  const stranger = startVantage(address)
  let told = ''
  stranger.stderr?.on('data', (text) => {
    told += text
  })
  await vi.waitFor(() => expect(told).toContain('The server does not know this word'), PATIENCE)
  expect(await stop(stranger)).toBe(0)
})

test('one that starts while the server is away looks at what it had last, and its work is for nobody else to read', async () => {
  const { port } = await openPage()
  const id = await addProbe(port)
  let isAway = false
  const address = await openWay(() => isAway)
  const first = startVantage(address, '--this-machine')
  await vi.waitFor(async () => expect(await answersOf(id)).not.toEqual([]), PATIENCE)
  const kept = join(folder, 'word.spool.work')
  await vi.waitFor(async () => expect(await readFile(kept, 'utf8')).not.toBe(''), PATIENCE)
  expect(await stop(first)).toBe(0)
  const sealed = await readFile(kept, 'utf8')
  expect(sealed).not.toContain('127.0.0.1')
  expect(sealed).not.toContain('门户')
  const before = (await answersOf(id)).length

  isAway = true
  const second = startVantage(address, '--this-machine')
  await vi.waitFor(async () => expect(await readFile(join(folder, 'word.spool'), 'utf8')).toContain(id), PATIENCE)
  expect(await answersOf(id)).toHaveLength(before)
  isAway = false
  await vi.waitFor(async () => expect((await answersOf(id)).length).toBeGreaterThan(before), PATIENCE)
  expect(await stop(second)).toBe(0)

  // Under another word it is nobody's work; refused, it is gone.
  await writeFile(join(folder, 'word'), 'guessed')
  const stranger = startVantage(address, '--this-machine')
  await vi.waitFor(() => expect(readFile(kept, 'utf8')).rejects.toThrow('ENOENT'), PATIENCE)
  expect(await stop(stranger)).toBe(0)
})

test('a disk that keeps no work is named, and neither is the server away for it nor does looking stop', async () => {
  const { port } = await openPage()
  const id = await addProbe(port)
  // A folder stands where the work should be kept.
  await mkdir(join(folder, 'word.spool.work'))
  const child = startVantage(await openWay(() => false), '--this-machine')
  let told = ''
  child.stderr?.on('data', (text) => {
    told += text
  })
  await vi.waitFor(async () => expect(await answersOf(id)).not.toEqual([]), PATIENCE)
  await vi.waitFor(() => expect(told).toContain('The work cannot be kept in'), PATIENCE)
  expect(await stop(child)).toBe(0)
  expect(told).toMatch(/that is a folder · EISDIR/)
  expect(told).not.toContain('cannot be reached')
})
