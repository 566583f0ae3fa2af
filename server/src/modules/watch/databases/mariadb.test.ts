import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layMariadb, startMariadb } from '#testing/mariadb'
import { findProgram, freePort } from '#testing/programs'
import { check } from '../probes/check.ts'
import type { Reached } from '../probes/finding.ts'
import { askMysql } from './ask-mysql.ts'

const SERVER = findProgram('mariadbd')
const WHERE = SERVER === undefined ? '(skipped: this machine has no MariaDB; Debian has it as mariadb-server-core)' : ''

const STARTING_MS = 60_000

let folder: string
let port: number
let stop: () => Promise<void>

/** Every fault by the rule that has to find it. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  'no-primary-key': ['create table notes (id int, words text) engine = InnoDB'],
  'engine-not-safe': ['create table letters (id int primary key) engine = MyISAM'],
  'index-twice': ['create table pupils (id int primary key, school int, index a (school), index b (school))'],
  'numbers-run-out': ['create table marks (id tinyint auto_increment primary key) auto_increment = 120'],
  'password-missing': ["create user nobody_home@localhost identified by ''"],
  'password-weak': ["create user old_ways@localhost identified by 'guessed'"],
  'account-from-anywhere': [
    "create user boss@'%' identified by 'guessed'",
    "grant all on *.* to boss@'%' with grant option",
  ],
  'superusers-many': ["create user second@localhost identified by 'guessed'", 'grant super on *.* to second@localhost'],
  'account-anonymous': ["create user ''@localhost"],
  'watcher-too-mighty': [],
  'commit-not-safe': ['set global innodb_flush_log_at_trx_commit = 2'],
  'archiving-off': [],
  'not-encrypted': [],
  'statements-not-kept': [],
}

const PLAINLY = [
  "create user watcher@'127.0.0.1' identified by 'sees-little'",
  "grant select on sick.* to watcher@'127.0.0.1'",
]

describe.skipIf(SERVER === undefined)(`a MariaDB with planted faults ${WHERE}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shiji-mariadb-'))
    port = await freePort()
    stop = await start(SERVER ?? '')
  }, STARTING_MS)

  afterAll(async () => {
    await stop?.()
    await rm(folder, { recursive: true, force: true })
  }, STARTING_MS)

  test('every planted fault is found', async () => {
    const { observations, unasked, version, engine, figures } = await look('boss', 'guessed')
    const found = new Set(observations.map(({ rule }) => rule))
    expect(Object.keys(FAULTS).filter((rule) => !found.has(rule))).toEqual([])
    expect([engine, unasked]).toEqual(['mariadb', []])
    expect(version).toMatch(/^\d+\.\d+\.\d+-MariaDB/)
    expect(figures).toMatchObject({ tables: 4, 'connections-most': expect.any(Number) })
    const numbers = observations.filter(({ rule }) => rule === 'numbers-run-out')
    expect(numbers).toMatchObject([{ subject: 'marks.id', value: 93 }])
  })

  test('who waits for whom is seen, and what was said is not repeated', async () => {
    const [holder, waiter] = [await enter(), await enter()]
    await holder.query('begin')
    await holder.query("insert into pupils values (1, 1) -- 'private words'")
    await waiter.query('begin')
    const waiting = waiter.query('insert into pupils values (1, 2)').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const { observations } = await look('boss', 'guessed')
    const seen = observations.filter(({ rule }) => ['lock-wait', 'transaction-idle'].includes(rule))
    expect(seen.map(({ rule }) => rule).toSorted()).toEqual(['lock-wait', 'transaction-idle'])
    expect(JSON.stringify(observations)).not.toContain('private words')
    holder.destroy()
    await waiting
    waiter.destroy()
  })

  test('an account that may see little says what it could not look at', async () => {
    const { unasked } = await look('watcher', 'sees-little')
    expect(unasked.map(({ area, reason }) => `${area} ${reason}`)).toContain('security not-permitted')
  })

  test('a probe finds it up, and says why when it is not let in', async () => {
    const target = { kind: 'mysql', host: '127.0.0.1', port, isSecure: false, database: 'sick', user: 'boss' } as const
    const allowed = [{ host: '127.0.0.1', port, reach: 'this-machine' }] as const
    const probe = async (secret: string) =>
      (await check({ target, secret, timeoutMs: 2_000, allowed: [...allowed] })).problem?.code ?? 'up'
    expect(await probe('guessed')).toBe('up')
    expect(await probe('wrong')).toBe('not-reached')
  })
})

function look(user: string, secret: string) {
  const pinned = { address: '127.0.0.1', family: 4 }
  const reached: Reached = {
    ...{ host: '127.0.0.1', port, pinned, secret, timeoutMs: 5_000 },
    signal: AbortSignal.timeout(30_000),
  }
  return askMysql({ engine: 'mysql', host: '127.0.0.1', port, database: 'sick', user, isSecure: false }, reached)
}

const enter = () => createConnection({ host: '127.0.0.1', port, user: 'boss', password: 'guessed', database: 'sick' })

async function start(server: string): Promise<() => Promise<void>> {
  const mariadb = { server, folder, port }
  const plant = Object.values(FAULTS).flat()
  const before = plant.filter((one) => !one.startsWith('set global'))
  await layMariadb(mariadb, ['create database sick', 'use sick', ...before, ...PLAINLY])
  const child = startMariadb(mariadb, ['--innodb-flush-log-at-trx-commit=2'])
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let tries = 0; tries < 150; tries += 1) {
    const connection = await enter().catch(() => null)
    connection?.destroy()
    if (connection !== null) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return async () => {
    child.kill()
    await ended
  }
}
