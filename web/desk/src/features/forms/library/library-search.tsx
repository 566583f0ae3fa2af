import { say as sayIn } from '@shiji/kernel/wording'
import { Input, Select } from 'antd'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { LibraryReply } from './insert-entry.ts'

const WORDS = {
  search: { zh: '名称、同义词或拼音首字母', en: 'Name, synonym or pinyin initials' },
  service: { zh: '服务类别', en: 'Kind of service' },
  every: { zh: '全部服务类别', en: 'Every kind of service' },
  one: { zh: '{name}（{entries}）', en: '{name} ({entries})' },
} as const

export type LibraryQuery = { readonly text: string; readonly service: string }

type LibrarySearchProps = {
  readonly query: LibraryQuery
  readonly services: LibraryReply['services']
  readonly onQuery: (query: LibraryQuery) => void
}

/** What of the library is shown. */
export function LibrarySearch({ query, services, onQuery }: LibrarySearchProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  return (
    <div className="library-search">
      <Input
        allowClear
        value={query.text}
        maxLength={50}
        placeholder={say('search')}
        aria-label={say('search')}
        onChange={({ target }) => onQuery({ ...query, text: target.value })}
      />
      <Select
        aria-label={say('service')}
        value={query.service}
        options={[
          { value: '', label: say('every') },
          ...services
            .filter(({ entries }) => entries > 0)
            .map(({ key, name, entries }) => ({
              value: key,
              label: say('one', { name: sayIn(name, language), entries }),
            })),
        ]}
        onChange={(service) => onQuery({ ...query, service })}
      />
    </div>
  )
}
