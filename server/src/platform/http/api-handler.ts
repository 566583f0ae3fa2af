import type { AnyContractProcedure } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { implement, ORPCError } from '@orpc/server'
import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import { Refusal } from '../refusal.ts'
import { fileHeaders } from './file-headers.ts'
import { withKey } from './idempotency.ts'
import { problemHeaders, problemOf } from './problem.ts'
import { refuseUnstorable } from './storable-text.ts'

/** What HTTP adds to the context of a use case. */
export type RequestContext = { readonly context: Context; readonly idempotencyKey: string | undefined }

type Reporter = (error: unknown, requestId: string) => void

/** Every route of every module behind one handler; input and reply are parsed by the contract on both ways. */
export function makeApiHandler(modules: readonly Module[], report: Reporter): OpenAPIHandler<RequestContext> {
  const router = Object.fromEntries(
    modules.map((module) => [
      module.name,
      Object.fromEntries(
        module.routes.map((route, index) => [String(index), implementOne(route.procedure, route.run)]),
      ),
    ]),
  )
  return new OpenAPIHandler<RequestContext>(router, {
    interceptors: [
      async ({ next, context: { context } }) => {
        try {
          const result = await next()
          const file = result.matched && result.response.body instanceof File ? result.response.body : null
          if (file !== null) Object.assign(result.response?.headers ?? {}, fileHeaders(file))
          return result
        } catch (error) {
          const problem = problemOf(toAnswer(error), context)
          if (problem.status === 500) report(error, context.requestId)
          const headers = problemHeaders(problem)
          return { matched: true, response: { status: problem.status, headers, body: problem } }
        }
      },
    ],
  })
}

function implementOne(procedure: AnyContractProcedure, run: (context: Context, input: unknown) => Promise<unknown>) {
  return implement<AnyContractProcedure, RequestContext>(procedure).handler(async ({ context, input }) => {
    try {
      refuseUnstorable(input)
      return await run(await withKey(context.context, context.idempotencyKey, { procedure, input }), input)
    } catch (error) {
      throw error instanceof Refusal ? error : new Bug(error)
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
  const isOurs = error instanceof Refusal || error instanceof ORPCError || error instanceof Bug
  return isOurs ? error : new Refusal('input-invalid', { problem: 'Content-Type ≠ body' })
}
