import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const REPOSITORY = resolve(import.meta.dirname, '../../..')

/** What every web app is built from besides its own folder. */
const SHARED = ['web/build', 'contract/src', 'kernel/src']

type WebApp = {
  readonly folder: string
  /** A change in any of these folders and files makes the built one old. */
  readonly sources: readonly string[]
  readonly singleSources: readonly string[]
}

const DESK: WebApp = {
  folder: 'web/desk',
  sources: ['web/desk/src', 'web/desk/public', ...SHARED],
  singleSources: ['web/desk/index.html', 'web/desk/vite.config.ts', 'package-lock.json'],
}
/** Wears the colours of the desk. */
const PHONE: WebApp = {
  folder: 'web/phone',
  sources: ['web/phone/src', 'web/phone/public', 'web/desk/src/look', ...SHARED],
  singleSources: [
    'web/phone/index.html',
    'web/phone/vite.config.ts',
    'web/phone/shell-for-offline.ts',
    'web/phone/service-worker.js',
    'package-lock.json',
  ],
}

const run = promisify(execFile)

/** Where the built pages lie. */
export type WebFolders = { readonly deskFolder: string; readonly phoneFolder: string }

/** The folders of the web apps built from the sources as they are now; builds first what there is none of, which is told once (docs/adr/0010). */
export async function buildWeb(onBuild: () => void): Promise<WebFolders> {
  let isTold = false
  const tellOnce = () => {
    if (!isTold) onBuild()
    isTold = true
  }
  const [deskFolder, phoneFolder] = await Promise.all([build(DESK, tellOnce), build(PHONE, tellOnce)])
  return { deskFolder, phoneFolder }
}

async function build(app: WebApp, onBuild: () => void): Promise<string> {
  const name = await hashOfSources(app)
  const dist = join(REPOSITORY, app.folder, 'dist')
  const built = join(dist, name)
  if (existsSync(built)) return built
  onBuild()
  const making = join(dist, `making-${name}-${process.pid}`)
  await runVite(app, making)
  await rename(making, built).catch(async (error: NodeJS.ErrnoException) => {
    // Another start was faster; what it built is the same.
    if (!existsSync(built)) throw error
    await rm(making, { recursive: true })
  })
  await removeOlder(dist, name)
  return built
}

/** All but the last one before: a server that was not started anew yet still hands its pages out. */
async function removeOlder(dist: string, name: string): Promise<void> {
  const others = (await readdir(dist)).filter((other) => other !== name && !other.startsWith('making-'))
  const made = await Promise.all(others.map(async (other) => ({ other, at: (await stat(join(dist, other))).mtimeMs })))
  const older = made.toSorted((a, b) => b.at - a.at).slice(1)
  await Promise.all(older.map(({ other }) => rm(join(dist, other), { recursive: true, force: true })))
}

/** `production` also where a test starts the server: the libraries would bring their development halves otherwise. */
async function runVite({ folder }: WebApp, outDir: string): Promise<void> {
  const cwd = join(REPOSITORY, folder)
  const vite = join(createRequire(join(cwd, 'package.json')).resolve('vite/package.json'), '../bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir], { cwd, env })
}

async function hashOfSources({ sources, singleSources }: WebApp): Promise<string> {
  const listed = await Promise.all(sources.map(listFiles))
  const hash = createHash('sha256')
  for (const file of [...listed.flat().sort(), ...singleSources]) {
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
