import { Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  earlier: { zh: '不是刚刚发生？', en: 'Not just now?' },
  at: { zh: '发生时间', en: 'When it happened' },
  reason: { zh: '补录理由', en: 'Why it is entered only now' },
} as const

export type Earlier = { readonly at: string; readonly reason: string }
export const NO_EARLIER: Earlier = { at: '', reason: '' }

/** The moment as the office reads it: the whole country keeps one time. */
export function momentOf({ at }: Earlier): Date | null {
  return at === '' ? null : new Date(`${at}:00+08:00`)
}

type EarlierFieldProps = { readonly earlier: Earlier; readonly onChange: (earlier: Earlier) => void }

/** 补录: an earlier moment with its reason; both times are kept. */
export function EarlierField({ earlier, onChange }: EarlierFieldProps) {
  const say = useWords(WORDS)
  return (
    <details className="earlier-field">
      <summary>{say('earlier')}</summary>
      <label htmlFor="earlier-at">{say('at')}</label>
      <Input
        id="earlier-at"
        type="datetime-local"
        value={earlier.at}
        onChange={({ target }) => onChange({ ...earlier, at: target.value })}
      />
      <label htmlFor="earlier-reason">{say('reason')}</label>
      <Input
        id="earlier-reason"
        maxLength={500}
        required={earlier.at !== ''}
        value={earlier.reason}
        onChange={({ target }) => onChange({ ...earlier, reason: target.value })}
      />
    </details>
  )
}
