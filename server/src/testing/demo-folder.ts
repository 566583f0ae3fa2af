import { execFile } from 'node:child_process'
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { buildWeb } from '../app/build-web.ts'
import { startServer } from '../app/start-server.ts'

const run = promisify(execFile)
const LOOKED_EVERY_MS = 300

/** The data folder of a made demo, in a folder that does not exist yet; the demo is made once for all tests of a run. */
export async function layDemo(runFolder: string, dataFolder: string): Promise<void> {
  const made = await makeDemoOnce(runFolder)
  await mkdir(dataFolder, { recursive: true })
  await chmod(dataFolder, 0o755)
  // With owners and modes as they are: a database of another user stays that user's.
  await run('cp', ['-a', `${made}/.`, dataFolder])
}

/** Whoever comes first makes it, the others wait for it; a making that failed is left to the next. */
async function makeDemoOnce(runFolder: string): Promise<string> {
  const [making, made] = [join(runFolder, 'demo.making'), join(runFolder, 'demo')]
  for (;;) {
    if (await isThere(made)) return made
    if (await isFirst(making)) break
    await wait(LOOKED_EVERY_MS)
  }
  try {
    await makeDemo(join(making, 'data'))
    await rename(join(making, 'data'), made)
    return made
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

async function makeDemo(dataFolder: string): Promise<void> {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    databaseUrl: undefined,
    demo: true,
    web: buildWeb(() => undefined),
    logLevel: 'silent',
    proxies: undefined,
    onDatabaseEvent: () => undefined,
  })
  await server.stop()
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function isFirst(path: string): Promise<boolean> {
  return mkdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}
