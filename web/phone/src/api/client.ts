import { contract } from 'virtual:contract'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { getLook } from '../look/look-store.ts'
import { ProblemError, unreachable } from './problem-error.ts'

/** What a call may carry besides its input: under a key a change happens once, however often it is sent. */
type Call = { readonly idempotencyKey?: string }
type Route = { readonly method: string; readonly path: string }
type Described = Readonly<Record<string, Readonly<Record<string, { readonly '~orpc': { readonly route: Route } }>>>>
type Input = Readonly<Record<string, unknown>>

/** A line that says nothing for so long is no line. */
const PATIENCE_MS = 30_000

/**
 * The contract as functions: `api.desk.listTickets({ whose: 'mine' })`. Throws a `ProblemError`. A few lines of `fetch`
 * in place of the desk's client, for weight and for browsers of 2020.
 */
export const api = mapEntries(contract as unknown as Described, (endpoints) =>
  mapEntries(
    endpoints,
    ({ '~orpc': { route } }) =>
      (input: Input = {}, options: { readonly context?: Call } = {}) =>
        call(route, input, options.context ?? {}),
  ),
) as unknown as JsonifiedClient<ContractRouterClient<typeof contract, Call>>

async function call({ method, path }: Route, input: Input, { idempotencyKey }: Call): Promise<unknown> {
  const { address, rest } = fillIn(path, input)
  const hasBody = method === 'POST' || method === 'PUT'
  const { language } = getLook()
  const headers: Record<string, string> = { 'accept-language': language }
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  const isForm = given.some(([, value]) => value instanceof Blob)
  if (hasBody && !isForm) headers['content-type'] = 'application/json'
  const query =
    hasBody || given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, `${value}`]))}`
  const body = hasBody ? { body: isForm ? formOf(given) : JSON.stringify(Object.fromEntries(given)) } : {}
  const reply = await ask(`/api${address}${query}`, { method, headers, ...body })
  return read(reply)
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    return await fetch(address, { ...init, signal: patience.signal })
  } catch {
    throw unreachable(getLook().language)
  } finally {
    clearTimeout(timer)
  }
}

async function read(reply: Response): Promise<unknown> {
  const isJson = /json/.test(reply.headers.get('content-type') ?? '')
  try {
    if (reply.ok) return await (isJson ? reply.json() : reply.blob())
    // What is no reply of ours, a proxy without its server, is a server that cannot be reached.
    const { code, detail } = isJson ? await reply.json() : {}
    throw typeof code === 'string'
      ? new ProblemError(code as ProblemError['code'], detail)
      : unreachable(getLook().language)
  } catch (error) {
    // A line that broke in the middle of the answer.
    throw error instanceof ProblemError ? error : unreachable(getLook().language)
  }
}

function fillIn(path: string, input: Input): { address: string; rest: Input } {
  const rest: Record<string, unknown> = { ...input }
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { address, rest }
}

function formOf(given: readonly (readonly [string, unknown])[]): FormData {
  const form = new FormData()
  for (const [key, value] of given) form.append(key, value instanceof Blob ? value : String(value))
  return form
}

function mapEntries<Value, Made>(record: Readonly<Record<string, Value>>, make: (value: Value) => Made) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]))
}
