import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import '../forms.css'
import { RenewalDesk } from './renewal-desk.tsx'

/** One declaration of last year on its way to be this year's. */
export function RenewalPage() {
  const { formId } = useParams({ from: '/desk/declare/last-year/$formId' })
  const { year = thisYear() + 1 } = useSearch({ from: '/desk/declare/last-year/$formId' })
  const preview = useQuery(
    queries.renewal.previewRenewal.queryOptions({ input: { id: formId, year }, refetchOnWindowFocus: false }),
  )
  return (
    <Loaded query={preview}>
      {(found) => (
        <RenewalDesk key={`${formId} ${year}`} preview={found} content={FormContentSchema.parse(found.content)} />
      )}
    </Loaded>
  )
}
