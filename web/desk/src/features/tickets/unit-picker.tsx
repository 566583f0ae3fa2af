import { UnitId } from '@shiji/contract/directory'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  unit: { zh: '单位', en: 'Unit' },
  none: { zh: '没有找到', en: 'None found' },
} as const

type UnitPickerProps = {
  readonly id?: string
  readonly chosen: UnitId | null | undefined
  readonly onChoose: (unit: UnitId | null) => void
}

/** A unit I may log calls for, by name or pinyin. */
export function UnitPicker({ id: fieldId, chosen, onChoose }: UnitPickerProps) {
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.deskTeams.findServed.queryOptions({ input: { search } }))
  return (
    <Select
      {...(fieldId === undefined ? {} : { id: fieldId })}
      aria-label={say('unit')}
      placeholder={say('unit')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={chosen ?? null}
      notFoundContent={say('none')}
      options={(found.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value: string | null | undefined) => onChoose(value == null ? null : UnitId.parse(value))}
    />
  )
}
