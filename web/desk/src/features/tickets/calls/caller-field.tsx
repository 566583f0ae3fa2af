import type { PersonId, UnitId } from '@shiji/contract/directory'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside, useSaying, useWords } from '#desk/words/use-words.ts'
import { UnitPicker } from '../unit-picker.tsx'

const WORDS = {
  caller: { zh: '来电人', en: 'Who calls' },
  hint: { zh: '姓名或拼音首字母', en: 'Name, or initials in pinyin' },
  none: { zh: '通讯录里没有', en: 'Not in the directory' },
  stranger: { zh: '不在通讯录', en: 'Not in the directory' },
  back: { zh: '从通讯录选', en: 'Choose from the directory' },
  name: { zh: '姓名或称呼', en: 'Name' },
} as const

export type Calling = {
  readonly callerId: PersonId | null
  readonly callerName: string
  readonly unitId: UnitId | null
}

type CallerFieldProps = { readonly calling: Calling; readonly onCall: (calling: Calling) => void }

/** Who calls: by a few letters, by who called last, or by a name and a unit. */
export function CallerField({ calling, onCall }: CallerFieldProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const saying = useSaying()
  const [typed, setTyped] = useState('')
  const [isStranger, setStranger] = useState(false)
  const search = useDeferredValue(typed.trim())
  const found = useQuery(queries.desk.findCallers.queryOptions({ input: { search } }))
  const callers = found.data ?? []
  const turn = (stranger: boolean) => {
    setStranger(stranger)
    onCall({ callerId: null, callerName: '', unitId: null })
  }
  if (isStranger)
    return (
      <div className="caller-field">
        <Input
          autoFocus
          aria-label={say('name')}
          placeholder={say('name')}
          maxLength={100}
          value={calling.callerName}
          onChange={({ target }) => onCall({ ...calling, callerName: target.value })}
        />
        <UnitPicker chosen={calling.unitId} onChoose={(unitId) => onCall({ ...calling, unitId })} />
        <Button type="link" onClick={() => turn(false)}>
          {say('back')}
        </Button>
      </div>
    )
  return (
    <div className="caller-field">
      <Select
        autoFocus
        size="large"
        aria-label={say('caller')}
        placeholder={saying(say('caller'), say('hint'))}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={calling.callerId}
        notFoundContent={search === '' ? null : say('none')}
        options={callers.map(({ id, name, unit }) => ({ value: id, label: aside(name, unit.name) }))}
        onChange={(id) => {
          const caller = callers.find((one) => one.id === id)
          onCall({ callerId: caller?.id ?? null, callerName: '', unitId: caller?.unit.id ?? null })
        }}
      />
      <Button type="link" onClick={() => turn(true)}>
        {say('stranger')}
      </Button>
    </div>
  )
}
