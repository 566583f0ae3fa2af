import { filledCells, type SheetRow } from './sheet.ts'
import type { Label, Vocabulary } from './vocabulary.ts'

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

const COLON = /[:：]/
const LONGEST_LABEL = 40

/** Labels and the values to their right, or behind the colon of the same cell. */
export function readHeadRow(row: SheetRow, vocabulary: Vocabulary): HeadRow {
  const entries: { label: HeadEntry['label']; values: string[]; printed: string }[] = []
  let open: 'none' | 'section' | 'entry' = 'none'
  const continued: string[] = []
  for (const { text } of filledCells(row)) {
    const label = vocabulary.label(text)
    if (label?.kind === 'section') {
      open = 'section'
      continue
    }
    if (label !== null) {
      entries.push({ label, values: [], printed: text })
      open = 'entry'
      continue
    }
    const inline = entries.at(-1)?.values.length === 0 && open === 'entry' ? null : inlineLabel(text, vocabulary)
    if (inline !== null) {
      entries.push({ label: inline.label, values: inline.value === '' ? [] : [inline.value], printed: inline.printed })
      open = 'entry'
    } else if (open === 'entry') {
      entries.at(-1)?.values.push(text)
    } else {
      continued.push(text)
    }
  }
  return {
    entries: entries.map(({ label, values, printed }) => ({ label, value: values.join('\n'), printed })),
    continued: continued.join('\n'),
  }
}

/** `依据：…` or `一、项目总预算：180000` in one cell. */
export function inlineLabel(
  text: string,
  vocabulary: Vocabulary,
): { label: HeadEntry['label']; value: string; printed: string } | null {
  const colon = text.slice(0, LONGEST_LABEL).search(COLON)
  if (colon <= 0) return null
  const printed = text.slice(0, colon)
  const label = vocabulary.label(printed)
  if (label === null || label.kind === 'section') return null
  return { label, value: text.slice(colon + 1).trim(), printed }
}

const FILLER = /[_＿]+/g
const BLANKS = /\s+/
/** 单位：万元 at the end of a line is no value of the label before it. */
const MONEY_UNIT = /^(?:金额)?单位[:：]?(?:万元|元)?$/

/** The labels of a line of text outside the tables; several may stand on one line, parted by blanks. */
export function readTextLine(text: string, vocabulary: Vocabulary): HeadEntry[] {
  return text.split('\n').flatMap((line) => {
    const whole = inlineLabel(line.replace(FILLER, ' ').trim(), vocabulary)
    const pieces = line.replace(FILLER, ' ').trim().split(BLANKS)
    const found = readPieces(pieces, vocabulary)
    return whole !== null && found.length <= 1 ? [whole] : found
  })
}

function readPieces(pieces: readonly string[], vocabulary: Vocabulary): HeadEntry[] {
  const entries: { label: HeadEntry['label']; values: string[]; printed: string }[] = []
  let open = false
  for (const piece of pieces) {
    if (MONEY_UNIT.test(piece)) {
      open = false
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
