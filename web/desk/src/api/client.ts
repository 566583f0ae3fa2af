import { contract } from 'virtual:contract'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { getLook } from '#desk/look/look-store.ts'
import { problemOf } from './problem-error.ts'
import { signInAgain } from './session.ts'

/** Calls for which an ended session is an answer and no interruption. */
const ASKS_ABOUT_SESSION = ['directory.whoAmI', 'directory.signOut']

/** What a call may carry besides its input: under a key a change happens once, however often it is sent. */
type Call = { readonly idempotencyKey?: string }

const link = new OpenAPILink<Call>(contract, {
  url: `${window.location.origin}/api`,
  fetch: async (request, init) => readableProblem(await fetch(request, init)),
  headers: ({ context: { idempotencyKey } }) => ({
    'accept-language': getLook().language,
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  }),
  interceptors: [
    async ({ next, path }) => {
      try {
        return await next()
      } catch (error) {
        const problem = problemOf(error, getLook().language)
        if (problem.code !== 'not-signed-in' || ASKS_ABOUT_SESSION.includes(path.join('.'))) throw problem
      }
      // The page and what was typed stay; after signing in over it, the same request goes out again.
      await signInAgain()
      try {
        return await next()
      } catch (error) {
        throw problemOf(error, getLook().language)
      }
    },
  ],
})

/** The link reads `application/json` alone; a problem is JSON under a name of its own (RFC 9457). */
function readableProblem(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  return new Response(response.body, { status: response.status, headers })
}

/** The contract as functions: `api.directory.listPeople({ search })`. Throws a `ProblemError`. */
export const api: JsonifiedClient<ContractRouterClient<typeof contract, Call>> = createORPCClient(link)

/** The contract as queries and mutations: `useQuery(queries.directory.listUnits.queryOptions())`. Keys are never written by hand. */
export const queries = createTanstackQueryUtils(api)
