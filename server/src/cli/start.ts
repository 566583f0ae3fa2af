import { createHash } from 'node:crypto'
import { constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import type { SupervisorEvent } from '#platform/postgres/supervisor'
import type { RunningServer } from '../app/start-server.ts'
import { type Call, CallRefused, type Command, type ExitCode } from './command.ts'
import { ADMINISTRATORS, START } from './start-wording.ts'

const DEFAULT_PORT = '7300'
const DEFAULT_HOST = '127.0.0.1'
const PROGRAM = resolve(import.meta.dirname, '../../..')

export const start: Command = {
  path: ['start'],
  summary: {
    zh: '启动实绩：数据库、网页和接口；首次启动给出三个管理员的一次性链接',
    en: 'start the product: database, pages and API; the first start prints the one-time links of the administrators',
  },
  usage: '',
  options: {
    port: {
      kind: 'text',
      placeholder: 'PORT',
      describe: { zh: `端口（默认 ${DEFAULT_PORT}，0 任选）`, en: `the port (default ${DEFAULT_PORT}, 0 takes any)` },
    },
    host: {
      kind: 'text',
      placeholder: 'ADDRESS',
      describe: { zh: `监听的地址（默认 ${DEFAULT_HOST}）`, en: `the address to listen on (default ${DEFAULT_HOST})` },
    },
    data: {
      kind: 'text',
      placeholder: 'FOLDER',
      describe: {
        zh: '数据目录（默认在程序旁的 data）；用别的 PostgreSQL 18 请设 DATABASE_URL',
        en: 'the data folder (default: data beside the program); DATABASE_URL names another PostgreSQL 18',
      },
    },
  },
  run: startProduct,
}

async function startProduct(call: Call): Promise<ExitCode> {
  const at = { port: portOf(call), host: call.texts.host ?? DEFAULT_HOST }
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  const tell = (wording: Wording, parameters?: WordingParameters) => call.tell(say(wording, call.language, parameters))
  tell(START.starting, { folder: dataFolder })

  const server = await startOrRefuse(call, at, dataFolder)
  announce(server, call)
  await ended(call.signal)
  tell(START.stopping)
  await server.stop()
  tell(START.stopped)
  return 0
}

type Where = { readonly port: number; readonly host: string }

async function startOrRefuse(call: Call, at: Where, dataFolder: string): Promise<RunningServer> {
  // Loaded here, so that the other commands need not wait for a server they do not start.
  const { startServer } = await import('../app/start-server.ts')
  const { buildDesk } = await import('../app/build-desk.ts')
  const databaseUrl = call.environment.DATABASE_URL || undefined
  try {
    const onDatabaseEvent = (event: SupervisorEvent) => call.tell(sayEvent(event, call))
    const deskFolder = await buildDesk(() => call.tell(say(START.building, call.language)))
    return await startServer({ ...at, dataFolder, databaseUrl, deskFolder, logLevel: 'warn', onDatabaseEvent })
  } catch (error) {
    const sentence = sayProblem(error, { at, call, isForeign: databaseUrl !== undefined })
    if (sentence === null) throw error
    throw new CallRefused(sentence)
  }
}

function announce({ address, links }: RunningServer, call: Call): void {
  const named = links.map(({ role, code }) => ({ role, link: `${address}/invitation/${code}` }))
  if (call.json) {
    call.print(JSON.stringify({ address, links: named }))
    return
  }
  call.print(say(START.ready, call.language, { address }))
  if (named.length > 0) call.print(say(START.firstStart, call.language))
  for (const { role, link } of named) {
    const wording = ADMINISTRATORS[role]
    call.print(say(START.link, call.language, { role: wording === undefined ? role : wording[call.language], link }))
  }
  call.print(say(START.stopHint, call.language))
}

function portOf(call: Call): number {
  const port = call.texts.port ?? DEFAULT_PORT
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port)
  throw new CallRefused(say(START.portNotANumber, call.language, { port }))
}

/** Beside the program; as root only where the database's own user can get to it. */
function defaultDataFolder(): string {
  const beside = resolve(PROGRAM, 'data')
  if (process.getuid?.() !== 0 || isOpenToOthers(PROGRAM)) return beside
  return `/var/lib/shiji/${createHash('sha256').update(PROGRAM).digest('hex').slice(0, 12)}`
}

function isOpenToOthers(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & constants.S_IXOTH) !== 0
  return mayEnter && (dirname(folder) === folder || isOpenToOthers(dirname(folder)))
}

type Circumstances = { readonly at: Where; readonly call: Call; readonly isForeign: boolean }

/** null for what is a bug and no circumstance. */
function sayProblem(error: unknown, { at, call, isForeign }: Circumstances): string | null {
  const { language } = call
  if (error instanceof PostgresRefusal) {
    return say(POSTGRES_PROBLEM_WORDING[error.problem.code], language, error.problem.parameters)
  }
  if (!(error instanceof Error)) return null
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === 'listen' || syscall === 'bind') {
    if (code === 'EADDRINUSE') return say(START.portTaken, language, at)
    if (code === 'EACCES') return say(START.portForbidden, language, at)
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && !isForeign)) return say(START.hostUnknown, language, at)
  return isForeign && code !== undefined ? say(START.databaseAway, language, { reason: code }) : null
}

function sayEvent(event: SupervisorEvent, { language }: Call): string {
  switch (event.kind) {
    case 'started':
      return say(START.databaseStarted, language, { pid: event.pid })
    case 'adopted':
      return say(START.databaseAdopted, language, { pid: event.pid })
    case 'restarted':
      return say(START.databaseRestarted, language, { pid: event.pid })
    case 'gone':
      return say(START.databaseGone, language, { reason: event.reason })
    case 'restart-failed':
      return say(START.databaseRestartFailed, language, { reason: event.reason, seconds: event.nextTryMs / 1_000 })
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
