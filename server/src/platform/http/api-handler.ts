import type { AnyContractProcedure } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { implement, ORPCError } from '@orpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { DatabaseAway } from '../database/database-away.ts'
import type { Module } from '../module.ts'
import { Refusal } from '../refusal.ts'
import { fileHeaders } from './file-headers.ts'
import { withKey } from './idempotency.ts'
import { type Problem, problemOf } from './problem.ts'
import { refuseUnstorable } from './storable-text.ts'

/** What HTTP adds to the context of a use case. */
type RequestContext = { readonly context: Context; readonly idempotencyKey: string | undefined }
type HandlerContext = RequestContext & { readonly fail: (problem: Problem) => void }

type Reporter = (error: unknown, requestId: string) => void

/** Answers a request, or says what is wrong with it. */
type ApiHandler = (request: FastifyRequest, reply: FastifyReply, context: RequestContext) => Promise<Problem | null>

/** Every route of every module behind one handler; input and reply are parsed by the contract on both ways. */
export function makeApiHandler(modules: readonly Module[], report: Reporter): ApiHandler {
  const router = Object.fromEntries(
    modules.map((module) => [
      module.name,
      Object.fromEntries(
        module.routes.map((route, index) => [String(index), implementOne(route.procedure, route.run)]),
      ),
    ]),
  )
  const handler = new OpenAPIHandler<HandlerContext>(router, {
    interceptors: [
      async ({ next, context: { context, fail } }) => {
        try {
          const result = await next()
          const file = result.matched && result.response.body instanceof File ? result.response.body : null
          if (file !== null) Object.assign(result.response?.headers ?? {}, fileHeaders(file))
          return result
        } catch (error) {
          const problem = problemOf(toAnswer(error), context)
          if (problem.status === 500) report(error, context.requestId)
          fail(problem)
          return { matched: false, response: undefined }
        }
      },
    ],
  })
  return async (request, reply, requestContext) => {
    let failure: Problem | null = null
    const fail = (problem: Problem) => {
      failure = problem
    }
    const context = { ...requestContext, fail }
    const below = request.url.startsWith('/api/') ? ({ prefix: '/api' } as const) : {}
    const { matched } = await handler.handle(request, reply, { ...below, context })
    return matched ? null : (failure ?? problemOf(new Refusal('not-found', {}), requestContext.context))
  }
}

function implementOne(procedure: AnyContractProcedure, run: (context: Context, input: unknown) => Promise<unknown>) {
  return implement<AnyContractProcedure, HandlerContext>(procedure).handler(async ({ context, input }) => {
    try {
      refuseUnstorable(input)
      return await run(await withKey(context.context, context.idempotencyKey, { procedure, input }), input)
    } catch (error) {
      throw error instanceof Refusal || error instanceof DatabaseAway ? error : new Bug(error)
    }
  })
}

/** What a use case threw without meaning to refuse. */
class Bug extends Error {
  constructor(cause: unknown) {
    super('a use case failed', { cause })
  }
}

/** An error from before any use case is a body nobody can read: half a JSON, a multipart without its end. */
function toAnswer(error: unknown): unknown {
  const isOurs = [Refusal, DatabaseAway, ORPCError, Bug].some((kind) => error instanceof kind)
  return isOurs ? error : new Refusal('input-invalid', { problem: 'Content-Type ≠ body' })
}
