import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '@shiji/server/app/build-web'
import { type RunningServer, startServer } from '@shiji/server/app/start-server'

/** The product as `npm start` or `npm start -- --demo` runs it, on an empty data folder that goes away with it. */
export async function startDesk({ demo }: { demo: boolean } = { demo: false }): Promise<RunningServer> {
  const parent = await mkdtemp(join(tmpdir(), 'shiji-journey-'))
  // The embedded database runs as a user of its own when we are root, and must get to its folder.
  await chmod(parent, 0o755)
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder: join(parent, 'data'),
    databaseUrl: undefined,
    demo,
    ...(await buildWeb(() => undefined)),
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
