import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'

/** The sheet of a form; null while it is fetched and for a layout no template describes. */
export function useTemplate({ template: id, edition }: Pick<FormContent, 'template' | 'edition'>): FormTemplate | null {
  const asked = queries.performance.readTemplate.queryOptions({
    input: { id, edition: edition ?? '' },
    enabled: edition !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useQuery(asked).data ?? null
}
