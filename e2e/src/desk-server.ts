import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '@shiji/server/app/build-web'
import { type RunningServer, startServer } from '@shiji/server/app/start-server'

type DeskStart = {
  readonly demo: boolean
  /** Where its folder is made; among the temporary files unless somebody says otherwise. */
  readonly below?: string
  /** Fills the data folder before the start. */
  readonly bringData?: (dataFolder: string) => Promise<void>
}

/** The product as `npm start` or `npm start -- --demo` runs it, in a data folder that goes away with it. */
export async function startDesk(
  { demo, below = tmpdir(), bringData }: DeskStart = { demo: false },
): Promise<RunningServer> {
  const parent = await mkdtemp(join(below, 'shiji-journey-'))
  // The embedded database runs as a user of its own when we are root, and must get to its folder.
  await chmod(parent, 0o755)
  const dataFolder = join(parent, 'data')
  await bringData?.(dataFolder)
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    databaseUrl: undefined,
    demo,
    web: buildWeb(() => undefined),
    logLevel: 'silent',
    proxies: undefined,
    onDatabaseEvent: () => undefined,
  })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await rm(parent, { recursive: true, force: true })
    },
  }
}
