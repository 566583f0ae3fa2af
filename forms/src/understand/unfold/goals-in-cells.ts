import { parseTarget } from '@shiji/kernel/target/parse-target'
import { fold } from '../cells/cell-text.ts'
import { filledCells, type SheetCell, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import { fieldsOf, headingAbove, namesProject, ORDINAL, type Place, textIn } from './project-list.ts'
import { rowsOfTable } from './table-rows.ts'
import type { Unfolded } from './unfold-tables.ts'

type Labelled = Place & { readonly label: string }

/** The columns of a list that has one project a row and all its promises of one level in one cell. */
type GoalColumns = Place & { readonly levels: readonly Labelled[]; readonly beside: readonly Labelled[] }

const FEWEST_LEVELS = 2
const HEAD = ['一级指标', '三级指标', '指标值']

/** 项目名称 | 预算金额 | 产出指标 | 效益指标 | 满意度指标 over one row a project; null when none begins here. */
export function unfoldGoals(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): Unfolded | null {
  const head = items[at]
  const columns = head?.kind === 'row' ? goalColumns(head, vocabulary) : null
  if (columns === null) return null
  const rows = rowsOfTable(items, at, vocabulary)
  const heading = headingAbove(items, at)
  const projects = rows.slice(1).filter((row) => textIn(row, columns) !== '')
  const unfolded = projects.flatMap((row, index): SheetItem[] => {
    const fields = fieldsOf(row, columns, { name: textIn(row, columns), unit: '', vocabulary })
    const goals = columns.levels.flatMap((level) => goalsOf(row, level))
    const [first, ...rest] = index === 0 ? fields : [...heading, ...fields]
    const opening = first === undefined ? [] : [index === 0 ? first : { ...first, begins: true as const }]
    return [...opening, ...rest, plainRow(row, HEAD), ...goals]
  })
  return { items: unfolded.length === 0 ? rows : unfolded, next: at + rows.length }
}

function goalColumns(row: SheetRow, vocabulary: Vocabulary): GoalColumns | null {
  const filled = filledCells(row)
  const cells = filled.map(({ at, text }, index): Labelled => {
    return { at, end: (filled[index + 1]?.at ?? row.cells.length) - 1, label: text }
  })
  const project = cells.find(({ label }) => namesProject(label, vocabulary))
  const levels = cells.filter(({ label }) => vocabulary.level.isLevel1(label))
  if (project === undefined || levels.length < FEWEST_LEVELS) return null
  const beside = cells.filter((cell) => cell !== project && !levels.includes(cell) && !ORDINAL.test(fold(cell.label)))
  return { at: project.at, end: project.end, levels, beside }
}

const PARTS = /[；;\n。]+|(?<=[^\d.])(?=\d{1,2}[.、)）]\s?[^\d\s])/
/** 3.12月底前 is the third part, 1.5万人 is a number. */
const NUMBER_OF_PART = /^(?:[(（]?\d{1,2}[、)）]|\d{1,2}\.(?=\D|\d{1,2}月|20\d{2}年))\s*/
const BY_SIGN =
  /^(.{2,40}?)[:：]?((?:[≥≤><=＝≧≦＞＜]|不低于|不少于|不超过|不高于|不大于|不小于|大于|小于|高于|低于|达到|至少|控制在).+)$/
const BY_NUMBER = /^(.{0,39}[^\d.,:：])[:：]?(\d[\d.,]{0,15}\D{0,10})$/

function goalsOf(row: SheetRow, level: Labelled): SheetRow[] {
  const parts = textIn(row, level)
    .split(PARTS)
    .map((part) => part.trim().replace(NUMBER_OF_PART, ''))
    .filter((part) => part !== '')
  return parts.map((part) => ({ ...plainRow(row, [level.label, ...nameAndTarget(part)]), raw: [part], inText: true }))
}

/** 培训人数≥800人 · 补贴标准1800元/人 · 12月底前完成: the name is what stands before the sign, or before the last number. */
function nameAndTarget(part: string): readonly [string, string] {
  if (parseTarget(part).kind === 'deadline' && /^\d/.test(part)) return ['', part]
  const [, name = part, target = ''] = BY_SIGN.exec(part) ?? BY_NUMBER.exec(part) ?? []
  return [name, target]
}

function plainRow({ line, table }: SheetRow, texts: readonly string[]): SheetRow {
  const cells = texts.map((text): SheetCell => ({ text, merged: null }))
  return { kind: 'row', cells, raw: texts, line, table, width: cells.length }
}
