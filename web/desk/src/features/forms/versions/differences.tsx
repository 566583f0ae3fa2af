import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { formSheet } from '../edit/form-sheet.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { placeName } from '../edit/place-name.ts'
import { useTemplate } from '../edit/use-template.ts'

const WORDS = {
  caption: { zh: '两版的差别', en: 'Differences of two versions' },
  place: { zh: '位置', en: 'Place' },
  was: { zh: '原来', en: 'Before' },
  now: { zh: '后来', en: 'After' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  whole: { zh: '整份表', en: 'The whole form' },
  blank: { zh: '（空）', en: '(blank)' },
  same: { zh: '这两版没有差别', en: 'These two versions do not differ' },
} as const

type Difference = { readonly where: string; readonly was: string; readonly now: string }
type DifferencesProps = { readonly form: OpenedForm; readonly from: number; readonly to: number }

export function Differences({ form, from, to }: DifferencesProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const template = useTemplate(form.content)
  const sheet = useMemo(() => formSheet({ template, content: form.content }, language), [template, form, language])
  const differences = useQuery(queries.performance.compareVersions.queryOptions({ input: { id: form.id, from, to } }))
  const words = { row: (row: number) => say('row', { row }), form: say('whole') }
  const columns: readonly Column<Difference>[] = [
    {
      key: 'place',
      title: say('place'),
      width: '26%',
      cell: ({ where }) => (
        <Link to="/projects/forms/$formId" params={{ formId: form.id }} search={{ at: where }}>
          {placeName(sheet, where, words)}
        </Link>
      ),
    },
    { key: 'was', title: say('was'), width: '37%', cell: ({ was }) => <Words text={was} blank={say('blank')} /> },
    { key: 'now', title: say('now'), cell: ({ now }) => <Words text={now} blank={say('blank')} /> },
  ]
  return (
    <Loaded query={differences}>
      {(rows) => (
        <DataTable
          caption={say('caption')}
          {...{ columns, rows }}
          keyOf={({ where }) => where}
          none={{ title: say('same') }}
        />
      )}
    </Loaded>
  )
}

function Words({ text, blank }: { readonly text: string; readonly blank: string }) {
  return text === '' ? <span className="small">{blank}</span> : <span className="difference-text">{text}</span>
}
