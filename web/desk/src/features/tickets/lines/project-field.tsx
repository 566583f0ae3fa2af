import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import type { FieldProps } from '../colleague-field.tsx'

const WORDS = {
  none: { zh: '没有找到', en: 'None found' },
} as const

type ProjectFieldProps = FieldProps & { readonly placeholder?: string }

/** A project I may see, by a piece of its name; `value` and `onChange` come from the form around it. */
export function ProjectField({ id, value, onChange, placeholder }: ProjectFieldProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.deskLines.findProjects.queryOptions({ input: { search } }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      placeholder={placeholder}
      notFoundContent={say('none')}
      options={(found.data ?? []).map(({ id: projectId, name, unit }) => ({
        value: projectId,
        label: aside(name, unit),
      }))}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? undefined)}
    />
  )
}
