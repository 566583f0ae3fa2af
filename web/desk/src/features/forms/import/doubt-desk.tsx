import type { FormContent } from '@shiji/kernel/form/form-content'
import { Button } from 'antd'
import { type Dispatch, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { type FormSheet, formSheet } from '../edit/form-sheet.ts'
import { placeName } from '../edit/place-name.ts'
import { useAskedTemplate } from '../edit/use-template.ts'
import { DoubtReading } from './doubt-reading.tsx'
import { RawCells } from './raw-cells.tsx'
import { cellText, placesOf, type Review, type ReviewAction } from './review-state.ts'

const WORDS = {
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  whole: { zh: '整份表', en: 'The whole form' },
  count: { zh: '第 {at} 处 / 共 {all} 处', en: 'Place {at} of {all}' },
  done: { zh: '已核对 {done}', en: '{done} checked' },
  accepted: { zh: '已采纳', en: 'accepted' },
  edited: { zh: '已改', en: 'edited' },
  source: { zh: '文件里的原文', en: 'What the file said' },
  reading: { zh: '读成', en: 'How it was read' },
  accept: { zh: '采纳', en: 'Accept' },
  edit: { zh: '修改', en: 'Edit' },
  previous: { zh: '上一处', en: 'Previous' },
  next: { zh: '下一处', en: 'Next' },
  clear: { zh: '没有疑问项', en: 'Nothing in doubt' },
  clearAbout: {
    zh: '{rows} 项指标都按表样读出。核对上面的项目、年度和金额单位，然后确认并保存。',
    en: 'All {rows} indicators were read by the sheet. Check project, year and unit above, then confirm and save.',
  },
} as const

type DoubtDeskProps = {
  readonly review: Review
  readonly form: number
  readonly change: Dispatch<ReviewAction>
}

/** The doubt on the table: Enter accepts, E edits, the arrows turn over. */
export function DoubtDesk({ review, form, change }: DoubtDeskProps) {
  const say = useWords(WORDS)
  const accept = useRef<HTMLButtonElement>(null)
  const { queue, editing } = review
  const own = queue.items.flatMap((item, index) => (item.form === form ? [index] : []))
  const place = own.includes(queue.at) ? own.indexOf(queue.at) : firstOpen(own, queue.answers)
  const index = own[place]
  const item = index === undefined ? undefined : queue.items[index]
  const content = review.contents[form]

  useEffect(() => {
    if (index !== undefined && index !== queue.at) change({ kind: 'turned', at: index })
  }, [index, queue.at, change])
  const sheet = useSheet(content)
  const isShown = sheet !== null
  useEffect(() => {
    if (isShown && !editing && index !== undefined) accept.current?.focus({ preventScroll: true })
  }, [isShown, editing, index])

  if (content === undefined || sheet === null) return null
  if (item === undefined || index === undefined) {
    const about = say('clearAbout', { rows: content.indicators.length })
    return <StateBlock state={{ kind: 'empty', title: say('clear'), about }} />
  }
  const turn = (step: number) => change({ kind: 'turned', at: own[place + step] ?? index })
  const answer = queue.answers.get(index)
  const obey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (typing || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'e' || event.key === 'E') change({ kind: 'edit' })
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') turn(1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') turn(-1)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: short cuts of the buttons inside
    <div onKeyDown={obey}>
      <p className="review-count" aria-live="polite">
        <strong>{say('count', { at: place + 1, all: own.length })}</strong>
        <span>{placeName(sheet, item.where, { row: (row) => say('row', { row }), form: say('whole') })}</span>
        <span className="small">
          {say('done', { done: own.filter((it) => queue.answers.has(it)).length })}
          {answer === undefined ? '' : ` · ✓ ${say(answer)}`}
        </span>
      </p>
      <p className="review-message">
        <span aria-hidden>!</span> {item.message}
      </p>
      <div className="review">
        <section className="card">
          <h2>{say('source')}</h2>
          <div className="card-body">
            <RawCells cells={item.rawCells} quoted={item.quoted} doubted={cellText(content, item.where)} />
          </div>
        </section>
        <section className="card">
          <h2>{say('reading')}</h2>
          <div className="card-body">
            <DoubtReading
              key={`${index} ${editing}`}
              {...{ sheet, content, editing, change }}
              where={item.where}
              unfit={review.unfit}
              places={placesOf(content, item.where)}
            />
            {editing ? null : (
              <div className="review-keys">
                <Button ref={accept} type="primary" onClick={() => change({ kind: 'accepted' })}>
                  {say('accept')} <kbd>Enter</kbd>
                </Button>
                <Button onClick={() => change({ kind: 'edit' })}>
                  {say('edit')} <kbd>E</kbd>
                </Button>
                <Button disabled={place === 0} onClick={() => turn(-1)}>
                  {say('previous')} <kbd>↑</kbd>
                </Button>
                <Button disabled={place === own.length - 1} onClick={() => turn(1)}>
                  {say('next')} <kbd>↓</kbd>
                </Button>
              </div>
            )}
          </div>
        </section>
      </div>
    </div>
  )
}

/** The sheet of the form on the table, for the words it prints; null while it is on its way. */
function useSheet(content: FormContent | undefined): FormSheet | null {
  const language = useLanguage()
  const { data: template = null, isLoading } = useAskedTemplate(content ?? { template: '', edition: null })
  return useMemo(
    () => (content === undefined || isLoading ? null : formSheet({ template, content }, language)),
    [template, content, language, isLoading],
  )
}

/** The first doubt of a form without an answer, else its last. */
function firstOpen(own: readonly number[], answers: ReadonlyMap<number, unknown>): number {
  const open = own.findIndex((index) => !answers.has(index))
  return open < 0 ? own.length - 1 : open
}
