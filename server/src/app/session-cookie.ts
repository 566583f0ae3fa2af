import type { FastifyReply, FastifyRequest } from 'fastify'

/** `__Host-` ties the cookie to this host and to https; on plain http, only loopback is served, the bare name is used. */
const SECURE_NAME = '__Host-shiji'
const LOCAL_NAME = 'shiji'

export function readSessionCookie(request: FastifyRequest): string | null {
  const wanted = nameFor(request)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === wanted && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value
  }
  return null
}

export function writeSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const secure = nameFor(request) === SECURE_NAME ? '; Secure' : ''
  const life = token === null ? '; Max-Age=0' : ''
  reply.header('set-cookie', `${nameFor(request)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`)
}

function nameFor(request: FastifyRequest): string {
  return request.protocol === 'https' ? SECURE_NAME : LOCAL_NAME
}
