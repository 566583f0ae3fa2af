import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import type { SupervisorEvent } from '#platform/postgres/supervisor'
import { buildDesk } from '../app/build-desk.ts'
import { type RunningServer, startServer } from '../app/start-server.ts'
import { type Call, CallRefused, type Command, type ExitCode } from './command.ts'
import { START } from './start-wording.ts'

const DEFAULT_PORT = 7300
const DEFAULT_HOST = '127.0.0.1'
const REPOSITORY = resolve(import.meta.dirname, '../../..')

export const start: Command = {
  path: ['start'],
  summary: START.summary,
  usage: '',
  options: {
    port: { kind: 'text', placeholder: 'PORT', describe: START.port },
    host: { kind: 'text', placeholder: 'ADDRESS', describe: START.host },
    data: { kind: 'text', placeholder: 'FOLDER', describe: START.data },
  },
  run: runServer,
}

/** Runs until the call is interrupted. */
async function runServer(call: Call): Promise<ExitCode> {
  const server = await startOrRefuse(call)
  if (call.json) call.print(JSON.stringify({ address: server.address, links: linksOf(server) }))
  else printWelcome(call, server)
  if (!call.signal.aborted) await once(call.signal, 'abort')
  await server.stop()
  return 0
}

async function startOrRefuse(call: Call): Promise<RunningServer> {
  const port = portOf(call)
  try {
    const deskFolder = await buildDesk(() => call.tell(say(START.building, call.language)))
    return await startServer({
      port,
      host: call.texts.host ?? DEFAULT_HOST,
      dataFolder: call.texts.data ?? defaultDataFolder(),
      databaseUrl: process.env.DATABASE_URL,
      deskFolder,
      logLevel: 'warn',
      onDatabaseEvent: (event) => tellEvent(call, event),
    })
  } catch (error) {
    if (error instanceof PostgresRefusal) {
      const { code, parameters } = error.problem
      throw new CallRefused(say(POSTGRES_PROBLEM_WORDING[code], call.language, parameters))
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CallRefused(say(START.portTaken, call.language, { port }))
    }
    throw error
  }
}

function portOf(call: Call): number {
  const text = call.texts.port ?? String(DEFAULT_PORT)
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new CallRefused(say(START.portWrong, call.language, { text }))
}

function printWelcome(call: Call, server: RunningServer): void {
  call.print(say(START.ready, call.language, { address: server.address }))
  if (server.links.length === 0) return
  call.print('')
  call.print(say(START.links, call.language))
  for (const { role, link } of linksOf(server)) call.print(`  ${say(START[role], call.language)}  ${link}`)
}

type PrintedLink = { readonly role: keyof typeof START; readonly link: string }

function linksOf({ links, address }: RunningServer): PrintedLink[] {
  return links.map(({ role, code }) => ({ role: role as keyof typeof START, link: `${address}/invitation/${code}` }))
}

function tellEvent(call: Call, event: SupervisorEvent): void {
  if (event.kind === 'gone') call.tell(say(START.databaseGone, call.language, { reason: event.reason }))
  if (event.kind === 'restarted') call.tell(say(START.databaseBack, call.language))
}

/** Beside the program; as root only where the database's own user can get to it. */
function defaultDataFolder(): string {
  const beside = resolve(REPOSITORY, 'data')
  if (process.getuid?.() !== 0 || isOpenToOthers(REPOSITORY)) return beside
  return `/var/lib/shiji/${createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 12)}`
}

function isOpenToOthers(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & constants.S_IXOTH) !== 0
  return mayEnter && (dirname(folder) === folder || isOpenToOthers(dirname(folder)))
}
