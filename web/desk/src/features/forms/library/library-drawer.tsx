import type { FormContent } from '@shiji/kernel/form/form-content'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { EditStep } from '../edit/edit-history.ts'
import { insertEntries, type LibraryRow } from './insert-entry.ts'
import './library.css'
import { LibraryEntryCard } from './library-entry-card.tsx'
import { type LibraryQuery, LibrarySearch } from './library-search.tsx'

const WORDS = {
  title: { zh: '指标库', en: 'Indicator library' },
  about: {
    zh: '选中即填入表中它该在的分支，目标值和计量方法一并带上。',
    en: 'What you choose goes into its branch of the form, with its target and how it is measured.',
  },
  shown: { zh: '{total} 项指标', en: '{total} indicators' },
  takeAll: { zh: '把这 {count} 项都填入', en: 'Insert all {count}' },
  insertedAll: { zh: '已填入 {count} 项', en: '{count} inserted' },
  inserted: { zh: '已填入“{name}”', en: 'Inserted "{name}"' },
} as const

type LibraryDrawerProps = {
  readonly form: { readonly id: string; readonly version: number }
  readonly content: FormContent
  readonly onStep: (step: EditStep) => void
}

/** The library beside a form: found, filtered, put into a row. */
export function LibraryDrawer({ form, content, onStep }: LibraryDrawerProps) {
  const say = useWords(WORDS)
  const [query, setQuery] = useState<LibraryQuery>({ text: '', service: '' })
  const [last, setLast] = useState<readonly string[]>([])
  const text = useDeferredValue(query.text)
  const input = {
    text,
    formId: form.id,
    version: form.version,
    ...(query.service === '' ? {} : { service: query.service }),
  }
  const found = useQuery(queries.library.searchLibrary.queryOptions({ input, placeholderData: keepPreviousData }))
  const isMissing = ({ level3, onForm }: LibraryRow) =>
    onForm === null && !content.indicators.some((row) => row.level3.trim() === level3)
  const take = (entries: readonly LibraryRow[]) => {
    onStep(insertEntries(content, entries))
    setLast(entries.map(({ level3 }) => level3))
  }
  const [name = '', ...others] = last
  const said = others.length === 0 ? say('inserted', { name }) : say('insertedAll', { count: last.length })
  return (
    <>
      <h2 className="finding-head">{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <Loaded query={found}>
        {({ services, entries, total }) => (
          <>
            <LibrarySearch {...{ query, services }} onQuery={setQuery} />
            <p className="small" aria-live="polite">
              {last.length === 0 ? say('shown', { total }) : said}
            </p>
            {query.service === '' || !entries.some(isMissing) ? null : (
              <Button size="small" onClick={() => take(entries.filter(isMissing))}>
                {say('takeAll', { count: entries.filter(isMissing).length })}
              </Button>
            )}
            <ul className="library-entries">
              {entries.map((entry) => (
                <LibraryEntryCard
                  key={entry.id}
                  entry={entry}
                  isOnForm={!isMissing(entry)}
                  take={() => take([entry])}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  )
}
