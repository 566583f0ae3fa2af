import type { FormContent } from '@shiji/kernel/form/form-content'
import { Button } from 'antd'
import { type Dispatch, type KeyboardEvent, useState } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import type { FormSheet } from '../edit/form-sheet.ts'
import { LongText } from '../edit/long-text.tsx'
import { placeLabel } from '../edit/place-name.ts'
import { TargetReading } from '../edit/target-reading.tsx'
import { cellText, type ReviewAction } from './review-state.ts'

const WORDS = {
  blank: { zh: '（空）', en: '(blank)' },
  whole: {
    zh: '这一处关于整份表，采纳即表示已知悉。',
    en: 'This is about the form as a whole; accepting says you know.',
  },
  save: { zh: '改好了', en: 'Done' },
  cancel: { zh: '不改', en: 'Leave it' },
  unfit: { zh: '这里要填数字或金额', en: 'This takes a number or an amount' },
} as const

type DoubtReadingProps = {
  readonly sheet: FormSheet
  readonly content: FormContent
  readonly where: string
  /** The cells shown. */
  readonly places: readonly string[]
  readonly editing: boolean
  readonly unfit: readonly string[]
  readonly change: Dispatch<ReviewAction>
}

/** How the doubted place was read; while editing, fields for it. */
export function DoubtReading(props: DoubtReadingProps) {
  const say = useWords(WORDS)
  const { sheet, content, places, where, editing } = props
  if (places.length === 0) return <p className="small">{say('whole')}</p>
  if (editing) return <ReadingFields {...props} />
  return (
    <dl className="reading">
      {places.map((place) => (
        <div key={place} className="reading-row" data-doubted={place === where}>
          <dt>{placeLabel(sheet, place)}</dt>
          <dd>
            {cellText(content, place) || <span className="small">{say('blank')}</span>}
            {place.endsWith('.target') ? <TargetReading content={content} row={rowOf(place)} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ReadingFields({ sheet, content, places, where, unfit, change }: DoubtReadingProps) {
  const say = useWords(WORDS)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const save = () => change({ kind: 'edited', texts })
  const obey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') change({ kind: 'cancelled' })
    else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) save()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: short cuts of the buttons inside
    <div className="reading" onKeyDown={obey}>
      {places.map((place) => (
        <div key={place} className="reading-row">
          <label htmlFor={`reading-${place}`}>{placeLabel(sheet, place)}</label>
          <div>
            <LongText
              id={`reading-${place}`}
              fewest={1}
              // The person pressed E to write here.
              autoFocus={place === where}
              value={texts[place] ?? cellText(content, place)}
              status={unfit.includes(place) ? 'error' : ''}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => setTexts((now) => ({ ...now, [place]: target.value }))}
            />
            {unfit.includes(place) ? <p className="severity-error">{say('unfit')}</p> : null}
          </div>
        </div>
      ))}
      <div className="review-keys">
        <Button type="primary" onClick={save}>
          {say('save')} <kbd>Enter</kbd>
        </Button>
        <Button onClick={() => change({ kind: 'cancelled' })}>
          {say('cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  )
}

function rowOf(place: string): number {
  return Number(/\[(\d+)\]/.exec(place)?.[1] ?? 0)
}
