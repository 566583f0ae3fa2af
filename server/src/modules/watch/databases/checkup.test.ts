import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { type EmbeddedPostgres, supervisePostgres } from '#platform/postgres/supervisor'
import { type Colleague, makeOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { FAULTS, SESSIONS, SETTINGS } from './planted-faults.ts'

let folder: string
let sick: EmbeddedPostgres
let bridge: Server
let port: number
let world: TestWorld
let engineer: Colleague
let now: Temporal.Instant
const open: Client[] = []

const STARTING_MS = 120_000
const PASSWORD = 'no-one-reads-this-anywhere'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-sick-'))
  await chmod(folder, 0o755)
  await plant()
  ;({ server: bridge, port } = await listen())
}, STARTING_MS)

beforeEach(async () => {
  now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  world = await makeWorld()
  const office = await makeOffice(world, { now: () => now })
  engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
  const keeper = await office.addPerson('keeper', { unitId: office.districtId, roles: ['system-administrator'] })
  await keeper.ask('PUT', '/outgoing-addresses', { body: { host: '127.0.0.1', port, reach: 'this-machine' } })
})

afterAll(async () => {
  await Promise.all(open.map((client) => client.end().catch(() => undefined)))
  bridge?.close()
  await sick?.stop()
  await rm(folder, { recursive: true, force: true })
}, STARTING_MS)

