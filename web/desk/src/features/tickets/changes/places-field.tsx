import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { ChangeSeen } from './change-view.ts'

const WORDS = {
  none: { zh: '没有找到', en: 'None found' },
} as const

type Place = ChangeSeen['places'][number]
type PlacesFieldProps = {
  /** Given by the form. */
  readonly id?: string
  readonly value?: Place['id'][]
  readonly onChange?: (places: Place['id'][]) => void
  /** Chosen before, by name. */
  readonly known: readonly Place[]
}

/** Several units the desk serves, by name or pinyin. */
export function PlacesField({ known, ...field }: PlacesFieldProps) {
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly Place[]>(known)
  const found = useQuery(
    queries.deskTeams.findServed.queryOptions({ input: { search: useDeferredValue(typed.trim()) } }),
  )
  const shown = new Map([...chosen, ...(found.data ?? [])].map((place) => [place.id, place]))
  return (
    <Select
      {...(field.id === undefined ? {} : { id: field.id })}
      mode="multiple"
      value={field.value ?? []}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={say('none')}
      options={[...shown.values()].map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(ids: Place['id'][]) => {
        setChosen(ids.flatMap((id) => shown.get(id) ?? []))
        field.onChange?.(ids)
      }}
    />
  )
}
