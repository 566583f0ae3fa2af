import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { FormHead } from './form-head.tsx'
import { PaperView } from './paper-view.tsx'
import './sheet.css'

const WORDS = {
  saved: { zh: '打印的是已保存的第 {version} 版', en: 'This prints the saved version {version}' },
} as const

/** 正式表: the form exactly as the finance office prints it. */
export function SheetPage() {
  const say = useWords(WORDS)
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/sheet' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead form={form} about={say('saved', { version: form.version })} />
          <PaperView key={form.version} formId={form.id} version={form.version} />
        </>
      )}
    </Loaded>
  )
}
