import type { Query } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { queryClient } from './query-client.ts'

/** When the oldest content on this page arrived, if the server could not be reached to renew it; null when all is fresh. */
export function useUnrenewedSince(): number | null {
  return useSyncExternalStore(subscribe, unrenewedSince)
}

export function renewNow(): void {
  void queryClient.refetchQueries({ predicate: isUnrenewed })
}

function unrenewedSince(): number | null {
  const waiting = queryClient.getQueryCache().findAll({ predicate: isUnrenewed })
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ state }) => state.dataUpdatedAt))
}

function isUnrenewed(query: Query): boolean {
  const { data, error } = query.state
  return query.isActive() && data !== undefined && error?.code === 'unreachable'
}

function subscribe(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe(listener)
}
