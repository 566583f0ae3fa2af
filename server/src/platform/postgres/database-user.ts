import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { PostgresRefusal } from './postgres-problem.ts'

/** The system user the database runs as: ourselves, or an ordinary user of its own when we are root. */
export type DatabaseUser = {
  readonly name: string
  /** Given to `spawn`; empty when no change of user is needed. */
  readonly identity: { readonly uid?: number; readonly gid?: number }
}

const run = promisify(execFile)
const OWN_USER = 'shiji-db'

/** PostgreSQL refuses to run as root, so root gets it a user without shell and home. */
export async function findDatabaseUser(): Promise<DatabaseUser> {
  if (process.getuid?.() !== 0) return { name: userInfo().username, identity: {} }
  return (await lookUp(OWN_USER)) ?? (await create(OWN_USER))
}

async function lookUp(name: string): Promise<DatabaseUser | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`))
  if (line === undefined) return null
  const [, , uid, gid] = line.split(':')
  return { name, identity: { uid: Number(uid), gid: Number(gid) } }
}

async function create(name: string): Promise<DatabaseUser> {
  const reason = await run('useradd', [
    '--system',
    '--no-create-home',
    '--user-group',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ])
    .then(() => 'unknown')
    .catch((error: Error) => error.message.split('\n')[0] ?? 'unknown')
  // Two servers starting at once both try; whoever loses finds the winner's user.
  const user = await lookUp(name)
  if (user === null) throw new PostgresRefusal('no-database-user', { user: name, reason })
  return user
}
