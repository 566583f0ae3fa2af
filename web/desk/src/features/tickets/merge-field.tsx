import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside } from '#desk/words/use-words.ts'
import type { FieldProps } from './colleague-field.tsx'

/** Another ticket by number or words. */
export function MergeField({ id, value, onChange, without }: FieldProps & { readonly without: string }) {
  const aside = useAside()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.desk.listTickets.queryOptions({ input: { search } }))
  const others = (found.data?.tickets ?? []).filter((ticket) => ticket.id !== without)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      notFoundContent={null}
      options={others.map((ticket) => ({
        value: ticket.id,
        label: aside(`${ticket.number} ${ticket.what}`, ticket.unit.name),
      }))}
      onChange={(chosen: string | null) => onChange?.(chosen ?? undefined)}
    />
  )
}
