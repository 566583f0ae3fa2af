import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import type { Draft } from './draft.ts'
import { type Caller, useCallers, useUnits } from './find-callers.ts'

const WORDS = {
  caller: { zh: '来电（姓名或拼音首字母）', en: 'Who calls (name, or initials in pinyin)' },
  stranger: { zh: '通讯录里没有', en: 'Not in the directory' },
  back: { zh: '从通讯录选', en: 'Choose from the directory' },
  name: { zh: '姓名或称呼', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  choose: { zh: '请选择', en: 'Choose' },
  other: { zh: '换一位', en: 'Somebody else' },
} as const

type CallerFieldProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void }

const NOBODY = { callerId: null, callerName: '', unitId: null, caller: '' }

/** Who calls: whoever called last at one tap, others by a few letters, strangers by name and unit. */
export function CallerField({ draft, onChange }: CallerFieldProps) {
  const say = useWords(WORDS)
  const [isStranger, setStranger] = useState(draft.callerId === null && draft.callerName !== '')
  const turn = (stranger: boolean) => {
    setStranger(stranger)
    onChange(NOBODY)
  }
  if (isStranger) return <Stranger draft={draft} onChange={onChange} onBack={() => turn(false)} />
  if (draft.callerId !== null)
    return (
      <div className="chosen">
        <i aria-hidden>{[...draft.caller][0]}</i>
        <span>{draft.caller}</span>
        <button type="button" className="button" onClick={() => onChange(NOBODY)}>
          {say('other')}
        </button>
      </div>
    )
  return <Directory onChange={onChange} onStranger={() => turn(true)} />
}

function Directory({ onChange, onStranger }: Pick<CallerFieldProps, 'onChange'> & { onStranger: () => void }) {
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const callers = useCallers(typed)
  const field = useRef<HTMLInputElement>(null)
  // Within the tap that opened the page, so that the phone shows its keyboard at once.
  useEffect(() => field.current?.focus(), [])
  const choose = ({ id, name, unit }: Caller) =>
    onChange({ callerId: id, callerName: '', unitId: unit.id, caller: `${name} · ${unit.name}` })
  return (
    <div className="fields">
      <label>
        {say('caller')}
        <input
          ref={field}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={50}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            const [first] = callers
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return
            event.preventDefault()
            choose(first)
          }}
        />
      </label>
      <ul className="offered">
        {callers.map((caller) => (
          <li key={caller.id}>
            <button type="button" onClick={() => choose(caller)}>
              <b>{caller.name}</b> <span>{caller.unit.name}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={onStranger}>
            {say('stranger')}
          </button>
        </li>
      </ul>
    </div>
  )
}

function Stranger({ draft, onChange, onBack }: CallerFieldProps & { readonly onBack: () => void }) {
  const say = useWords(WORDS)
  const units = useUnits()
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const name = (callerName: string) => onChange({ callerName, caller: callerName })
  return (
    <div className="fields">
      <label>
        {say('name')}
        <input
          autoComplete="off"
          maxLength={100}
          value={draft.callerName}
          onChange={({ target }) => name(target.value)}
        />
      </label>
      <label>
        {say('unit')}
        <select
          value={draft.unitId ?? ''}
          onChange={({ target }) =>
            onChange({ unitId: target.value || null, caller: `${draft.callerName} · ${nameOf(target.value)}` })
          }
        >
          <option value="">{say('choose')}</option>
          {units.map(({ id, name: unit }) => (
            <option key={id} value={id}>
              {unit}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={onBack}>
        {say('back')}
      </button>
    </div>
  )
}
