import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay, useMe } from '#desk/shell/use-me.ts'
import { FormEditor } from './form-editor.tsx'
import { findKeptEdits } from './kept-edits.ts'
import { findLeaving } from './save-edits.ts'

/** 申报编辑. People who may only read are shown the official form instead. */
export function FormPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId' })
  const place = `${useMe().person.id}-${formId}`
  const mayWrite = useMay('performance.write')
  const isSettled = useSettled(place)
  if (!mayWrite) return <Navigate to="/projects/forms/$formId/sheet" params={{ formId }} replace />
  if (!isSettled) return <StateBlock state={{ kind: 'loading' }} />
  return <OpenedPage key={place} {...{ formId, place }} />
}

/** With edits kept from an earlier visit the form opens as it was then; saving them brings what others wrote since. */
function OpenedPage({ formId, place }: { readonly formId: string; readonly place: string }) {
  const [kept] = useState(() => findKeptEdits(place))
  const input = { id: formId, ...(kept === null ? {} : { version: kept.version }) }
  const opened = useQuery(queries.performance.openForm.queryOptions({ input, refetchOnWindowFocus: false }))
  return <Loaded query={opened}>{(form) => <FormEditor {...{ form, kept, place }} />}</Loaded>
}

/** What was left a moment ago is still being saved: opening the form now would send it twice. */
function useSettled(place: string): boolean {
  const [waitedFor, setWaitedFor] = useState<string | null>(null)
  const saving = findLeaving(place)
  useEffect(() => {
    void saving?.then(() => setWaitedFor(place))
  }, [saving, place])
  return saving === undefined || waitedFor === place
}
