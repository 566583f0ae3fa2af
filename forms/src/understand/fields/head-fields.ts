import { dropNumbering, fold, foldLabel } from '../cells/cell-text.ts'
import { type FilledCell, filledCells, type SheetRow } from '../cells/sheet.ts'
import type { Label, Vocabulary } from '../words/vocabulary.ts'

/** A label met in the head of a form with what stands beside it. */
export type HeadEntry = {
  readonly label: Exclude<Label, { kind: 'section' }>
  readonly value: string
  readonly printed: string
}

export type HeadRow = {
  readonly entries: readonly HeadEntry[]
  /** Text before any label: it continues the field of the row above. */
  readonly continued: string
}

/** 单位：万元 at the end of a line is no value of the label before it. */
const MONEY_UNIT = /^(?:金额)?单位[:：]?(?:万元|元)?$/
const COLON = /[:：]/
const LONGEST_LABEL = 40

/** Printed for the one who fills in or files the sheet, no value of anything: 公开14表, 附表3, (盖章). */
const SCAFFOLDING = /^(?:公开\d{1,2}表|附(?:件|表)\d{0,2}|\((?:盖章|公章|签章|签字|加盖公章)\))$/

function isScaffolding(text: string): boolean {
  const word = fold(text)
  return (MONEY_UNIT.test(word) && word !== '单位') || SCAFFOLDING.test(word)
}

/** Labels and the values to their right, or behind the colon of the same cell. */
export function readHeadRow(row: SheetRow, vocabulary: Vocabulary): HeadRow {
  const entries: OpenEntry[] = []
  const loose: FilledCell[] = []
  let open = false
  const cells = filledCells(row)
  for (const [at, cell] of cells.entries()) {
    if (isScaffolding(cell.text)) continue
    const expectsValue = open && entries.at(-1)?.values.length === 0
    const found = labelIn(cell.text, { vocabulary, expectsValue, next: cells[at + 1]?.text ?? '' })
    if (found === 'section') open = false
    else if (found !== null) {
      entries.push(found)
      open = found.values.length === 0 || vocabulary.template !== null
    } else if (open) {
      entries.at(-1)?.values.push(cell.text)
      // On an unknown sheet the cell after a value is another label, not more of the value.
      open = vocabulary.template !== null
    } else loose.push(cell)
  }
  const unknown = vocabulary.template === null ? unknownLabels(loose) : []
  return {
    entries: [...entries.map(closeEntry), ...unknown],
    continued: unknown.length > 0 ? '' : loose.map(({ text }) => text).join('\n'),
  }
}

type OpenEntry = { readonly label: HeadEntry['label']; readonly values: string[]; readonly printed: string }

function closeEntry({ label, values, printed }: OpenEntry): HeadEntry {
  return { label, value: values.join('\n'), printed }
}

function labelIn(
  text: string,
  { vocabulary, expectsValue, next }: { vocabulary: Vocabulary; expectsValue: boolean; next: string },
): OpenEntry | 'section' | null {
  const label = vocabulary.label(text)
  if (label?.kind === 'section') return AMOUNT.test(fold(next)) ? (amountOf(label, text) ?? 'section') : 'section'
  if (label !== null) return { label, values: [], printed: text }
  const inline = expectsValue ? null : (inlineLabel(text, vocabulary) ?? inlineAmount(text, vocabulary))
  if (inline === null) return null
  return { label: inline.label, values: inline.value === '' ? [] : [inline.value], printed: inline.printed }
}

/** 20万元, 二十万元整, 1,200.50: an amount and nothing else. */
const AMOUNT =
  /^(?:人民币|RMB|CNY)?:?¥?[\d,.]{0,16}(?:\d|[零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,16})[万亿]?[元圆]?[整正]?$/
