import { onlineManager, QueryClient } from '@tanstack/react-query'
import type { ProblemError } from './problem-error.ts'

const FRESH_FOR_MS = 15_000
const TRIES = 2
/** What could not be renewed because the server is away is asked for again this often. */
const ASKED_AGAIN_MS = 10_000

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
      // A browser without the internet may well reach the server of its intranet: only asking tells.
      networkMode: 'always',
      refetchOnReconnect: true,
      refetchInterval: ({ state: { data, error } }) =>
        data !== undefined && error?.code === 'unreachable' ? ASKED_AGAIN_MS : false,
      // A refusal stays a refusal; only a server that is away or busy is worth a second try.
      retry: (failures, { code }) => failures < TRIES && (code === 'unreachable' || code === 'overloaded'),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** When the browser loses its network, the page finds out at once whether what it shows can still be renewed. */
onlineManager.subscribe((isOnline) => {
  if (!isOnline) void queryClient.refetchQueries({ type: 'active' })
})
