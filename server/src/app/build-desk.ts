import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const REPOSITORY = resolve(import.meta.dirname, '../../..')
const DESK = join(REPOSITORY, 'web/desk')
const BUILT = join(DESK, 'dist')
const STAMP = join(BUILT, '.built-from')

/** What the desk is built from; a change in any of it makes the built one old. */
const SOURCES = ['web/desk/src', 'web/desk/public', 'contract/src', 'kernel/src']
const SINGLE_SOURCES = ['web/desk/index.html', 'web/desk/vite.config.ts', 'package-lock.json']

const run = promisify(execFile)

/**
 * The folder of the built desk, built first when it is missing or older than its sources (docs/adr/0008). An
 * installation without sources serves what it brought.
 */
export async function buildDesk(onBuild: () => void): Promise<string> {
  if (!existsSync(join(DESK, 'src'))) return BUILT
  const stamp = await stampOfSources()
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === stamp) return BUILT
  onBuild()
  const vite = join(createRequire(join(DESK, 'package.json')).resolve('vite/package.json'), '../bin/vite.js')
  await run(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: DESK })
  await writeFile(STAMP, stamp)
  return BUILT
}

async function stampOfSources(): Promise<string> {
  const listed = await Promise.all(SOURCES.map(listFiles))
  const hash = createHash('sha256')
  for (const file of [...listed.flat().sort(), ...SINGLE_SOURCES]) {
    hash.update(`${file}\n`).update(await readFile(join(REPOSITORY, file)))
  }
  return hash.digest('hex')
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(REPOSITORY, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(REPOSITORY.length + 1))
}
