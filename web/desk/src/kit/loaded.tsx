import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { StateBlock } from './state-block.tsx'

type LoadedProps<T> = {
  readonly query: UseQueryResult<T, ProblemError>
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}

/** What a query answered, or the state that stands for it; an answer that could not be renewed says how old it is. */
export function Loaded<T>({ query, rows = 6, children }: LoadedProps<T>) {
  if (query.isPending) return <StateBlock state={{ kind: 'loading', rows }} />
  if (query.data === undefined) {
    return (
      <StateBlock state={{ kind: 'error', problem: query.error as ProblemError, retry: () => void query.refetch() }} />
    )
  }
  const isStale = query.isRefetchError
  return (
    <>
      {isStale ? <StateBlock state={{ kind: 'stale', at: formatMoment(query.dataUpdatedAt) }} /> : null}
      {children(query.data)}
    </>
  )
}
