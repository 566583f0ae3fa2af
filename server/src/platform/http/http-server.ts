import { randomUUID } from 'node:crypto'
import type { Language } from '@shiji/kernel/wording'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import { makeApiHandler } from './api-handler.ts'

export type HttpServerParts = {
  readonly modules: readonly Module[]
  readonly logger: FastifyBaseLogger
  /** Finds out who calls, on which tenant; throws a refusal when the session has ended. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
  readonly isReady: () => Promise<boolean>
  readonly metrics: () => Promise<string>
}

const BODY_LIMIT = 2 * 2 ** 20

export function makeHttpServer(parts: HttpServerParts): FastifyInstance {
  const server = Fastify({
    loggerInstance: parts.logger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
  })
  const handler = makeApiHandler(parts.modules, (error, requestId) =>
    parts.logger.error({ err: error, requestId }, 'unexpected'),
  )

  // The contract's handler reads bodies itself.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, done) => done(null))

  server.get('/api/health', async () => ({ status: 'alive' }))
  server.get('/api/ready', async (_request, reply) => {
    const ready = await parts.isReady()
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting' })
  })
  server.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await parts.metrics()))
  server.all('/api/*', async (request, reply) => {
    const context = await parts.contextOf(request, reply)
    const { matched } = await handler.handle(request, reply, {
      prefix: '/api',
      context: { context, language: languageOf(request) },
    })
    if (!matched) await reply.status(404).send()
  })
  return server
}

function languageOf(request: FastifyRequest): Language {
  return (request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh'
}
