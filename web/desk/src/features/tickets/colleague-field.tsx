import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside } from '#desk/words/use-words.ts'

/** A colleague by name or pinyin; `value` and `onChange` come from the form around it. */
export function ColleagueField({ id, value, onChange }: FieldProps) {
  const aside = useAside()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.desk.findCallers.queryOptions({ input: { search } }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      notFoundContent={null}
      options={(found.data ?? []).map(({ id: personId, name, unit }) => ({
        value: personId,
        label: aside(name, unit.name),
      }))}
      onChange={(chosen: string | null) => onChange?.(chosen ?? undefined)}
    />
  )
}

export type FieldProps = {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string | undefined) => void
}
