import { randomUUID } from 'node:crypto'
import type { Language } from '@shiji/kernel/wording'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import { makeApiHandler } from './api-handler.ts'
import { bodyLimitsOf, refuseLargeBody, swallowBody } from './body-limit.ts'
import { problemHeaders, problemOf } from './problem.ts'

export type HttpServerParts = {
  readonly modules: readonly Module[]
  readonly logger: FastifyBaseLogger
  /** Finds out who calls, on which tenant; throws a refusal when the session has ended. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
  readonly isReady: () => Promise<boolean>
  readonly metrics: () => Promise<string>
}

export function makeHttpServer(parts: HttpServerParts): FastifyInstance {
  const server = Fastify({
    loggerInstance: parts.logger,
    genReqId: () => randomUUID(),
    trustProxy: false,
  })
  const report = (error: unknown, requestId: string) => parts.logger.error({ err: error, requestId }, 'unexpected')
  const handler = makeApiHandler(parts.modules, report)
  const bodyLimits = bodyLimitsOf(parts.modules)

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
    reply.header('x-content-type-options', 'nosniff')
    const context = await openContext(request, reply)
    if (context === null) return
    const idempotencyKey = request.headers['idempotency-key']?.toString()
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context: { context, idempotencyKey } })
    if (!matched) await reply.status(404).send()
  })

  /** null when the request was refused at the door: too large, or nobody could be asked who calls. */
  async function openContext(request: FastifyRequest, reply: FastifyReply): Promise<Context | null> {
    try {
      refuseLargeBody(request.raw, bodyLimits)
      return await parts.contextOf(request, reply)
    } catch (error) {
      const problem = problemOf(error, { requestId: request.id, language: languageOf(request) })
      if (problem.status === 500) report(error, request.id)
      const close = swallowBody(request.raw) ? {} : { connection: 'close' }
      await reply
        .status(problem.status)
        .headers({ ...problemHeaders(problem), ...close })
        .send(JSON.stringify(problem))
      return null
    }
  }
  return server
}

export function languageOf(request: FastifyRequest): Language {
  return (request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh'
}
