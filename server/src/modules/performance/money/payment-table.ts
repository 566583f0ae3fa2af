import { readDocument } from '@shiji/forms/read/read-document'
import { READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { findHead, type ListRow, type PaymentMapping, type RefusedRow } from '@shiji/kernel/payments/payment-list'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { makeGate } from '#platform/gate'
import { refuse } from '#platform/refusal'

/** A reader takes a thread and its memory, so few read at once. */
const readingGate = makeGate({ atOnce: 2, waiting: 20, seconds: 10 })

export type PaymentTable = { readonly headings: readonly string[]; readonly rows: readonly ListRow[] }

type Given = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly language: Language
  readonly orAny?: boolean
}

/** The first table of the file that has headings of a date and an amount; `orAny` takes a table a person must map first. */
export async function readPaymentTable(
  { name, bytes, language, orAny = false }: Given,
  remembered: PaymentMapping | null,
): Promise<PaymentTable> {
  const reading = await readingGate(() => readDocument(bytes, { name }))
  if (!reading.ok) {
    const { code, parameters } = reading.problem
    return refuse('file-unreadable', { sentence: say(READ_PROBLEM_WORDING[code], language, parameters) })
  }
  const tables = reading.value.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.rows.map(({ line, cells }, at) => ({ line: line ?? at + 1, cells: cells.map(({ text }) => text) }))]
      : [],
  )
  for (const rows of tables) {
    const head = findHead(rows, remembered)
    if (head !== null) return tableFrom(rows, head)
  }
  const [first] = tables
  if (!orAny || first === undefined) return refuse('payment-list-unreadable')
  return tableFrom(first, Math.max(0, first.findIndex(looksLikeHead)))
}

function tableFrom(rows: readonly ListRow[], head: number): PaymentTable {
  return { headings: rows[head]?.cells ?? [], rows: rows.slice(head + 1) }
}

/** A title stands alone in its row; headings stand beside each other. */
function looksLikeHead({ cells }: ListRow): boolean {
  return cells.filter((text) => text.trim() !== '').length > 1
}

const REFUSED_WORDS: Readonly<Record<RefusedRow['code'] | 'project-unknown', Wording>> = {
  'date-unreadable': { zh: '第 {line} 行的日期“{text}”读不出来', en: 'row {line}: the date “{text}” cannot be read' },
  'amount-unreadable': {
    zh: '第 {line} 行的金额“{text}”读不出来',
    en: 'row {line}: the amount “{text}” cannot be read',
  },
  'project-missing': { zh: '第 {line} 行没有写项目', en: 'row {line} names no project' },
  'project-unknown': {
    zh: '第 {line} 行的项目“{text}”不在您单位的项目库中，或有几个同名项目',
    en: 'row {line}: no one project of your unit is called “{text}”',
  },
}

export type RefusedLine = Omit<RefusedRow, 'code'> & { readonly code: RefusedRow['code'] | 'project-unknown' }

export function sayRefused({ line, code, text }: RefusedLine, language: Language) {
  return { line, code, text, message: say(REFUSED_WORDS[code], language, { line, text }) }
}
