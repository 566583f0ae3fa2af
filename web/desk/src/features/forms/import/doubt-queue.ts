import type { FormContent } from '@shiji/kernel/form/form-content'

/** A place of one of the forms in the file where the reader wants a person's word. */
export type DoubtItem = {
  /** Which of the forms in the file. */
  readonly form: number
  readonly where: string
  readonly code: string
  readonly message: string
  /** The cells of the row as they stood in the file; empty when the doubt is about no row. */
  readonly rawCells: readonly string[]
  /** Places of the cells it speaks of. */
  readonly quoted: readonly number[]
}

export type DoubtAnswer = 'accepted' | 'edited'

/** The doubts of a file in reading order, what was answered, and which one is on the table. */
export type DoubtQueue = {
  readonly items: readonly DoubtItem[]
  readonly answers: ReadonlyMap<number, DoubtAnswer>
  readonly at: number
}

export function startQueue(items: readonly DoubtItem[]): DoubtQueue {
  return { items, answers: new Map(), at: 0 }
}

/** Answers the doubt on the table and turns to the next open one, round the end if need be. */
export function answerDoubt(queue: DoubtQueue, answer: DoubtAnswer): DoubtQueue {
  if (queue.items[queue.at] === undefined) return queue
  const answers = new Map(queue.answers).set(queue.at, answer)
  const { length } = queue.items
  const round = Array.from({ length }, (_, step) => (queue.at + 1 + step) % length)
  return { ...queue, answers, at: round.find((at) => !answers.has(at)) ?? queue.at }
}

export function turnTo(queue: DoubtQueue, at: number): DoubtQueue {
  return { ...queue, at: Math.max(0, Math.min(at, queue.items.length - 1)) }
}

/** Forms whose every doubt is answered may be saved. */
export function isFormSettled({ items, answers }: DoubtQueue, form: number): boolean {
  return items.every((item, at) => item.form !== form || answers.has(at))
}

const IN_ROW = /^indicators\[(\d+)\]/

/** The form without a doubt that a person has answered: what stands there is theirs now. */
export function settleDoubt(content: FormContent, { where, code }: Pick<DoubtItem, 'where' | 'code'>): FormContent {
  const row = IN_ROW.exec(where)
  if (row === null) {
    return {
      ...content,
      doubts: content.doubts.filter((doubt) => doubt.code !== code || placeOf(doubt.field) !== where),
    }
  }
  const index = Number(row[1])
  const indicators = content.indicators.map((it, at) =>
    at === index ? { ...it, doubts: it.doubts.filter((doubt) => doubt.code !== code) } : it,
  )
  return { ...content, indicators }
}

/** A doubt about the form as a whole names no field. */
function placeOf(field: string): string {
  return field === '' ? 'form' : field
}
