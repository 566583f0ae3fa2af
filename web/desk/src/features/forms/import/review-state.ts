import { applyEdits, type CellEdit } from '@shiji/kernel/form/apply-edits'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { readCell } from '@shiji/kernel/form/read-cell'
import { answerDoubt, type DoubtAnswer, type DoubtQueue, settleDoubt, startQueue, turnTo } from './doubt-queue.ts'
import type { FileReading } from './file-reading.ts'

/** The forms of a file while a person goes through their doubts. */
export type Review = {
  readonly contents: readonly FormContent[]
  readonly queue: DoubtQueue
  /** Cells that could not take what was typed. */
  readonly unfit: readonly string[]
  readonly editing: boolean
}

export type ReviewAction =
  | { readonly kind: 'turned'; readonly at: number }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'cancelled' }
  /** The texts of the doubted row as they shall stand. */
  | { readonly kind: 'edited'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'fact'; readonly form: number; readonly where: string; readonly text: string }

export function startReview({ forms }: FileReading): Review {
  const items = forms.flatMap(({ doubts }, form) => doubts.map((doubt) => ({ form, ...doubt })))
  return { contents: forms.map(({ content }) => content), queue: startQueue(items), unfit: [], editing: false }
}

export function changeReview(review: Review, action: ReviewAction): Review {
  switch (action.kind) {
    case 'turned':
      return { ...review, queue: turnTo(review.queue, action.at), unfit: [], editing: false }
    case 'accepted':
      return answered(review, 'accepted')
    case 'edit':
      return { ...review, editing: true }
    case 'cancelled':
      return { ...review, unfit: [], editing: false }
    case 'edited':
      return withTexts(review, action.texts)
    case 'fact':
      return withFact(review, action)
  }
}

/** The cells shown beside a doubt: those of its row, or the one place it is about. */
export function placesOf(content: FormContent, where: string): string[] {
  const address = parseCellAddress(where)
  if (address === null) return []
  if (address.kind !== 'cell' || address.list !== 'indicators') return [where]
  const { index, column } = address
  const always = ['level1', 'level2', 'level3', 'target']
  const filled = ['actual', 'weight', 'score', 'remark', 'reason'].filter(
    (name) => name === column || cellText(content, `indicators[${index}].${name}`) !== '',
  )
  return [...always, ...filled].map((name) => `indicators[${index}].${name}`)
}

export function cellText(content: FormContent, where: string): string {
  const address = parseCellAddress(where)
  return (address === null ? null : readCell(content, address)) ?? ''
}

function answered(review: Review, answer: DoubtAnswer): Review {
  const item = review.queue.items[review.queue.at]
  if (item === undefined) return review
  const contents = review.contents.map((content, form) => (form === item.form ? settleDoubt(content, item) : content))
  return { ...review, contents, queue: answerDoubt(review.queue, answer), unfit: [], editing: false }
}

function withTexts(review: Review, texts: Readonly<Record<string, string>>): Review {
  const form = review.queue.items[review.queue.at]?.form
  const content = form === undefined ? undefined : review.contents[form]
  if (form === undefined || content === undefined) return review
  const written = write(content, texts)
  if (written.unfit.length > 0) return { ...review, unfit: written.unfit }
  return answered({ ...review, contents: review.contents.with(form, written.content) }, 'edited')
}

function withFact(review: Review, { form, where, text }: Extract<ReviewAction, { kind: 'fact' }>): Review {
  const content = review.contents[form]
  if (content === undefined) return review
  const written = write(content, { [where]: text })
  if (written.unfit.length > 0) return { ...review, unfit: written.unfit }
  return { ...review, contents: review.contents.with(form, written.content), unfit: [] }
}

function write(
  content: FormContent,
  texts: Readonly<Record<string, string>>,
): { content: FormContent; unfit: readonly string[] } {
  const unfit: string[] = []
  let now = content
  for (const [where, text] of Object.entries(texts)) {
    const edit: CellEdit = { where, was: cellText(now, where), now: text }
    const outcome = applyEdits(now, [edit], { isKnown: () => true, since: [] })
    if (outcome.ok) now = outcome.value.content
    else unfit.push(where)
  }
  return { content: now, unfit }
}
