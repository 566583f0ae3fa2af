import { execFile } from 'node:child_process'
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { RunningServer } from '@shiji/server/app/start-server'
import type {} from '@shiji/server/testing/global-setup'
import { inject } from 'vitest'
import { startDesk } from './desk-server.ts'

const run = promisify(execFile)
const LOOKED_EVERY_MS = 300

/** `npm start -- --demo`, on a copy of the one demo that is made for all journeys of a test run. */
export async function startDemoDesk(): Promise<RunningServer> {
  const made = await makeDemoOnce(inject('runFolder'))
  return startDesk({ demo: true, bringData: (dataFolder) => copyFolder(made, dataFolder) })
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
    const server = await startDesk({ demo: true, keepData: (dataFolder) => copyFolder(dataFolder, making) })
    await server.stop()
    await rename(making, made)
    return made
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
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

/** With owners and modes as they are: a database of another user stays that user's. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  await run('cp', ['-a', `${from}/.`, to])
}
