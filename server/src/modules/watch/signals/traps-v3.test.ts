import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { read } from '#platform/database/transaction'
import { findProgram } from '#testing/programs'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { type HearingEvent, keepHearing } from './keep-hearing.ts'

const HERE = '127.0.0.1'
const KEPT_WITHIN = { timeout: 10_000, interval: 50 }
const SECURITY = { user: 'watch', level: 'auth-priv', hash: 'sha256' }
const PASSWORDS = 'sign-with-this\nhide-with-this'

let desk: TestDesk
let told: HearingEvent[]

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
  told = []
})

const system = () => desk.world.contextOf({ kind: 'system', name: 'devices' }, desk.clock.now)

function addSource(changes: object = {}) {
  const body = { name: '核心交换机', kind: 'snmp-trap', deskService: 'network', senders: [HERE] }
  return desk.engineer.ask('POST', '/watch/sources', {
    body: { ...body, security: SECURITY, passwords: PASSWORDS, ...changes },
  })
}

async function hear() {
  const report = (event: HearingEvent) => told.push(event)
  const listener = await keepHearing({ kind: 'snmp-trap', host: HERE, port: 0, contextOf: system, report })
  let stopped = false
  const stop = async () => {
    if (!stopped) await listener.stop()
    stopped = true
  }
  onTestFinished(stop)
  return { at: `${HERE}:${listener.port}`, stop }
}

const signals = () =>
  read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchSignal').select(['title', 'times']).orderBy('title').execute(),
  )

test('passwords of a source are kept sealed and said to nobody; weak ones and those of others are refused', async () => {
  expect((await addSource()).status).toBe(200)
  const { body } = await desk.engineer.ask('GET', '/watch/sources')
  expect(body).toMatchObject([{ kind: 'snmp-trap', security: SECURITY, senders: [HERE] }])
  const rows = await desk.world.pool.query('select * from tenant_chenghu.watch_source')
  const ledger = await desk.world.pool.query('select * from tenant_chenghu.ledger_entry')
  for (const word of PASSWORDS.split('\n')) expect(JSON.stringify([body, rows.rows, ledger.rows])).not.toContain(word)
  const refused = async (changes: object) => (await addSource({ name: '另一台', ...changes })).body.code
  expect(await refused({ passwords: 'short' })).toBe('source-security')
  expect(await refused({ passwords: 'long-enough\nshort' })).toBe('source-security')
  expect(await refused({ kind: 'syslog' })).toBe('source-security')
  expect(await refused({ security: null })).toBe('source-security')
})

const SNMPTRAP = findProgram('snmptrap')
const WHERE = SNMPTRAP === undefined ? ' (skipped: this machine has no snmptrap; Debian has it in snmp)' : ''
const LINE_DOWN = ['', '1.3.6.1.6.3.1.1.5.3', '1.3.6.1.2.1.2.2.1.1.3', 'i', '3']
const PRIVATE = ['-l', 'authPriv', '-a', 'SHA-256', '-A', 'sign-with-this', '-x', 'AES', '-X', 'hide-with-this']
const ENGINE = ['-e', '0x8000000903000a0b0c0d0e0f']

/** Sends as a device does; it complains when an inform is not answered. */
async function say(...words: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-snmp-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const env = { ...process.env, SNMP_PERSISTENT_DIR: folder, MIBS: '' }
  await promisify(execFile)(SNMPTRAP ?? '', ['-v3', '-u', 'watch', ...words, ...LINE_DOWN], { env })
}

test.skipIf(SNMPTRAP === undefined)(
  `traps of Net-SNMP are heard when they are signed as agreed, and once${WHERE}`,
  async () => {
    await addSource()
    const first = await hear()
    const unheard = (why: string) => ({ kind: 'unheard', sender: HERE, why, messages: expect.any(Number) })
    await say(...ENGINE, ...PRIVATE, '-Z', '5,1000', first.at)
    await vi.waitFor(async () => expect(await signals()).toEqual([{ title: 'linkDown: 3', times: 1 }]), KEPT_WITHIN)
    const wrong = PRIVATE.map((word) => (word === 'sign-with-this' ? 'not-this-word' : word))
    await say(...ENGINE, ...wrong, '-Z', '5,1001', first.at)
    await say(...ENGINE, '-l', 'noAuthNoPriv', first.at)
    await say(...ENGINE, ...PRIVATE, '-Z', '5,700', first.at)
    await vi.waitFor(() => {
      expect(told).toEqual(expect.arrayContaining(['password-wrong', 'level-unsupported', 'clock-apart'].map(unheard)))
    }, KEPT_WITHIN)
    await first.stop()
    // Another start of the server knows how far this device was.
    const second = await hear()
    told = []
    await say(...ENGINE, ...PRIVATE, '-Z', '5,1000', second.at)
    await vi.waitFor(() => expect(told).toEqual([unheard('replayed')]), KEPT_WITHIN)
    await say(...ENGINE, ...PRIVATE, '-Z', '5,1001', second.at)
    await vi.waitFor(async () => expect(await signals()).toEqual([{ title: 'linkDown: 3', times: 2 }]), KEPT_WITHIN)
  },
)

test.skipIf(SNMPTRAP === undefined)(
  `an inform of Net-SNMP finds out who this is, and is answered under its keys${WHERE}`,
  async () => {
    await addSource()
    const { at } = await hear()
    await say('-Ci', '-r', '1', '-t', '5', ...PRIVATE, at)
    await vi.waitFor(async () => expect(await signals()).toEqual([{ title: 'linkDown: 3', times: 1 }]), KEPT_WITHIN)
    await expect(
      say('-Ci', '-r', '0', '-t', '1', ...PRIVATE.map((word) => word.replace('sign-', 'sing-')), at),
    ).rejects.toThrow()
    // In the open nothing is heard from a device that signs.
    await promisify(execFile)(SNMPTRAP ?? '', ['-v2c', '-c', 'any', at, '', '1.3.6.1.6.3.1.1.5.5'], {
      env: { ...process.env, MIBS: '' },
    })
    expect(await signals()).toHaveLength(1)
  },
)
