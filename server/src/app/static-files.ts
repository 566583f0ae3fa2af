import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Stands in the built page wherever a style or script element carries its nonce (`web/desk/vite.config.ts`). */
const NONCE_MARK = '__SHIJI_NONCE__'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The built desk: hashed assets for a year, everything else asked again, and the page itself for every other address. */
export async function serveDesk(server: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const caching = path.startsWith(join(folder, 'assets'))
        ? `public, max-age=${YEAR_SECONDS}, immutable`
        : 'no-cache'
      reply.header('cache-control', caching)
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets|metrics)(\/|$)/.test(request.url)
    return isPage ? sendPage(reply, page) : reply.status(404).send()
  })
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .headers({
      'content-security-policy': policy(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE_MARK, nonce))
}

/** Everything from here and nothing inline; the styles Ant Design writes carry the nonce of the page (security.md W9, W30). */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
