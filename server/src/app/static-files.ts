import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { WebFolders } from './build-web.ts'

/** Stands in the built page wherever a style or script element carries its nonce (`web/desk/vite.config.ts`). */
const NONCE_MARK = '__SHIJI_NONCE__'
const YEAR_SECONDS = 365 * 24 * 60 * 60
/** Where the app for the phone lives, and every address below it. */
const PHONE = '/m/'
const NO_PAGE = /^\/(api|assets|metrics|m\/assets)(\/|$)/
/** No page has a dot in its address. Answered with one, a scanner would report every file it tries, `/.env` and all, as laid open. */
const FILE = /^[^?]*\.(?!html(\?|$))/

/** The built apps: hashed assets for a year, everything else asked again, and their page for every other address. */
export async function serveWeb(server: FastifyInstance, { deskFolder, phoneFolder }: WebFolders): Promise<void> {
  const deskPage = await readFile(join(deskFolder, 'index.html'), 'utf8')
  const phonePage = await readFile(join(phoneFolder, 'index.html'), 'utf8')

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    if (/^\/(api|q)\//.test(request.url)) reply.header('cache-control', 'no-store')
  })
  await serveFiles(server, deskFolder, '/')
  await serveFiles(server, phoneFolder, PHONE)
  server.get('/', (_request, reply) => sendDesk(reply, deskPage))
  server.get(PHONE, (_request, reply) => sendPhone(reply, phonePage))
  server.get('/m', (_request, reply) => reply.redirect(PHONE))
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NO_PAGE.test(request.url) || FILE.test(request.url)) {
      return reply.status(404).send()
    }
    return request.url.startsWith(PHONE) ? sendPhone(reply, phonePage) : sendDesk(reply, deskPage)
  })
}

async function serveFiles(server: FastifyInstance, root: string, prefix: string): Promise<void> {
  await server.register(fastifyStatic, {
    root,
    prefix,
    index: false,
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    // The page itself goes out with its policy.
    allowedPath: (path) => path !== '/index.html',
    setHeaders: (reply, path) => {
      const caching = path.startsWith(join(root, 'assets')) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'
      reply.header('cache-control', caching)
    },
  })
}

function sendDesk(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return sendPage(reply, page.replaceAll(NONCE_MARK, nonce), {
    'content-security-policy': policy(` 'nonce-${nonce}'`),
    'cache-control': 'no-store',
  })
}

/** The same for everybody and without anything inline, so a phone may keep it. */
function sendPhone(reply: FastifyReply, page: string): FastifyReply {
  return sendPage(reply, page, { 'content-security-policy': policy(''), 'cache-control': 'no-cache' })
}

function sendPage(reply: FastifyReply, page: string, headers: Record<string, string>): FastifyReply {
  return reply
    .headers({ 'cross-origin-opener-policy': 'same-origin', ...headers })
    .type('text/html; charset=utf-8')
    .send(page)
}

/** Everything from here and nothing inline; the styles Ant Design writes carry the nonce of the page (security.md W9, W30). */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce}`,
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
