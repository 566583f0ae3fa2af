import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { findDatabaseUser } from './database-user.ts'
import { PostgresRefusal } from './postgres-problem.ts'
import { type EmbeddedPostgres, type SupervisorEvent, supervisePostgres } from './supervisor.ts'

let dataFolder: string
let running: EmbeddedPostgres[] = []

beforeEach(async () => {
  dataFolder = join(await mkdtemp(join(tmpdir(), 'shiji-supervisor-')), 'data')
  // The database may run as another user, who must be able to pass through.
  await chmod(join(dataFolder, '..'), 0o755)
})

afterEach(async () => {
  for (const postgres of running) await postgres.stop()
  running = []
  await rm(join(dataFolder, '..'), { recursive: true, force: true })
})

async function start(events: SupervisorEvent[] = [], name = 'shiji-server-test'): Promise<EmbeddedPostgres> {
  const onEvent = (event: SupervisorEvent) => void events.push(event)
  const postgres = await supervisePostgres({ dataFolder, applicationName: name, onEvent })
  running.push(postgres)
  return postgres
}

async function query(postgres: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ ...postgres.connection })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function until(condition: () => boolean, timeoutMs = 20_000): Promise<void> {
  for (let waited = 0; waited < timeoutMs && !condition(); waited += 50) await sleep(50)
  expect(condition()).toBe(true)
}

test('keeps acknowledged rows when the database is killed, and brings it back by itself', async () => {
  const events: SupervisorEvent[] = []
  const postgres = await start(events)
  await query(postgres, 'create table kept (id int primary key)')
  await query(postgres, 'insert into kept select generate_series(1, 100)')

  process.kill(postgres.pid(), 'SIGKILL')
  await until(() => events.some((event) => event.kind === 'restarted'))

  expect(await query(postgres, 'select count(*)::int as count from kept')).toEqual([{ count: 100 }])
})

test('listens on a socket in a folder of its own and on no port, and keeps no password', async () => {
  const postgres = await start()
  const [settings] = await query(postgres, "select current_setting('listen_addresses') as addresses")
  const configuration = await readFile(join(dataFolder, 'postgres', 'pg_hba.conf'), 'utf8')
  expect(settings).toEqual({ addresses: '' })
  expect(configuration).not.toMatch(/trust|password|scram|md5/)
})

test('the database sees nothing of our environment', async () => {
  process.env.SHIJI_TEST_SECRET = 'planted'
  const postgres = await start()
  const environment = await readFile(`/proc/${postgres.pid()}/environ`, 'utf8')
  delete process.env.SHIJI_TEST_SECRET
  expect(environment).not.toContain('planted')
})

test('adopts the database a killed server left behind', async () => {
  const script = `
    const { supervisePostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))})
    const postgres = await supervisePostgres({ dataFolder: ${JSON.stringify(dataFolder)}, applicationName: 'shiji-server-old', onEvent: () => undefined })
    process.stdout.write(String(postgres.pid()))
    setInterval(() => undefined, 1000)`
  const old = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(await new Promise((resolve) => old.stdout.once('data', (data) => resolve(String(data)))))
  old.kill('SIGKILL')

  const events: SupervisorEvent[] = []
  const postgres = await start(events)

  expect(postgres.pid()).toBe(pid)
  expect(events).toEqual([{ kind: 'adopted', pid }])
})

test('starts over a stale lock whose process id now belongs to someone else', async () => {
  const first = await start()
  await first.stop()
  running = []
  // A stranger of the same user: PostgreSQL itself would take it for the database and refuse.
  const stranger = spawn('sleep', ['60'], { ...(await findDatabaseUser()).identity, cwd: '/' })
  onTestFinished(() => void stranger.kill())
  const lock = `${stranger.pid}\n${join(dataFolder, 'postgres')}\n`
  await writeFile(join(dataFolder, 'postgres', 'postmaster.pid'), lock)
  await writeFile(join(dataFolder, 'socket', '.s.PGSQL.5432.lock'), lock)
  expect((await start()).pid()).toBeGreaterThan(1)
  expect(stranger.exitCode).toBeNull()
})

test('starts again although a session of the killed database is still at work', async () => {
  const postgres = await start()
  const session = new Client(postgres.connection)
  session.on('error', () => undefined)
  await session.connect()
  const { rows } = await session.query('select pg_backend_pid() as pid')
  process.kill(rows[0].pid, 'SIGSTOP')
  process.kill(postgres.pid(), 'SIGKILL')
  await expect.poll(() => query(postgres, 'select 1 as ready'), { timeout: 60_000 }).toEqual([{ ready: 1 }])
})

test('two servers share one database, and the first to leave does not stop it', async () => {
  const [first, second] = [await start([], 'shiji-server-a'), await start([], 'shiji-server-b')]
  const session = new Client({ ...second.connection, application_name: 'shiji-server-b' })
  await session.connect()
  await first.stop()
  expect((await session.query('select 1 as alive')).rows).toEqual([{ alive: 1 }])
  await session.end()
})

test('makes the cluster anew when the first start was killed half-way', async () => {
  await mkdir(join(dataFolder, 'postgres.making', 'base'), { recursive: true })
  const postgres = await start()
  expect(await query(postgres, 'select 1 as ready')).toEqual([{ ready: 1 }])
  expect(await readdir(dataFolder)).not.toContain('postgres.making')
})

test.each([
  ['a folder that holds other files', 'not-a-data-folder', async () => writeForeignFile()],
  ['a cluster of another version', 'version-differs', async () => writeOldCluster()],
])('refuses %s and changes nothing', async (_title, code, prepare) => {
  await prepare()
  const refusal = await start().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(PostgresRefusal)
  expect((refusal as PostgresRefusal).problem.code).toBe(code)
})

async function writeForeignFile(): Promise<void> {
  await mkdir(dataFolder)
  await writeFile(join(dataFolder, 'thesis.doc'), 'not ours')
}

async function writeOldCluster(): Promise<void> {
  await mkdir(join(dataFolder, 'postgres'), { recursive: true })
  await writeFile(join(dataFolder, 'postgres', 'PG_VERSION'), '15\n')
}
