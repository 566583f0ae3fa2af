import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'

type TemplateName = Pick<FormContent, 'template' | 'edition'>

/** The sheet of a form; null while it is fetched and for a layout no template describes. */
export function useTemplate(of: TemplateName): FormTemplate | null {
  return useAskedTemplate(of).data ?? null
}

/** The same for who must not show a form by its keys before its sheet is there. */
export function useAskedTemplate({ template: id, edition }: TemplateName) {
  const asked = queries.performance.readTemplate.queryOptions({
    input: { id, edition: edition ?? '' },
    enabled: edition !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useQuery(asked)
}
