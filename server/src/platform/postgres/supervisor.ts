import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, DATABASE, ensureCluster, OWNER_ROLE } from './cluster.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { findDatabaseUser } from './database-user.ts'
import { findEngine } from './engine.ts'
import { PostgresRefusal } from './postgres-problem.ts'
import {
  answers,
  ensureDatabase,
  findPostmaster,
  isAlive,
  lastComplaint,
  otherServers,
  spawnPostmaster,
  stopPostmaster,
  waitUntilItAnswers,
} from './postmaster.ts'
import { clearRemains } from './remains.ts'

/** The embedded database while it runs. */
export type EmbeddedPostgres = {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string }
  readonly version: string
  /** Process id of the database now; it changes when the supervisor had to restart it. */
  readonly pid: () => number
  /** Stops watching, and stops the database unless another server process still uses it. */
  readonly stop: () => Promise<void>
}

type SupervisorOptions = {
  readonly dataFolder: string
  /** `application_name` of our sessions, `shiji-server-<id>`: tells server processes of one database apart. */
  readonly applicationName: string
  readonly onEvent: (event: SupervisorEvent) => void
}

export type SupervisorEvent =
  | { readonly kind: 'making' }
  | { readonly kind: 'adopted' | 'started' | 'restarted'; readonly pid: number }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'restart-failed'; readonly reason: string; readonly nextTryMs: number }

const START_TIMEOUT_MS = 60_000
const WATCH_EVERY_MS = 200
const BACK_OFF_MS = [100, 250, 500, 1_000, 2_000, 5_000, 10_000] as const

/** Starts or adopts the database of a data folder and watches it until stopped. Throws a `PostgresRefusal` when it cannot. */
export async function supervisePostgres(options: SupervisorOptions): Promise<EmbeddedPostgres> {
  const user = await findDatabaseUser()
  const folder = await openDataFolder(options.dataFolder, user)
  const engine = await findEngine(user, folder.spareEngine)
  const cluster: Cluster = { engine, folder, user }

  let pid = await adoptOrStart(cluster, options)
  await ensureDatabase(folder)
  const watch = new AbortController()
  const watching = watchOver(cluster, { ...options, pid, signal: watch.signal, onPid: (next) => (pid = next) })

  return {
    connection: { host: folder.socket, user: OWNER_ROLE, database: DATABASE },
    version: engine.version,
    pid: () => pid,
    stop: async () => {
      watch.abort()
      await watching
      if ((await otherServers(folder, options.applicationName)) === 0) await stopPostmaster(engine, folder, user)
    },
  }
}

async function adoptOrStart(cluster: Cluster, { onEvent }: Pick<SupervisorOptions, 'onEvent'>): Promise<number> {
  const { engine, folder, user } = cluster
  const holder = await findPostmaster(folder)
  if (holder !== null) {
    if (await waitUntilItAnswers(folder, holder, { timeoutMs: START_TIMEOUT_MS / 6 })) {
      onEvent({ kind: 'adopted', pid: holder })
      return holder
    }
    if ((await isAlive(holder, folder)) && !(await stopPostmaster(engine, folder, user))) {
      throw new PostgresRefusal('held-by-another', { folder: folder.cluster, pid: holder })
    }
  }
  await ensureCluster(cluster, () => onEvent({ kind: 'making' }))
  const pid = await start(cluster)
  onEvent({ kind: 'started', pid })
  return pid
}

/** Two servers may start at once: the loser's database refuses the lock and the loser adopts the winner's. */
async function start({ engine, folder, user }: Cluster): Promise<number> {
  await clearRemains(folder)
  const pid = await spawnPostmaster(engine, folder, user)
  if (await waitUntilItAnswers(folder, pid, { timeoutMs: START_TIMEOUT_MS }))
    return (await findPostmaster(folder)) ?? pid
  throw new PostgresRefusal('did-not-start', { reason: await lastComplaint(folder), log: folder.log })
}

type Watch = SupervisorOptions & {
  readonly pid: number
  readonly signal: AbortSignal
  readonly onPid: (pid: number) => void
}

async function watchOver(cluster: Cluster, watch: Watch): Promise<void> {
  let { pid } = watch
  let failures = 0
  while (!watch.signal.aborted) {
    await sleep(WATCH_EVERY_MS, undefined, { signal: watch.signal }).catch(() => undefined)
    if (watch.signal.aborted || (await isAlive(pid, cluster.folder))) continue
    watch.onEvent({ kind: 'gone', reason: await lastComplaint(cluster.folder) })
    try {
      pid = (await findAnswering(cluster.folder)) ?? (await start(cluster))
      failures = 0
      watch.onPid(pid)
      watch.onEvent({ kind: 'restarted', pid })
    } catch (error) {
      if (!(error instanceof PostgresRefusal)) throw error
      const nextTryMs = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 10_000
      failures += 1
      watch.onEvent({ kind: 'restart-failed', reason: String(error.problem.parameters.reason), nextTryMs })
      await sleep(nextTryMs, undefined, { signal: watch.signal }).catch(() => undefined)
    }
  }
}

async function findAnswering(folder: DataFolder): Promise<number | null> {
  const pid = await findPostmaster(folder)
  return pid !== null && (await answers(folder)) ? pid : null
}
