import type { Route } from '@shiji/server/platform/module'
import type { FastifyInstance } from 'fastify'

export type Answer = { readonly status: number; readonly type: string; readonly text: string }

/** Everybody asks from an address of their own: nobody is slowed down for what another did. */
let askers = 0

function nextAddress(): string {
  askers += 1
  return `10.${(askers >> 16) & 255}.${(askers >> 8) & 255}.${askers & 255}`
}

/** Carries a parsed input to its route the way a browser would. */
export async function ask(
  app: FastifyInstance,
  { procedure }: Route,
  { input, cookie }: { input: unknown; cookie: string | null },
): Promise<Answer> {
  const { method = 'POST', path = '/' } = procedure['~orpc'].route
  const rest = new Map(Object.entries(typeof input === 'object' && input !== null ? input : {}))
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  const inBody = method === 'POST' || method === 'PUT'
  const query = new URLSearchParams(inBody ? [] : [...rest].map(([name, value]) => [name, String(value)]))
  const body = inBody && input !== undefined ? await encode(rest) : { headers: {} }
  const reply = await app.inject({
    method: method as 'GET',
    url: `/api${filled}${query.size > 0 ? `?${query}` : ''}`,
    remoteAddress: nextAddress(),
    ...body,
    headers: { ...body.headers, ...(cookie === null ? {} : { cookie }) },
  })
  const type = String(reply.headers['content-type'] ?? '').split(';')[0] ?? ''
  return { status: reply.statusCode, type, text: reply.body }
}

type Encoded = { readonly headers: Record<string, string>; readonly payload?: Buffer | string }

async function encode(values: ReadonlyMap<string, unknown>): Promise<Encoded> {
  if (![...values.values()].some((value) => value instanceof File)) {
    return { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(Object.fromEntries(values)) }
  }
  const form = new FormData()
  for (const [name, value] of values) form.set(name, value instanceof File ? value : String(value))
  const multipart = new Response(form)
  const type = multipart.headers.get('content-type') ?? ''
  return { headers: { 'content-type': type }, payload: Buffer.from(await multipart.arrayBuffer()) }
}
