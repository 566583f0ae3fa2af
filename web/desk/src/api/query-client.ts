import { QueryClient } from '@tanstack/react-query'
import type { ProblemError } from './problem-error.ts'

const FRESH_FOR_MS = 15_000
const TRIES = 2

/** The client throws nothing but a `ProblemError`: queries and mutations know it. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ProblemError
  }
}
declare module '@orpc/client' {
  interface Registry {
    throwableError: ProblemError
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_FOR_MS,
      // A refusal stays a refusal; only a server that is away or busy is worth a second try.
      retry: (failures, { code }) => failures < TRIES && (code === 'unreachable' || code === 'overloaded'),
    },
    mutations: { retry: false },
  },
})
