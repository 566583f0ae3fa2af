import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const REPOSITORY = resolve(import.meta.dirname, '../../..')
const DESK = join(REPOSITORY, 'web/desk')
const DIST = join(DESK, 'dist')

/** What the desk is built from; a change in any of it makes the built one old. */
const SOURCES = ['web/desk/src', 'web/desk/public', 'contract/src', 'kernel/src']
const SINGLE_SOURCES = ['web/desk/index.html', 'web/desk/vite.config.ts', 'package-lock.json']

const run = promisify(execFile)

/** The folder of the desk built from the sources as they are now; builds it first when there is none (docs/adr/0008). */
export async function buildDesk(onBuild: () => void): Promise<string> {
  const name = await hashOfSources()
  const built = join(DIST, name)
  if (existsSync(built)) return built
  onBuild()
  const making = join(DIST, `making-${name}-${process.pid}`)
  await runVite(making)
  await rename(making, built).catch(async (error: NodeJS.ErrnoException) => {
    // Another start was faster; what it built is the same.
    if (!existsSync(built)) throw error
    await rm(making, { recursive: true })
  })
  const older = (await readdir(DIST)).filter((other) => other !== name && !other.startsWith('making-'))
  await Promise.all(older.map((other) => rm(join(DIST, other), { recursive: true, force: true })))
  return built
}

/** `production` also where a test starts the server: the libraries would bring their development halves otherwise. */
async function runVite(outDir: string): Promise<void> {
  const vite = join(createRequire(join(DESK, 'package.json')).resolve('vite/package.json'), '../bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir], { cwd: DESK, env })
}

async function hashOfSources(): Promise<string> {
  const listed = await Promise.all(SOURCES.map(listFiles))
  const hash = createHash('sha256')
  for (const file of [...listed.flat().sort(), ...SINGLE_SOURCES]) {
    hash.update(`${file}\n`).update(await readFile(join(REPOSITORY, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(REPOSITORY.length + 1))
}
