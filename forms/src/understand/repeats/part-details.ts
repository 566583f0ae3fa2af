import { fold, foldLabel, joinWrapped } from '../cells/cell-text.ts'
import { filledCells, type SheetRow } from '../cells/sheet.ts'
import type { FormDraft, PartDraft } from '../form-draft.ts'

const PART_TITLE = /^子项目(\d{1,3}|[一二三四五六七八九十])$/
const NUMERALS = '一二三四五六七八九十'
const NAME = '名称'
const AMOUNT = '金额'
const LABELS: readonly string[] = [
  NAME,
  AMOUNT,
  '起止日期',
  '责任部门',
  '责任人',
  '预期主要目的和成果',
  '实施单位',
  '联系人',
  '联系电话',
]

/** 子项目2: the index of the sub-project whose details follow. */
export function readPartTitle(row: SheetRow): number | null {
  for (const { text } of filledCells(row)) {
    const [, number] = PART_TITLE.exec(fold(text)) ?? []
    if (number === undefined) continue
    const index = NUMERALS.includes(number) ? NUMERALS.indexOf(number) : Number.parseInt(number, 10) - 1
    return index >= 0 ? index : null
  }
  return null
}

/** 名称, 金额, 起止日期 … of the sub-project; false when the row holds none of them. */
export function readPartDetails(row: SheetRow, draft: FormDraft, index: number): boolean {
  const details: Record<string, string> = {}
  let label: string | null = null
  for (const { text } of filledCells(row)) {
    const word = foldLabel(text)
    if (LABELS.includes(word)) {
      label = word
      details[word] ??= ''
    } else if (label !== null) {
      details[label] = details[label] === '' ? text : `${details[label]}\n${text}`
    }
  }
  if (label === null) return false
  const part = partAt(draft, { index, name: details[NAME] ?? '', line: row.line })
  if (details[NAME] !== undefined && part.name === '') part.name = joinWrapped(details[NAME])
  if (details[AMOUNT]) {
    part.amountText = details[AMOUNT]
    part.raw.push(...row.raw)
  }
  for (const [key, value] of Object.entries(details)) {
    if (key !== NAME && key !== AMOUNT) part.fields[key] = joinWrapped(value)
  }
  return true
}

function partAt(
  draft: FormDraft,
  { index, name, line }: { index: number; name: string; line: number | null },
): PartDraft {
  const known = draft.parts[index]
  if (known !== undefined) return known
  const part: PartDraft = { name: joinWrapped(name), amountText: '', labelUnit: null, fields: {}, raw: [], line }
  draft.parts.push(part)
  return part
}
