import type { FormContent } from '@shiji/kernel/form/form-content'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { printTarget } from '@shiji/kernel/target/print-target'
import type { Target, TargetNote } from '@shiji/kernel/target/target'
import { TARGET_NOTES, TARGET_PROBLEMS } from '@shiji/kernel/target/target-wording'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { useLanguage } from '#desk/words/use-words.ts'
import './edit.css'

const KINDS: Readonly<Record<Exclude<Target['kind'], 'none' | 'unreadable'>, Wording>> = {
  number: { zh: '数值', en: 'Number' },
  range: { zh: '区间', en: 'Range' },
  frequency: { zh: '频次', en: 'Frequency' },
  coverage: { zh: '值守时段', en: 'Coverage' },
  deadline: { zh: '期限', en: 'Deadline' },
  relative: { zh: '与上年比', en: 'Against last year' },
  grade: { zh: '定性', en: 'Quality' },
  several: { zh: '几项目标', en: 'Several' },
}

const NOT_APPLICABLE: Wording = { zh: '不适用，不计分', en: 'Not applicable, not scored' }

/** Remarks that mean the text should be looked at again. */
const DOUBTFUL: readonly TargetNote[] = [
  'unit-suspect',
  'unit-unknown',
  'range-impossible',
  'read-from-sentence',
  'digits-joined',
  'one-read-as-dash',
  'other-numbers',
  'partly-unfilled',
  'month-ambiguous',
  'maybe-spreadsheet-date',
  'maybe-fraction-of-percent',
  'not-applicable-row',
]

export type Reading = {
  /** `频次 每天≥2次`, or why it cannot be read; null for a blank cell. */
  readonly text: string
  readonly notes: readonly string[]
  readonly state: 'clear' | 'doubtful' | 'unreadable'
}

/** How the kernel reads the target of a row, in words: the same reading that scores it. */
export function readingOf(content: FormContent, row: number, language: Language): Reading | null {
  const item = content.indicators[row]
  if (item === undefined || item.target.trim() === '') return null
  const target = targetOfRow(item, content)
  const notes = target.notes.map((note) => say(TARGET_NOTES[note], language))
  if (target.kind === 'unreadable')
    return { text: TARGET_PROBLEMS[target.problem][language], notes, state: 'unreadable' }
  if (target.kind === 'none') return { text: NOT_APPLICABLE[language], notes, state: 'clear' }
  const state = target.notes.some((note) => DOUBTFUL.includes(note)) ? 'doubtful' : 'clear'
  const printed = printTarget(target)
  // What the cell already says word for word is not said twice.
  const read = printed === item.target.trim() ? '' : ` ${printed}`
  return { text: `${KINDS[target.kind][language]}${read}`, notes, state }
}

const SHAPES = { clear: '', doubtful: '! ', unreadable: '✕ ' } as const

/** The reading under the text of a target; its remarks are the tooltip, and stand below the grid for the cell in hand. */
export function TargetReading({ content, row }: { readonly content: FormContent; readonly row: number }) {
  const reading = readingOf(content, row, useLanguage())
  if (reading === null) return null
  const { text, notes, state } = reading
  return (
    <span
      className="grid-reading"
      data-doubtful={state === 'doubtful'}
      data-unreadable={state === 'unreadable'}
      title={notes.length === 0 ? undefined : notes.join('\n')}
    >
      {SHAPES[state]}
      {text}
    </span>
  )
}
