import { randomUUID } from 'node:crypto'
import type { Language } from '@shiji/kernel/wording'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import { makeApiHandler } from './api-handler.ts'
import { refuseLargeBody, swallowBody } from './body-limit.ts'
import { fileHeaders } from './file-headers.ts'
import { refusalOfDoor, refuseAddress, refuseConnection } from './front-door.ts'
import { keepBody } from './keep-body.ts'
import { type Live, serveLive } from './live.ts'
import { type ApiDocument, describeApi } from './open-api.ts'
import { type Problem, problemHeaders, problemOf } from './problem.ts'
import { problemPage } from './problem-page.ts'
import { routeFactsOf } from './route-facts.ts'

/** Besides `/api`: what is scanned or typed from a label has a short address. */
const SHORT = '/q/*'

type HttpServerParts = {
  readonly modules: readonly Module[]
  readonly logger: FastifyBaseLogger
  /** Finds out who calls, on which tenant; throws a refusal when the session has ended. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
  readonly isReady: () => Promise<boolean>
  readonly metrics: () => Promise<string>
  /** Addresses whose word on caller and protocol is believed: the reverse proxy in front. Nobody's without it. */
  readonly proxies?: readonly string[] | undefined
  /** What open screens listen to; without it they ask again by themselves. */
  readonly live?: Live | undefined
}

export function makeHttpServer(parts: HttpServerParts): FastifyInstance {
  const server = Fastify({
    loggerInstance: parts.logger,
    genReqId: () => randomUUID(),
    trustProxy: parts.proxies === undefined ? false : [...parts.proxies],
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseAddress,
  })
  const report = (error: unknown, requestId: string) => parts.logger.error({ err: error, requestId }, 'unexpected')
  const answer = makeApiHandler(parts.modules, report)
  const factsOf = routeFactsOf(parts.modules)

  // The contract's handler reads bodies itself.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, done) => done(null))

  server.setErrorHandler((error, request, reply) => {
    const problem = problemOf(refusalOfDoor(error), { requestId: request.id, language: languageOf(request) })
    if (problem.status === 500) report(error, request.id)
    return sendProblem(reply, problem, request)
  })

  let described: Promise<ApiDocument> | undefined
  server.get('/api/openapi.json', () => (described ??= describeApi(parts.modules)))
  server.get('/api/health', async () => ({ status: 'alive' }))
  server.get('/api/ready', async (_request, reply) => {
    const ready = await parts.isReady()
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting' })
  })
  server.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await parts.metrics()))
  if (parts.live !== undefined) serveLive(server, { ...parts.live, modules: parts.modules, refuse: refuseIt })
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('x-content-type-options', 'nosniff')
    const context = await openContext(request, reply)
    if (context === null) return
    const idempotencyKey = request.headers['idempotency-key']?.toString()
    const problem = await answer(request, reply, { context, idempotencyKey })
    if (problem !== null) await sendProblem(reply, problem, request)
  }
  server.all('/api/*', handle)
  server.all(SHORT, handle)

  async function refuseIt(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const problem = problemOf(error, { requestId: request.id, language: languageOf(request) })
    if (problem.status === 500) report(error, request.id)
    await sendProblem(reply, problem, request)
  }

  /** null when the request was refused at the door: too large, or nobody could be asked who calls. */
  async function openContext(request: FastifyRequest, reply: FastifyReply): Promise<Context | null> {
    try {
      refuseLargeBody(request.raw, factsOf)
      const context = await parts.contextOf(request, reply)
      if (factsOf(request.method, request.url)?.keepsBody !== true) return context
      const sent = await keepBody(request)
      return sent === undefined ? context : { ...context, caller: { ...context.caller, sent } }
    } catch (error) {
      if (!swallowBody(request.raw)) reply.header('connection', 'close')
      await refuseIt(error, request, reply)
      return null
    }
  }
  return server
}

/** A browser that opens an address by itself shows people a sentence; programs are answered in JSON. */
async function sendProblem(reply: FastifyReply, problem: Problem, request: FastifyRequest): Promise<void> {
  const headers = problemHeaders(problem)
  if (!(request.headers.accept ?? '').startsWith('text/html')) {
    await reply.status(problem.status).headers(headers).send(JSON.stringify(problem))
    return
  }
  const file = problemPage(problem, languageOf(request))
  await reply
    .status(problem.status)
    .headers({ ...headers, ...fileHeaders(file), 'content-type': 'text/html; charset=utf-8' })
    .send(await file.text())
}

export function languageOf(request: FastifyRequest): Language {
  return (request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh'
}
