import { CaseId } from '@shiji/contract/flow'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { CaseSeen } from './case-view.ts'

/**
 * Whoever was sent a task and sees it has opened it: from then on it cannot be taken back behind their back. True until
 * that is written down, as an act upon the task before would meet a task that has just changed.
 */
export function useOpening({ id, verbs }: CaseSeen): boolean {
  const { mutate, isIdle, isPending } = useMutation(
    queries.flow.actOnCase.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(queries.flow.openCase.queryKey({ input: { id: now.id } }), now),
    }),
  )
  const task = verbs.find(({ verb }) => verb === 'open')?.task
  useEffect(() => {
    if (task != null) mutate({ id: CaseId.parse(id), act: { verb: 'open', task, version: null, opinion: '' } })
  }, [id, task, mutate])
  return task != null && (isIdle || isPending)
}
