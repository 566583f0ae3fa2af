import { execFile, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { CLEAN_ENVIRONMENT, DATABASE, OWNER_ROLE } from './cluster.ts'
import type { DataFolder } from './data-folder.ts'
import type { DatabaseUser } from './database-user.ts'
import { type Engine, program } from './engine.ts'

const run = promisify(execFile)
const LOG_KEPT_BYTES = 20_000_000

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  wal_level: 'logical',
  max_connections: '120',
  shared_buffers: '96MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  max_wal_size: '2GB',
}

/** Starts the database in a session of its own, so that Ctrl-C reaches only us. Its log goes straight to a file. */
export async function spawnPostmaster(engine: Engine, folder: DataFolder, user: DatabaseUser): Promise<number> {
  const log = await openLog(folder)
  try {
    const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder.socket })
    const child = spawn(
      program(engine, 'postgres'),
      ['-D', folder.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user.identity, env: CLEAN_ENVIRONMENT, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] },
    )
    child.unref()
    child.on('error', () => undefined)
    return child.pid ?? 0
  } finally {
    await log.close()
  }
}

/** The process that holds our data folder, by the lock file **and** by what the process itself says it runs. */
export async function findPostmaster({ cluster }: DataFolder): Promise<number | null> {
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(lock.split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && (await runsOn(pid, cluster)) ? pid : null
}

export async function isAlive(pid: number, { cluster }: DataFolder): Promise<boolean> {
  return runsOn(pid, cluster)
}

/** A pid is reused sooner or later, so the command line must name the programme and our folder. */
async function runsOn(pid: number, cluster: string): Promise<boolean> {
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  return (words[0] ?? '').endsWith('/postgres') && words.includes(cluster)
}

/** One round trip as the owner; false while the database is starting, recovering or gone. */
export async function answers({ socket }: DataFolder, database = 'postgres'): Promise<boolean> {
  const client = new Client({ host: socket, user: OWNER_ROLE, database, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function waitUntilItAnswers(
  folder: DataFolder,
  pid: number,
  { timeoutMs }: { timeoutMs: number },
): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += 50) {
    if (await answers(folder)) return true
    if (waited > 200 && !(await runsOn(pid, folder.cluster))) return false
    await sleep(50)
  }
  return false
}

export async function ensureDatabase({ socket }: DataFolder): Promise<void> {
  const client = new Client({ host: socket, user: OWNER_ROLE, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreDuplicate)
  } finally {
    await client.end()
  }
}

/** `fast` cuts sessions and writes a checkpoint; the next start needs no recovery. */
export async function stopPostmaster(engine: Engine, folder: DataFolder, user: DatabaseUser): Promise<boolean> {
  const stop = ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '20']
  return run(program(engine, 'pg_ctl'), stop, { ...user.identity, env: CLEAN_ENVIRONMENT, cwd: '/' })
    .then(() => true)
    .catch(() => false)
}

/** How many other server processes of ours use the database. */
export async function otherServers({ socket }: DataFolder, applicationName: string): Promise<number> {
  const client = new Client({ host: socket, user: OWNER_ROLE, database: 'postgres' })
  try {
    await client.connect()
    const { rows } = await client.query(
      `select count(distinct application_name)::int as count from pg_stat_activity
       where application_name like 'shiji-server-%' and application_name <> $1`,
      [applicationName],
    )
    return rows[0].count
  } catch {
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The last complaint in the log: what an administrator needs to hear first. */
export async function lastComplaint({ log }: DataFolder): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-40)
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|could not)\b/.test(line)) ?? lines.at(-1) ?? ''
  return complaint.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim()
}

async function openLog({ log }: DataFolder) {
  const { size } = await stat(log).catch(() => ({ size: 0 }))
  return open(log, size > LOG_KEPT_BYTES ? 'w' : 'a', 0o600)
}

function ignoreDuplicate(error: Error & { code?: string }): void {
  // Another server process made it first.
  if (error.code !== '42P04' && error.code !== '23505') throw error
}
