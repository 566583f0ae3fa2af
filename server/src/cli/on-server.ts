import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { directory } from '@shiji/contract/directory'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Call, CallRefused, type Option } from './command.ts'

const WORDS = {
  noLogin: {
    zh: '请用 --login 写明以谁的身份办理：权限按这个人的，账本记这个人。没有改动任何东西。',
    en: 'Say with --login on whose behalf: their permissions count and the ledger names them. Nothing was changed.',
  },
  noPassword: {
    zh: '没有密码。请放进环境变量 SHIJI_PASSWORD，或从标准输入给出一行；不要写在命令里。没有改动任何东西。',
    en: 'There is no password. Put it into SHIJI_PASSWORD or give it as one line of standard input, never in the command. Nothing was changed.',
  },
  password: { zh: '{login} 的密码：', en: 'Password of {login}: ' },
  noServer: {
    zh: '{server} 没有应答（{reason}）。请先启动实绩，或用 --server 写明网址；没有改动任何东西。',
    en: '{server} does not answer ({reason}). Start Shiji first, or name its address with --server; nothing was changed.',
  },
  noAnswer: {
    zh: '{server} 没有给出结果（{reason}），这一步可能已经办成。请再运行一次：已经导入的会显示为不变或已有。',
    en: '{server} gave no answer ({reason}); the step may have been done. Run it again: what is in already is said to be unchanged or there.',
  },
  notShiji: {
    zh: '{server} 应答的不是实绩（HTTP {status}）。请检查 --server；没有改动任何东西。',
    en: 'What answers at {server} is not Shiji (HTTP {status}). Check --server; nothing was changed.',
  },
  wrongServer: {
    zh: '“{server}”不是网址。请写成 http://主机:端口 的样子。',
    en: '"{server}" is no address. Write it like http://host:port.',
  },
} as const

const USUAL_SERVER = 'http://127.0.0.1:8080'
/** Printing a form or taking a long list may take its time. */
const PATIENCE_MS = 120_000

export const SERVER_OPTIONS = {
  server: {
    kind: 'text',
    placeholder: 'URL',
    describe: { zh: `实绩的网址（默认 ${USUAL_SERVER}）`, en: `the address of Shiji (default ${USUAL_SERVER})` },
  },
  login: {
    kind: 'text',
    placeholder: 'LOGIN',
    describe: {
      zh: '以谁的身份；密码放在环境变量 SHIJI_PASSWORD，或从标准输入给出',
      en: 'on whose behalf; the password comes from SHIJI_PASSWORD or standard input',
    },
  },
  code: {
    kind: 'text',
    placeholder: 'DIGITS',
    describe: { zh: '动态码（启用了第二步验证的人）', en: 'the six digits, for who signs in with a second step' },
  },
} as const satisfies Readonly<Record<string, Option>>

/** What the server refused, in its sentence. */
export class ServerRefusal extends CallRefused {
  readonly code: string

  constructor(code: string, detail: string) {
    super(detail, code === 'file-unreadable' || code === 'file-empty' ? 3 : 1)
    this.code = code
  }
}

type Input<P extends AnyContractProcedure> = InferSchemaInput<NonNullable<P['~orpc']['inputSchema']>>
type Output<P extends AnyContractProcedure> = InferSchemaOutput<NonNullable<P['~orpc']['outputSchema']>>

/** A running server as one person may use it: every permission is theirs, and the ledger names them. */
export type SignedIn = {
  readonly address: string
  /** An operation of the contract; a file is answered as a file. */
  readonly ask: <P extends AnyContractProcedure>(operation: P, input: Input<P>) => Promise<Output<P>>
}

/** Signs in, works and signs out again, whatever became of it. */
export async function onServer<Value>(call: Call, work: (signedIn: SignedIn) => Promise<Value>): Promise<Value> {
  const server = serverOf(call)
  const login = call.texts.login ?? refuse(say(WORDS.noLogin, call.language))
  const { code } = call.texts
  const word = { login, password: await passwordOf(call, login), ...(code === undefined ? {} : { code }) }
  const entered = await send(call, server, requestOf(directory.signIn, word))
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  try {
    return await work({
      address: server,
      ask: async (operation, input) => {
        const answer = await send(call, server, requestOf(operation, input), cookie)
        const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
        const said = isJson ? await answer.json() : new File([await answer.arrayBuffer()], 'file')
        return (operation['~orpc'].outputSchema as z.ZodType | undefined)?.parse(said) as never
      },
    })
  } finally {
    await send(call, server, requestOf(directory.signOut, {}), cookie).catch(() => undefined)
  }
}

function serverOf({ texts, language }: Call): string {
  const server = texts.server ?? USUAL_SERVER
  const isAddress = URL.canParse(server) && ['http:', 'https:'].includes(new URL(server).protocol)
  return isAddress ? new URL(server).origin : refuse(say(WORDS.wrongServer, language, { server }))
}

/** Never an argument: those are shown to everybody on the machine. */
async function passwordOf(call: Call, login: string): Promise<string> {
  const kept = call.environment.SHIJI_PASSWORD
  if (kept) return kept
  const typed = process.stdin.isTTY ? await typedUnseen(call, login) : await firstLine(call)
  return typed === '' ? refuse(say(WORDS.noPassword, call.language)) : typed
}

async function typedUnseen(call: Call, login: string): Promise<string> {
  call.tell(say(WORDS.password, call.language, { login }))
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return terminal.question('', { signal: call.signal }).finally(() => terminal.close())
}

async function firstLine({ lines }: Call): Promise<string> {
  for await (const line of lines()) return line
  return ''
}

type Request = { readonly method: string; readonly path: string; readonly body: FormData | string | null }

/** What is in the path, in the query, or in the body, as the contract has it (OpenAPI). */
function requestOf({ '~orpc': { route } }: AnyContractProcedure, input: unknown): Request {
  const rest = new Map(Object.entries(input ?? {}).filter(([, value]) => value !== undefined))
  const path = (route.path ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  const method = route.method ?? 'POST'
  const pairs = [...rest]
  if (method === 'GET')
    return {
      method,
      path: `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`,
      body: null,
    }
  if (!pairs.some(([, value]) => value instanceof File))
    return { method, path, body: JSON.stringify(Object.fromEntries(rest)) }
  const body = new FormData()
  for (const [name, value] of pairs) value instanceof File ? body.set(name, value) : body.set(name, String(value))
  return { method, path, body }
}

async function send(call: Call, server: string, { method, path, body }: Request, cookie = ''): Promise<Response> {
  const answer = await fetch(`${server}/api${path}`, {
    method,
    body,
    redirect: 'error',
    signal: AbortSignal.any([call.signal, AbortSignal.timeout(PATIENCE_MS)]),
    headers: {
      cookie,
      'accept-language': call.language,
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
  }).catch((error: unknown) => {
    const wording = cookie === '' ? WORDS.noServer : WORDS.noAnswer
    return refuse(say(wording, call.language, { server, reason: reasonOf(error) }))
  })
  if (answer.ok) return answer
  if (answer.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    return refuse(say(WORDS.notShiji, call.language, { server, status: answer.status }))
  }
  const { code, detail } = (await answer.json()) as { code: string; detail: string }
  throw new ServerRefusal(code, detail)
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

function refuse(sentence: string): never {
  throw new CallRefused(sentence)
}
