import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ANCHOR_FOLDER } from '../ledger/anchor-log.ts'
import { KEY_FILE } from '../secrets/key-file.ts'
import type { DatabaseUser } from './database-user.ts'
import { PostgresRefusal } from './postgres-problem.ts'

/** Where one embedded database keeps its things. All folders are 0700 and belong to the database user. */
export type DataFolder = {
  readonly root: string
  readonly cluster: string
  readonly socket: string
  readonly log: string
  readonly spareEngine: string
}

/** A Unix socket's path may have 107 bytes; `.s.PGSQL.5432` and its lock take up to 24. */
const LONGEST_SOCKET_FOLDER = 80
const NEEDED_MEGABYTES = 200

/** What waits beside the database while it is away. */
export const SPOOL_FOLDER = 'watch-spool'
const KNOWN: ReadonlySet<string> = new Set([
  ...['postgres', 'postgres.making', 'postgres.log', 'socket', 'engine', 'files'],
  ...[ANCHOR_FOLDER, KEY_FILE, SPOOL_FOLDER],
])

export async function openDataFolder(path: string, user: DatabaseUser): Promise<DataFolder> {
  const root = resolve(path)
  const folder = {
    root,
    cluster: join(root, 'postgres'),
    socket: socketFolder(root),
    log: join(root, 'postgres.log'),
    spareEngine: join(root, 'engine'),
  }
  await refuseForeign(folder)
  await makeOwn(folder.root, user)
  await makeOwn(folder.socket, user)
  await refuseFullDisk(folder.root)
  return folder
}

/** The major version of an existing cluster, null when there is none yet. */
export async function clusterVersion({ cluster }: DataFolder): Promise<string | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  return text === null ? null : text.trim()
}

function socketFolder(root: string): string {
  const inside = join(root, 'socket')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside
  return join(tmpdir(), `shiji-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
}

async function refuseForeign({ root, cluster }: DataFolder): Promise<void> {
  const names = await readdir(root).catch((): string[] => [])
  if (names.some((name) => !KNOWN.has(name))) throw new PostgresRefusal('not-a-data-folder', { folder: root })
  const inside = await readdir(cluster).catch((): string[] => [])
  if (inside.length > 0 && !inside.includes('PG_VERSION')) {
    throw new PostgresRefusal('not-a-data-folder', { folder: cluster })
  }
}

/** As root we may hand a folder of root's to the database user; a folder of any third person stays theirs. */
async function makeOwn(path: string, { name, identity }: DatabaseUser): Promise<void> {
  await makeFolder(path)
  const { uid } = await stat(path)
  const ourselves = process.getuid?.() ?? uid
  if (identity.uid !== undefined && uid === ourselves) await chown(path, identity.uid, identity.gid ?? -1)
  else if (uid !== (identity.uid ?? ourselves)) throw new PostgresRefusal('wrong-owner', { folder: path, user: name })
  await chmod(path, 0o700)
}

/** Parents first. Node's own `recursive` tries for ever where a folder cannot be made, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  const failure = await mkdir(path).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  )
  if (failure === null) return
  if (failure.code === 'EEXIST' && (await stat(path)).isDirectory()) return
  if (failure.code !== 'ENOENT' || existsSync(dirname(path))) throw failure
  await makeFolder(dirname(path))
  await makeFolder(path)
}

async function refuseFullDisk(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(path)
  const megabytes = Math.floor((bavail * bsize) / 2 ** 20)
  if (megabytes < NEEDED_MEGABYTES) {
    throw new PostgresRefusal('disk-full', { folder: path, megabytes, needed: NEEDED_MEGABYTES })
  }
}
