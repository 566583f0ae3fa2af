import type { AnyContractProcedure } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { implement } from '@orpc/server'
import type { Language } from '@shiji/kernel/wording'
import type { Context } from '../context.ts'
import type { Module } from '../module.ts'
import { problemOf } from './problem.ts'

/** What HTTP adds to the context of a use case. */
export type RequestContext = { readonly context: Context; readonly language: Language }

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
      async ({ next, context: { context, language } }) => {
        try {
          return await next()
        } catch (error) {
          const problem = problemOf(error, { requestId: context.requestId, language })
          if (problem.status === 500) report(error, context.requestId)
          const headers = { 'content-type': 'application/problem+json' }
          return { matched: true, response: { status: problem.status, headers, body: problem } }
        }
      },
    ],
  })
}

function implementOne(procedure: AnyContractProcedure, run: (context: Context, input: unknown) => Promise<unknown>) {
  return implement<AnyContractProcedure, RequestContext>(procedure).handler(({ context, input }) =>
    run(context.context, input),
  )
}
