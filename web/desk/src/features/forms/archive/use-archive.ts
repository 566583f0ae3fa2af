import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'

/** The bundle of a year that ended. */
export function useArchive(formId: string, isEnded: boolean) {
  const input = { id: FormId.parse(formId) }
  return useQuery({ ...queries.archive.readArchive.queryOptions({ input }), enabled: isEnded, retry: false })
}
