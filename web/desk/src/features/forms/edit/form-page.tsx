import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { FormEditor } from './form-editor.tsx'
import { findKeptEdits, type Kept } from './kept-edits.ts'
import type { OpenedForm } from './opened-form.ts'
import { usePlace } from './use-form-desk.ts'

/** 申报编辑. People who may only read are shown the official form instead. */
export function FormPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId' })
  const mayWrite = useMay('performance.write')
  const opened = useQuery(
    queries.performance.openForm.queryOptions({ input: { id: formId }, refetchOnWindowFocus: false }),
  )
  if (!mayWrite) return <Navigate to="/projects/forms/$formId/sheet" params={{ formId }} replace />
  return <Loaded query={opened}>{(form) => <OpenedPage key={form.id} form={form} />}</Loaded>
}

/** Edits this browser kept from an earlier version are laid over the form as it is today. */
function OpenedPage({ form }: { readonly form: OpenedForm }) {
  const place = usePlace(form.id)
  const [kept] = useState(() => findKeptEdits(place))
  if (kept === null) return <FormEditor form={form} kept={null} />
  if (kept.version === form.version) return <FormEditor form={form} kept={{ seen: form.content, kept: kept.edits }} />
  return <FromOlderVersion form={form} kept={kept} />
}

function FromOlderVersion({ form, kept }: { readonly form: OpenedForm; readonly kept: Kept }) {
  const input = { id: form.id, version: kept.version }
  const older = useQuery(queries.performance.openForm.queryOptions({ input }))
  return (
    <Loaded query={older}>
      {({ content }) => <FormEditor form={form} kept={{ seen: content, kept: kept.edits }} />}
    </Loaded>
  )
}
