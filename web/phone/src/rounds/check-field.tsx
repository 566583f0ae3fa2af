import type { Check } from '@shiji/kernel/upkeep/check'
import { judgeCheck } from '@shiji/kernel/upkeep/judge-check'
import { Choices } from '../shell/choices.tsx'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  yes: { zh: '正常', en: 'In order' },
  no: { zh: '异常', en: 'At fault' },
  between: { zh: '{name}（{unit}），应在 {least}–{most}', en: '{name} ({unit}), within {least}–{most}' },
  least: { zh: '{name}（{unit}），不低于 {least}', en: '{name} ({unit}), at least {least}' },
  most: { zh: '{name}（{unit}），不高于 {most}', en: '{name} ({unit}), at most {most}' },
  free: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  outside: { zh: '超出范围', en: 'outside the limits' },
} as const

type CheckFieldProps = {
  readonly check: Check
  readonly value: string
  readonly onChange: (value: string) => void
}

export function CheckField({ check, value, onChange }: CheckFieldProps) {
  const say = useWords(WORDS)
  if (check.kind === 'in-order') {
    return (
      <Choices
        name={check.name}
        title={check.name}
        chosen={value === 'yes' || value === 'no' ? value : ''}
        options={(['yes', 'no'] as const).map((key) => ({ key, name: say(key) }))}
        onChoose={onChange}
      />
    )
  }
  const { name, unit, least, most } = check
  const limits = least === null ? (most === null ? 'free' : 'most') : most === null ? 'least' : 'between'
  return (
    <label>
      {say(limits, { name, unit, least: least ?? '', most: most ?? '' })}
      {judgeCheck(check, value) === 'fault' ? <span className="light light-bad">✕ {say('outside')}</span> : null}
      <input
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </label>
  )
}
