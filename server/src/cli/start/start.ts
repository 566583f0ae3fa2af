import { flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@shiji/demo/accounts'
import { DEMO_DISTRICT } from '@shiji/demo/district'
import { say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import type { SupervisorEvent } from '#platform/postgres/supervisor'
import type { RunningServer } from '../../app/start-server.ts'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { otherServersOf } from '../tenant/servers-option.ts'
import { devicePortsOf } from './device-ports.ts'
import { sayStartProblem, type Where } from './start-problem.ts'
import { START } from './start-wording.ts'
import { proxiesOf } from './trusted-proxies.ts'

const DEFAULT_PORT = '7300'
const DEFAULT_HOST = '127.0.0.1'
const LOGIN_WIDTH = Math.max(...DEMO_ACCOUNTS.map(({ login }) => login.length))

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
    data: DATA_OPTION,
    demo: {
      kind: 'flag',
      describe: {
        zh: '打开一个虚构的区，单独存放（默认在程序旁的 data-demo），与正式数据互不相见',
        en: 'open an invented district, kept apart (default: data-demo beside the program) from all real data',
      },
    },
  },
  run: startProduct,
}

async function startProduct(call: Call): Promise<ExitCode> {
  const at = { port: portOf(call), host: call.texts.host ?? DEFAULT_HOST }
  const demo = call.flags.demo === true
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder(demo ? 'data-demo' : 'data'))
  const tell = (wording: Wording, parameters?: WordingParameters) => call.tell(say(wording, call.language, parameters))
  tell(START.starting, { folder: dataFolder })

  if (demo) tell(START.demoMaking)
  const server = await startOrRefuse(call, at, { dataFolder, demo })
  announce(server, call, demo)
  // Also for a start after this process was killed.
  flushCompileCache()
  await ended(call.signal)
  tell(START.stopping)
  await server.stop()
  tell(START.stopped)
  return 0
}

type District = { readonly dataFolder: string; readonly demo: boolean }

async function startOrRefuse(call: Call, at: Where, { dataFolder, demo }: District): Promise<RunningServer> {
  // Loaded here, so that the other commands need not wait for a server they do not start.
  const { startServer } = await import('../../app/start-server.ts')
  const { buildWeb } = await import('../../app/build-web.ts')
  const databaseUrl = call.environment.DATABASE_URL || undefined
  const servers = { databaseUrl, otherServers: otherServersOf(call.environment, call.language) }
  const options = {
    ...at,
    ...servers,
    dataFolder,
    demo,
    proxies: proxiesOf(call),
    ...devicePortsOf(call),
    logLevel: 'warn',
  } as const
  try {
    const onDatabaseEvent = (event: SupervisorEvent) => call.tell(sayEvent(event, call))
    const web = buildWeb(() => call.tell(say(START.building, call.language)))
    return await startServer({ ...options, web, onDatabaseEvent })
  } catch (error) {
    const sentence = sayStartProblem(error, {
      ...at,
      dataFolder,
      language: call.language,
      isForeign: databaseUrl !== undefined,
    })
    if (sentence === null) throw error
    throw new CallRefused(sentence)
  }
}

/** The address comes last, where the eye is. */
function announce({ address, links }: RunningServer, call: Call, demo: boolean): void {
  const named = links.map(({ role, code }) => ({ role, link: `${address}/invitation/${code}` }))
  if (call.json) {
    call.print(JSON.stringify({ address, links: named, ...(demo ? { demo: DEMO } : {}) }))
    return
  }
  const print = (wording: Wording, parameters?: WordingParameters) =>
    call.print(say(wording, call.language, parameters))
  if (named.length > 0) print(START.firstStart)
  for (const { role, link } of named) print(START.link, { role: ROLE_WORDS[role][call.language], link })
  if (demo) announcePeople(call)
  print(START.stopHint)
  print(START.ready, { address })
}

const DEMO = { password: DEMO_PASSWORD, people: DEMO_ACCOUNTS }

function announcePeople({ print, language }: Call): void {
  print(say(START.demoPeople, language, { password: DEMO_PASSWORD }))
  for (const { login, name, office, roles } of DEMO_ACCOUNTS) {
    const role = roles.map((one) => ROLE_WORDS[one][language]).join('、')
    print(
      say(START.demoPerson, language, {
        login: login.padEnd(LOGIN_WIDTH),
        name,
        office: office ?? DEMO_DISTRICT.name,
        role,
      }),
    )
  }
}

function portOf(call: Call): number {
  const port = call.texts.port ?? DEFAULT_PORT
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port)
  throw new CallRefused(say(START.portNotANumber, call.language, { port }))
}

function sayEvent(event: SupervisorEvent, { language }: Call): string {
  switch (event.kind) {
    case 'making':
      return say(START.databaseMaking, language)
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
