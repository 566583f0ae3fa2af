import { CaseId } from '@shiji/contract/flow'
import { useQuery } from '@tanstack/react-query'
import { type api, queries } from '#desk/api/client.ts'

export type CaseSeen = Awaited<ReturnType<typeof api.flow.openCase>>

/** Somebody else may act meanwhile. */
const RENEWED_EVERY_MS = 15_000

export function useCase(id: string) {
  const input = { id: CaseId.parse(id) }
  return useQuery(queries.flow.openCase.queryOptions({ input, refetchInterval: RENEWED_EVERY_MS }))
}