const WITH_AMOUNT = /^([^\d:：(（]{2,20}?)\s*[:：(（]?\s*([\d,.]+\s*(?:万元|亿元|元|%)|(?<=\s)[\d,.]+)[)）]?$/

function amountOf(label: Label, printed: string): OpenEntry | null {
  if (label.kind === 'money') return { label, values: [], printed }
  if (label.kind !== 'section' || label.amount === undefined) return null
  return { label: { kind: 'money', key: label.amount, alias: null }, values: [], printed }
}

/** `项目预算 92.6万元`, `实际支出90.1万元`, `执行率 97.30%` in one cell. */
function inlineAmount(text: string, vocabulary: Vocabulary): Inline | null {
  if (vocabulary.template !== null || text.length > LONGEST_LABEL) return null
  const [, printed = '', value = ''] = WITH_AMOUNT.exec(text.trim()) ?? []
  const label = vocabulary.label(printed)
  const entry = label === null ? null : amountOf(label, printed)
  return entry === null ? null : { label: entry.label, value, printed }
}

const UNKNOWN_LABEL = /^[^\d。；，,.%][^。；%]{1,19}$/

const COLON_VALUE = /^(?:其中[:：])?(?!其中)([^:：]{2,20})[:：]\s*(.{1,80})$/

/** Pairs of a short text and what stands beside it, or behind its colon: fields of a sheet nobody has seen. */
function unknownLabels(loose: readonly FilledCell[]): HeadEntry[] {
  const inCells = loose.map(({ text }) => COLON_VALUE.exec(text))
  const cells = loose.filter((_, at) => inCells[at] === null)
  const entries = inCells.flatMap((found): HeadEntry[] => {
    const [printed = '', name = '', value = ''] = found ?? []
    const key = foldLabel(dropNumbering(fold(name)))
    return UNKNOWN_LABEL.test(key) ? [{ label: { kind: 'field', key, alias: null }, value, printed }] : []
  })
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const [name, value] = [cells[at], cells[at + 1]]
    const key = foldLabel(dropNumbering(fold(name?.text ?? '')))
    if (name === undefined || value === undefined || !UNKNOWN_LABEL.test(key)) continue
    entries.push({ label: { kind: 'field', key, alias: null }, value: value.text, printed: name.text })
  }
  return entries
}

type Inline = { readonly label: HeadEntry['label']; readonly value: string; readonly printed: string }

const OF_WHICH = /^\s*其中\s*[:：]/

/** `依据：…`, `其中：财政拨款：42.6` or `一、项目总预算：180000` in one cell. */
export function inlineLabel(text: string, vocabulary: Vocabulary): Inline | null {
  const from = OF_WHICH.exec(text)?.[0].length ?? 0
  const colon = text.slice(from, from + LONGEST_LABEL).search(COLON) + from
  if (colon <= from) return null
  const printed = text.slice(0, colon)
  const value = text.slice(colon + 1).trim()
  const named = vocabulary.label(printed)
  const label =
    named?.kind === 'section' && AMOUNT.test(fold(value)) ? (amountOf(named, printed)?.label ?? null) : named
  if (label === null || label.kind === 'section') return null
  return { label, value: isScaffolding(value) ? '' : value, printed }
}

const FILLER = /[_＿]+/g
const BLANKS = /\s+/

/** 项目名称：…   评价年度：…: a wide gap, or a word for a day or a year, begins another field of the line. */
const NEXT_FIELD = /\s{2,}(?=[^\s:：]{2,10}[:：])|\s(?=[^\s:：]{0,4}(?:年度|年份|日期|时间)[:：])/

/** The labels of a line of text outside the tables; several may stand on one line, parted by blanks. */
export function readTextLine(text: string, vocabulary: Vocabulary): HeadEntry[] {
  const fields = text.split('\n').flatMap((line) => line.replace(FILLER, ' ').trim().split(NEXT_FIELD))
  return fields.flatMap((field) => {
    const whole = inlineLabel(field, vocabulary) ?? inlineAmount(field, vocabulary)
    const pieces = field.split(BLANKS)
    const found = readPieces(pieces, vocabulary)
    return whole !== null && found.length <= 1 && !pieces.some((piece) => MONEY_UNIT.test(piece)) ? [whole] : found
  })
}

function readPieces(pieces: readonly string[], vocabulary: Vocabulary): HeadEntry[] {
  const entries: OpenEntry[] = []
  let open = false
  for (const piece of pieces) {
    if (isScaffolding(piece)) {
      open &&= !MONEY_UNIT.test(piece)
      continue
    }
    const inline = inlineLabel(piece, vocabulary)
    const plain = inline === null ? vocabulary.label(piece) : null
    if (inline !== null) {
      entries.push({ label: inline.label, values: inline.value === '' ? [] : [inline.value], printed: inline.printed })
    } else if (plain !== null && plain.kind !== 'section') {
      entries.push({ label: plain, values: [], printed: piece })
    } else if (open) {
      entries.at(-1)?.values.push(piece)
    }
    open ||= inline !== null || plain !== null
  }
  return entries.map(({ label, values, printed }) => ({ label, value: values.join(' '), printed }))
}
