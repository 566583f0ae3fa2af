import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  label: { zh: '选择人员', en: 'Choose people' },
  hint: { zh: '输入姓名查找', en: 'Type a name' },
  none: { zh: '没有找到', en: 'Nobody found' },
} as const

type ColleaguePickerProps = {
  readonly several: boolean
  readonly chosen: readonly string[]
  readonly onChoose: (people: readonly string[]) => void
  /** Names of who is chosen already. */
  readonly known?: readonly { readonly id: string; readonly name: string }[]
}

export function ColleaguePicker({ several, chosen, onChoose, known = [] }: ColleaguePickerProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.flow.findColleagues.queryOptions({ input: { search }, enabled: search !== '' }))
  const options = (found.data ?? []).map(({ id, name, unit }) => ({ value: id, label: aside(name, unit) }))
  return (
    <Select
      className="colleague-picker"
      aria-label={say('label')}
      placeholder={say('hint')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      {...(several ? { mode: 'multiple' as const } : {})}
      value={several ? [...chosen] : (chosen[0] ?? null)}
      notFoundContent={search === '' ? null : say('none')}
      options={search === '' ? known.map(({ id, name }) => ({ value: id, label: name })) : options}
      onChange={(value: string | string[]) => onChoose(Array.isArray(value) ? value : [value])}
    />
  )
}
