import type { Safeguard } from '@shiji/kernel/form/form-content'
import { readAmount } from '../cells/amounts.ts'
import { fold, foldLabel, joinWrapped } from '../cells/cell-text.ts'
import { readChoices } from '../cells/choices.ts'
import { filledCells, loneText, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import type { FormDraft } from '../form-draft.ts'
import { readIndicatorHead } from '../indicators/indicator-columns.ts'
import { raise } from '../understand-wording.ts'
import { isSectionLabel } from '../words/level-words.ts'
import { moneyRow } from '../words/money-words.ts'
import { readPartTitle } from './part-details.ts'
import { labelUnitOf, type RepeatHead, readRecord } from './repeat-head.ts'
import { readReviewRow } from './review-rows.ts'

const SUM = /^(?:金额)?(?:合计|总计|小计)[:：]?$/
const BLANK_ROW_NUMBER = /^(?:\d{1,3}[、.]?|[….]+)$/

/** Reads the rows under the head of a repeating table into the draft; answers the index of the first item after it. */
export function readRepeatTable(
  items: readonly SheetItem[],
  at: number,
  { head: opening, draft }: { head: RepeatHead; draft: FormDraft },
): number {
  const parted = partedAmount(items[at + 1], opening)
  const head = parted ?? opening
  let next = at + (parted === null ? 1 : 2)
  for (; next < items.length; next += 1) {
    const item = items[next]
    if (item === undefined || endsRepeat(items, next, draft)) break
    if (item.kind === 'row' && filledCells(item).length > 0) addRecord(item, head, draft)
  }
  return next
}

/** 预算金额 parted into 总额 | 财政拨款 | 其他资金 in a second head row: the whole counts. */
function partedAmount(item: SheetItem | undefined, head: RepeatHead): RepeatHead | null {
  const amount = head.columns.find(({ key }) => key === 'amount')
  if (item?.kind !== 'row' || amount === undefined) return null
  const cells = filledCells(item)
  const whole = cells.find(({ text }) => moneyRow(text) === '')
  const parts = cells.length >= 2 && cells.every(({ at, text }) => at >= amount.start && moneyRow(text) !== null)
  if (!parts || whole === undefined) return null
  const columns = head.columns.map((column) =>
    column === amount ? { ...column, start: whole.at, end: whole.at } : column,
  )
  return { ...head, columns, parted: true }
}

function endsRepeat(items: readonly SheetItem[], at: number, { vocabulary }: FormDraft): boolean {
  const item = items[at]
  if (item === undefined || item.kind === 'text') return true
  const [first] = filledCells(item)
  if (first === undefined) return false
  if (vocabulary.repeatHead(item) !== null || readPartTitle(item) !== null || readReviewRow(item) !== null) return true
  const lone = loneText(item)
  if (lone !== null && (isSectionLabel(lone.replace(/^\d{4}年/, '')) || vocabulary.label(lone) !== null)) return true
  if (readIndicatorHead(items, at, vocabulary) !== null) return true
  const second = filledCells(item)[1]
  const label = vocabulary.label(first.text)
  if (label?.kind === 'section' && second !== undefined && vocabulary.label(second.text)?.kind === 'field') return true
  return label !== null && label.kind !== 'section' && !SUM.test(fold(first.text))
}

function addRecord(row: SheetRow, head: RepeatHead, draft: FormDraft): void {
  const record = readRecord(row, head)
  const text = (key: string) => record[key] ?? ''
  switch (head.kind) {
    case 'lines':
      addLine(row, { record, head }, draft)
      return
    case 'parts':
      if (text('name') !== '' && !BLANK_ROW_NUMBER.test(text('name')) && !SUM.test(fold(text('name')))) {
        const fields: Record<string, string> = text('content') === '' ? {} : { 主要内容: text('content') }
        const { raw, line } = row
        const labelUnit = labelUnitOf(head, 'amount')
        const name = joinWrapped(text('name'))
        draft.parts.push({ name, amountText: text('amount'), labelUnit, fields, raw: [...raw], line })
      }
      return
    case 'safeguards':
      draft.safeguards.push(safeguardOf(row, head, record))
      return
    case 'schedule':
      addStep(row, record, draft)
      return
    case 'priorEvaluations': {
      const year = Number.parseInt(/\d{4}/.exec(text('year') || (filledCells(row)[0]?.text ?? ''))?.[0] ?? '', 10)
      draft.priorEvaluations.push({
        year: Number.isNaN(year) ? null : year,
        score: text('score'),
        opinion: text('opinion'),
      })
      return
    }
    case 'revisions':
      draft.revisions.push({
        indicator: joinWrapped(text('indicator')),
        originalTarget: joinWrapped(text('originalTarget')),
        revisedTarget: joinWrapped(text('revisedTarget')),
        explanation: text('explanation'),
        line: row.line,
      })
      return
  }
}

type LineRecord = { readonly record: Readonly<Record<string, string>>; readonly head: RepeatHead }

function addLine(row: SheetRow, { record, head }: LineRecord, draft: FormDraft): void {
  const [first] = filledCells(row)
  if (first !== undefined && SUM.test(fold(first.text))) {
    draft.addAmount('linesTotal', record.amount ?? filledCells(row)[1]?.text ?? '', labelUnitOf(head, 'amount'))
    return
  }
  const number = (key: string) => {
    const { amount, doubts } = readAmount(record[key] ?? '', {
      unit: draft.unit,
      labelUnit: labelUnitOf(head, key),
      field: `lines[${draft.lines.length}].${key}`,
    })
    draft.doubts.push(...doubts)
    return amount
  }
  const project = joinWrapped(record.project ?? '')
  draft.lines.push({
    project,
    content: joinWrapped(record.content ?? ''),
    item: joinWrapped(record.item ?? ''),
    amount: number('amount'),
    unitPrice: number('unitPrice'),
    unitPriceBasis: record.unitPriceBasis ?? null,
    quantity: number('quantity'),
    quantityBasis: record.quantityBasis ?? null,
    remark: record.remark ?? null,
    line: row.line,
  })
}

function addStep(row: SheetRow, record: Readonly<Record<string, string>>, draft: FormDraft): void {
  const period = [record.period ?? '', record.end ?? ''].filter((text) => text !== '').join('-')
  const content = record.content ?? ''
  if (period === '' && (content === '' || BLANK_ROW_NUMBER.test(content))) return
  draft.schedule.push({ period: joinWrapped(period), content: joinWrapped(content), line: row.line })
}

/** The boxes or marks stand in one cell per phase, each with its name. */
function safeguardOf(row: SheetRow, head: RepeatHead, record: Readonly<Record<string, string>>): Safeguard {
  const phaseStart = head.columns.find(({ key }) => key === 'phases')?.start ?? Number.POSITIVE_INFINITY
  const cells = filledCells(row).filter(({ at }) => at >= phaseStart)
  const phases = Object.fromEntries(
    cells.flatMap(({ text }): [string, boolean | null][] => {
      const choices = readChoices(text)
      if (choices.length > 0) return choices.map(({ option, ticked }) => [option, ticked])
      return [[foldLabel(text), null]]
    }),
  )
  return {
    category: joinWrapped(record.category ?? ''),
    document: joinWrapped(record.document ?? ''),
    measure: record.measure ?? '',
    phases,
    line: row.line,
  }
}

/** A cost line that names another project than the form does. */
export function projectDoubts(draft: FormDraft, project: string): void {
  draft.lines.forEach((line, index) => {
    if (project === '' || line.project === '' || fold(line.project) === fold(project)) return
    const doubt = raise('project-differs', `lines[${index}].project`, { printed: line.project, project })
    draft.doubts.push({ ...doubt, rawCells: [line.project, line.content, line.item] })
  })
}
