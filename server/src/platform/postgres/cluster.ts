import { execFile } from 'node:child_process'
import { appendFile, chown, rename, rm, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterVersion, type DataFolder } from './data-folder.ts'
import type { DatabaseUser } from './database-user.ts'
import { type Engine, program } from './engine.ts'
import { PostgresRefusal } from './postgres-problem.ts'

/** The database role every server process signs in as; it owns everything and takes a tenant's role per transaction. */
export const OWNER_ROLE = 'shiji'
export const DATABASE = 'shiji'

const run = promisify(execFile)

/** The environment the database sees: nothing of ours. */
export const CLEAN_ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }

/** A cluster, the programs that run it and the system user they run as. */
export type Cluster = { readonly engine: Engine; readonly folder: DataFolder; readonly user: DatabaseUser }

/** Makes the cluster on the first start, which is told once a process is at it; a half-made one of a killed first start is made anew. */
export async function ensureCluster({ engine, folder, user }: Cluster, onMaking: () => void): Promise<void> {
  const major = engine.version.split('.')[0] ?? ''
  const found = await clusterVersion(folder)
  if (found !== null && found !== major) {
    throw new PostgresRefusal('version-differs', { folder: folder.cluster, found, expected: major })
  }
  if (found === null) await makeCluster({ engine, folder, user }, onMaking)
  await letOurselvesIn(folder, user)
}

async function makeCluster({ engine, folder, user }: Cluster, onMaking: () => void): Promise<void> {
  const half = `${folder.cluster}.making`
  await rm(half, { recursive: true, force: true })
  const settings = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-CN', '--locale=C', '--data-checksums']
  const making = run(
    program(engine, 'initdb'),
    [`--pgdata=${half}`, `--username=${OWNER_ROLE}`, '--auth=peer', '--no-instructions', ...settings],
    { ...user.identity, env: CLEAN_ENVIRONMENT, cwd: '/' },
  )
  onMaking()
  await making.catch(async (error: Error & { stderr?: string }) => {
    await appendFile(folder.log, error.stderr ?? error.message)
    const reason = (error.stderr ?? error.message).trim().split('\n').at(-1) ?? error.message
    if (/Permission denied/.test(reason)) {
      throw new PostgresRefusal('folder-unreachable', { user: user.name, folder: folder.root })
    }
    throw new PostgresRefusal('did-not-start', { reason, log: folder.log })
  })
  await rename(half, folder.cluster)
}

/**
 * No password exists anywhere: the kernel tells the database which system user is at the other end of the socket. Another
 * database of ours, from which a tenant comes, runs as the same user as this one.
 */
async function letOurselvesIn({ cluster }: DataFolder, user: DatabaseUser): Promise<void> {
  const names = new Set([userInfo().username, user.name])
  const files = {
    'pg_hba.conf': 'local all all peer map=shiji\nlocal replication all peer map=shiji\n',
    'pg_ident.conf': [...names].map((name) => `shiji "${name}" ${OWNER_ROLE}\n`).join(''),
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(cluster, name)
    await writeFile(path, text, { mode: 0o600 })
    if (user.identity.uid !== undefined) await chown(path, user.identity.uid, user.identity.gid ?? -1)
  }
}