/** A server of its own with everything that may be wrong with one, started twice: some settings count from the start. */
async function plant(): Promise<void> {
  const options = { dataFolder: folder, applicationName: 'shiji-sick', onEvent: () => undefined }
  sick = await supervisePostgres(options)
  const first = await enter()
  for (const [name, value] of Object.entries(SETTINGS)) await first.query(`alter system set ${name} = ${value}`)
  await first.end()
  await sick.stop()
  sick = await supervisePostgres(options)
  const admin = await enter()
  await letIn(admin)
  for (const { plant: statements } of FAULTS) for (const statement of statements) await admin.query(statement)
  await admin.query('select pg_stat_force_next_flush()')
  for (const statements of SESSIONS) {
    const client = await enter()
    open.push(client)
    // The last one of a session that waits is not answered.
    for (const [index, statement] of statements.entries()) {
      const asked = client.query(statement).catch(() => undefined)
      if (index < statements.length - 1 || !statement.includes('waits')) await asked
    }
  }
  for (;;) {
    const { rows: archived } = await admin.query('select failed_count::int as failed from pg_stat_archiver')
    if (archived[0].failed > 0) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await admin.end()
}

/** Its file of entries is written anew with every start. */
async function letIn(admin: Client): Promise<void> {
  const { rows } = await admin.query('show hba_file')
  const entries = ['local all watcher trust', 'host all all 10.0.0.0/8 trust', 'host all all 192.168.0.0/16 md5']
  // The first line that fits decides.
  const usual = await readFile(rows[0].hba_file, 'utf8')
  await writeFile(rows[0].hba_file, `${entries.join('\n')}\n${usual}`)
  await admin.query('select pg_reload_conf()')
}

async function enter(): Promise<Client> {
  const client = new Client({ ...sick.connection, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** It listens on a socket in a folder; a check-up comes over the network. */
async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket: Socket) => {
    const inside = connect(`${sick.connection.host}/.s.PGSQL.5432`)
    inside.on('error', () => socket.destroy())
    socket.on('error', () => inside.destroy())
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port }
}

const given = (name: string, changes: object = {}) => ({
  ...{ name, service: '学籍', secret: PASSWORD },
  target: {
    ...{
      engine: 'postgres',
      host: '127.0.0.1',
      port,
      database: 'postgres',
      user: sick.connection.user,
      isSecure: false,
    },
    ...changes,
  },
})

async function add(name: string, changes: object = {}): Promise<string> {
  return (await engineer.ask('POST', '/watch/databases', { body: given(name, changes) })).body.id
}

const check = (id: string) => engineer.ask('POST', `/watch/databases/${id}/checkups`)
const opened = async (id: string) => (await engineer.ask('GET', `/watch/checkups/${id}`)).body
type Found = { rule: string; reason: string; isNew: boolean }

test('every planted fault is found, each with its reason, its risk and what to do', async () => {
  const id = await add('学籍库')
  const checked = await check(id)
  expect(checked.status).toBe(200)
  const seen = await opened(checked.body.id)
  const found = new Set(seen.findings.map(({ rule }: Found) => rule))
  const planted = [...FAULTS.map(({ rule }) => rule), 'backup-unknown', 'drill-unknown']
  expect(planted.filter((rule) => !found.has(rule))).toEqual([])
  for (const { reason, risk, advice } of seen.findings) {
    expect([reason, risk, advice].filter((text) => text === '' || /\{\w+\}/.test(text))).toEqual([])
  }
  expect(seen).toMatchObject({ unasked: [], beforeAt: null, gone: [] })
  expect(seen.findings.some(({ isNew }: Found) => isNew)).toBe(false)
  const figures = Object.fromEntries(seen.figures.map(({ key, value }: { key: string; value: number }) => [key, value]))
  expect(figures['size-bytes']).toBeGreaterThan(8_000_000)
  expect(figures['connections-most']).toBe(120)
})

test('the next check says what is gone and what is new, and knows the backups on record', async () => {
  const id = await add('人事库')
  await check(id)
  const admin = await enter()
  await admin.query('alter table notes add primary key (id)')
  await admin.query('create sequence almost_out as smallint')
  await admin.query("select setval('almost_out', 32000)")
  await admin.end()
  const record = (kind: string, day: string) =>
    engineer.ask('POST', `/watch/databases/${id}/records`, { body: { kind, day, note: '全量' } })
  expect((await record('backup', '2026-03-01')).status).toBe(200)
  expect((await record('drill', '2026-03-03')).body.code).toBe('record-in-future')
  now = now.add({ minutes: 10 })
  const seen = await opened((await check(id)).body.id)
  const fresh = seen.findings.filter(({ isNew }: Found) => isNew).map(({ reason }: Found) => reason)
  expect(fresh).toEqual([expect.stringContaining('public.almost_out')])
  const gone = seen.gone.map(({ rule }: Found) => rule).toSorted()
  expect(gone).toEqual(['backup-unknown', 'no-primary-key'])
  const [line] = (await engineer.ask('GET', '/watch/databases')).body.filter((one: { id: string }) => one.id === id)
  expect(line).toMatchObject({ backupOn: '2026-03-01', drillOn: null, last: { version: seen.version } })
})

test('what was found becomes a request at the desk, once while it is open, and each leads to the other', async () => {
  const id = await add('资源库')
  const checkup = (await check(id)).body.id
  const file = (of: string, rule: string) => engineer.ask('POST', `/watch/checkups/${of}/tickets`, { body: { rule } })
  const { number, id: ticketId } = (await file(checkup, 'backup-unknown')).body
  const ticket = (await engineer.ask('GET', `/desk/tickets/${ticketId}`)).body
  expect(ticket).toMatchObject({ number, kind: 'request', service: 'application', state: 'waiting' })
  expect(ticket.what).toContain('学籍 · 资源库')
  const ofRule = async (of: string) =>
    (await opened(of)).findings.find(({ rule }: Found) => rule === 'backup-unknown').ticket
  expect(await ofRule(checkup)).toEqual({ id: ticketId, number, state: 'waiting', isOpen: true })
  const { origin } = (await engineer.ask('GET', `/watch/origins/${ticketId}`)).body
  expect(origin).toMatchObject({ checkupId: checkup, name: '资源库', service: '学籍' })
  // The next check-up finds it again and sees who is at work on it.
  now = now.add({ minutes: 10 })
  const next = (await check(id)).body.id
  expect(await ofRule(next)).toMatchObject({ number })
  expect((await file(next, 'backup-unknown')).body).toMatchObject({
    code: 'finding-has-ticket',
    parameters: { number },
  })
  expect((await file(next, 'no-such-rule')).body.code).toBe('finding-not-there')
  const { id: other } = (await file(next, 'drill-unknown')).body
  expect((await engineer.ask('GET', `/watch/origins/${other}`)).body.origin.checkupId).toBe(next)
})

test('who waits for whom is seen, and what people said to the database is not repeated', async () => {
  const { askPostgres } = await import('./ask-postgres.ts')
  const { target } = given('')
  const pinned = { address: '127.0.0.1', family: 4 }
  const signal = AbortSignal.timeout(30_000)
  const reached = { host: '127.0.0.1', port, pinned, secret: '', signal, timeoutMs: 5_000 }
  const { observations } = await askPostgres(target as Parameters<typeof askPostgres>[0], reached)
  const rules = observations.map(({ rule }) => rule)
  expect(rules).toContain('lock-wait')
  expect(rules).toContain('transaction-idle')
  expect(JSON.stringify(observations)).not.toContain('private words')
})

test('an account that may see little says what it could not look at', async () => {
  const id = await add('财务库', { user: 'watcher' })
  const seen = await opened((await check(id)).body.id)
  expect(seen.unasked).toEqual(['安全设置：账号没有权限，没有看。授予监控角色后再体检。'])
  expect(seen.findings.map(({ rule }: Found) => rule)).toContain('superusers-many')
})

test('the report is a file, and the password is nowhere', async () => {
  const id = await add('招生库')
  const checkup = (await check(id)).body.id
  const html = await engineer.ask('GET', `/watch/checkups/${checkup}/print/html`)
  expect(html.status).toBe(200)
  const told = JSON.stringify([html, await opened(checkup), (await engineer.ask('GET', `/watch/databases/${id}`)).body])
  const kept = await read(world.chenghu, (reader) =>
    Promise.all([
      reader.selectFrom('watchDatabase').selectAll().execute(),
      reader.selectFrom('ledgerEntry').select('detail').execute(),
    ]),
  )
  expect(`${told}${JSON.stringify(kept)}`).not.toContain(PASSWORD)
  for (const as of ['docx', 'pdf']) {
    expect((await engineer.ask('GET', `/watch/checkups/${checkup}/print/${as}`)).status).toBe(200)
  }
})

test('an address nobody allowed is not asked, and a stranger sees nothing', async () => {
  const elsewhere = await add('别处的库', { port: 1 })
  const refused = await check(elsewhere)
  expect([refused.status, refused.body.code]).toEqual([409, 'database-not-reached'])
  expect(refused.body.detail).toContain('127.0.0.1:1')
  const wrong = await check(await add('没有的库', { database: 'nowhere' }))
  expect(wrong.body.code).toBe('database-not-reached')
  expect((await engineer.ask('POST', '/watch/databases', { body: given('没有的库') })).body.code).toBe(
    'database-name-taken',
  )
  await inTransaction(world.chenghu, async (tx) => {
    await tx.deleteFrom('directoryRole').where('personId', '=', engineer.personId).execute()
  })
  expect((await engineer.ask('GET', '/watch/databases')).status).toBe(403)
})
