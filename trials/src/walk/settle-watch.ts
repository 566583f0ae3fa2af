import { type AddressInfo, connect, createServer } from 'node:net'
import type { TenantDatabase } from '@shiji/server/platform/database/transaction'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<unknown>

const TIMES = { everySeconds: 60, timeoutMs: 1000, retries: 1, retrySeconds: 10 }
const QUORUM = { kind: 'in-a-row', failures: 2, successes: 1 }

/** A service that reports by itself; nothing is looked for outside. */
export async function goThroughWatch(run: Run, db: TenantDatabase): Promise<void> {
  const probe = {
    name: '一生的心跳',
    service: '门户',
    deskService: 'application',
    target: { kind: 'push' },
    ...TIMES,
    quorum: QUORUM,
  }
  const given = { ...probe, parentId: null, isOn: true, secret: null }
  const { id, beatWord } = (await run('addProbe', given, 'everybody')) as { id: string; beatWord: string }
  await run('beat', { word: beatWord })
  await run('changeProbe', { ...given, id, name: '一生的另一个心跳' }, 'everybody')
  await run('openProbe', { id }, 'everybody')
  await run('listProbes', {}, 'everybody')
  await run('tryProbe', { id: null, target: { kind: 'push' }, timeoutMs: 1000, secret: null }, 'everybody')
  await run('listAlarms', {}, 'everybody')
  const page = { title: '服务状态', isOpen: true, renew: false }
  const { path } = (await run('keepStatusPage', page, 'everybody')) as { path: string }
  await run('readStatusPage', {}, 'everybody')
  await run('showStatus', { code: path.split('/').at(-1) })
  await goThroughSignals(run)
  await goThroughVantages(run, given)
  await run('readFiguresOut', {}, 'everybody')
  await run('keepFiguresOut', { isOpen: false }, 'everybody')
  await goThroughDatabases(run, db)
}

async function goThroughSignals(run: Run): Promise<void> {
  const source = { name: '一生的监控', kind: 'json', deskService: 'application' }
  const { id, path } = (await run('addSource', source, 'everybody')) as { id: string; path: string }
  await run('takeSignals', { word: path.split('/').at(-1), title: '温度过高', state: 'firing' })
  await run('listSources', {}, 'everybody')
  await run('switchSource', { id, isOn: false }, 'everybody')
}

/** A place elsewhere looks at a port nobody allowed: what it finds is that it may not. */
async function goThroughVantages(run: Run, given: object): Promise<void> {
  const added = (await run('addVantage', { name: '一生的监测点' }, 'everybody')) as { id: string; word: string }
  const target = { kind: 'tcp', host: '127.0.0.1', port: 9 }
  const watchedFrom = { vantages: [added.id], needed: 1 }
  const seen = { ...given, name: '一生的端口', target, watchedFrom }
  const { id: probeId } = (await run('addProbe', seen, 'everybody')) as { id: string }
  const { now } = (await run('giveWork', { word: added.word, clockMs: -12 })) as { now: string }
  const at = Math.floor(Temporal.Instant.from(now).epochMilliseconds / 1000)
  const problem = '{"code":"address-not-allowed","parameters":{"host":"127.0.0.1","port":9}}'
  const answer = { probeId, at, isUp: false, holds: 60, tookMs: 1, problem, certificateUntil: null }
  await run('takeAnswers', { word: added.word, answers: [answer] })
  await run('openProbe', { id: probeId }, 'everybody')
  await run('listVantages', {}, 'everybody')
  await run('renewVantage', { id: added.id }, 'everybody')
  await run('switchVantage', { id: added.id, isOn: false }, 'everybody')
}

/** The database of the walk itself is looked into; it listens on a socket in a folder, a check-up comes over the network. */
async function goThroughDatabases(run: Run, { pool }: TenantDatabase): Promise<void> {
  const { host, user, database } = pool.options
  const bridge = createServer((socket) => {
    const inside = connect(`${host}/.s.PGSQL.5432`)
    inside.on('error', () => socket.destroy())
    socket.on('error', () => inside.destroy())
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((done) => bridge.listen(0, '127.0.0.1', done))
  const { port } = bridge.address() as AddressInfo
  await run('allowAddress', { host: '127.0.0.1', port, reach: 'this-machine' }, 'everybody')
  const target = { engine: 'postgres', host: '127.0.0.1', port, database, user, isSecure: false }
  const given = { name: '一生的数据库', service: '学籍', target, secret: 'a word' }
  const { id } = (await run('addDatabase', given, 'everybody')) as { id: string }
  await run('changeDatabase', { ...given, id, name: '一生的另一个数据库' }, 'everybody')
  await run('recordBackup', { id, kind: 'backup', day: '2021-06-30', note: '' }, 'everybody')
  const checkup = (await run('checkDatabase', { id }, 'everybody')) as { id: string }
  const { findings } = (await run('openCheckup', { id: checkup.id }, 'everybody')) as { findings: { rule: string }[] }
  const filed = await run('fileFinding', { id: checkup.id, rule: findings[0]?.rule ?? '' }, 'everybody')
  const [work] = (await run('listPlannable', {}, 'everybody')) as { id: string }[]
  const occurrenceId = work?.id ?? ''
  await run('planFinding', { id: checkup.id, rule: findings[0]?.rule ?? '', occurrenceId }, 'everybody')
  await run('listPlanned', { occurrenceId }, 'everybody')
  await run('findOrigin', { ticketId: (filed as { id: string }).id }, 'everybody')
  await run('printCheckup', { id: checkup.id, as: 'html' }, 'everybody')
  await run('openDatabase', { id }, 'everybody')
  await run('listDatabases', {}, 'everybody')
  bridge.close()
}
