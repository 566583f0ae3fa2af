import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import { AddEntry } from './add-entry.tsx'
import './library.css'
import { type LibraryQuery, LibrarySearch } from './library-search.tsx'
import { LibraryTable } from './library-table.tsx'

const WORDS = {
  title: { zh: '指标库', en: 'Indicator library' },
  about: {
    zh: '同一项承诺只有一个条目，写法再多也算一项',
    en: 'One promise is one entry, however many ways it is written',
  },
  add: { zh: '新增指标', en: 'Add an indicator' },
  retired: { zh: '也显示已停用的', en: 'Show retired ones too' },
  total: { zh: '{total} 项', en: '{total} entries' },
  first: { zh: '{total} 项，显示前 {shown} 项；可再输几个字缩小范围', en: '{total} entries, the first {shown} shown' },
} as const

/** S17: what may be promised, for which service, and how it is measured. Finance keeps it. */
export function LibraryPage() {
  const say = useWords(WORDS)
  const mayKeep = useMay('performance.review')
  const [query, setQuery] = useState<LibraryQuery>({ text: '', service: '' })
  const [withRetired, setWithRetired] = useState(false)
  const [adding, setAdding] = useState(false)
  const text = useDeferredValue(query.text)
  const retired = withRetired ? 'show' : 'hide'
  const input = { text, retired, ...(query.service === '' ? {} : { service: query.service }) } as const
  const found = useQuery(queries.library.searchLibrary.queryOptions({ input, placeholderData: keepPreviousData }))
  const action = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={mayKeep ? action : undefined} />
      <Loaded query={found}>
        {({ services, entries, total }) => (
          <>
            <div className="library-filters">
              <LibrarySearch {...{ query, services }} onQuery={setQuery} />
              <Checkbox checked={withRetired} onChange={({ target }) => setWithRetired(target.checked)}>
                {say('retired')}
              </Checkbox>
              <span className="small" aria-live="polite">
                {say(total > entries.length ? 'first' : 'total', { total, shown: entries.length })}
              </span>
            </div>
            <LibraryTable {...{ entries, services, mayKeep }} />
            <AddEntry open={adding} services={services} onClose={() => setAdding(false)} />
          </>
        )}
      </Loaded>
    </>
  )
}
