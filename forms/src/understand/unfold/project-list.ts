import { lookAt } from '../cells/cell-looks.ts'
import { fold } from '../cells/cell-text.ts'
import type { SheetCell, SheetItem, SheetRow } from '../cells/sheet.ts'
import { filledCells, loneText } from '../cells/sheet.ts'
import { headCells } from '../indicators/indicator-columns.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import { rowsOfTable, rowWith } from './table-rows.ts'
import type { Unfolded, Unfolding } from './unfold-tables.ts'

export type Place = { readonly at: number; readonly end: number }

/** The columns of a list left of its levels: which one names the project and what the others hold. */
export type ProjectColumn = Place & {
  /** The first column of the indicators themselves. */
  readonly levels: number
  readonly beside: readonly (Place & { readonly label: string })[]
}

export const ORDINAL = /^(?:序号|编号|行次)$/

/** 项目名称 | 年度目标 | 一级指标 | …: a list of projects, each with its indicators over many rows. */
export function projectColumn(row: SheetRow, vocabulary: Vocabulary): ProjectColumn | null {
  const cells = headCells(row, vocabulary.column) ?? []
  const first = cells.findIndex(({ role }) => role === 'level1' || role === 'level2' || role === 'level3')
  const left = cells.slice(0, Math.max(first, 0))
  const project = left.findLast(({ text }) => namesProject(text, vocabulary))
  const levels = cells[first]
  if (project === undefined || levels === undefined) return null
  const beside = left.flatMap(({ at, end, text }) =>
    at === project.at || ORDINAL.test(fold(text)) ? [] : [{ at, end, label: text }],
  )
  return { at: project.at, end: project.end, levels: levels.at, beside }
}

/** 单位名称、项目名称 heads a column where a line of its own names the office. */
export function namesProject(text: string, vocabulary: Vocabulary): boolean {
  const last = text.split(/[、/（(]/).findLast((part) => part !== '') ?? ''
  return [text, last].some((label) => {
    const known = vocabulary.label(label)
    return known?.kind === 'field' && known.key === '项目名称'
  })
}

/** Every project with the heading of the list, its own fields and its own table. */
export function unfoldProjects(
  items: readonly SheetItem[],
  at: number,
  { project, head, vocabulary }: Unfolding & { readonly project: ProjectColumn },
): Unfolded {
  const rows = rowsOfTable(items, at, vocabulary)
  const heading = headingAbove(items, at)
  const heads = rows.slice(0, head.rows).map((row) => indicatorsOf(row, project))
  const unfolded: SheetItem[] = []
  let [name, unit, count] = ['', '', 0]
  for (const row of rows.slice(head.rows)) {
    const printed = textIn(row, project)
    const lone = printed !== '' && loneText(row) !== null
    if (lone) unit = printed
    const begins = !lone && (count === 0 || (printed !== '' && printed !== name))
    if (begins) {
      name = printed
      const fields = fieldsOf(row, project, { name, unit, vocabulary })
      const [first, ...rest] = count === 0 ? fields : [...heading, ...fields]
      if (first !== undefined) unfolded.push(count === 0 ? first : { ...first, begins: true }, ...rest)
      unfolded.push(...heads)
      count += 1
    }
    if (!lone) unfolded.push(indicatorsOf(row, project))
  }
  return { items: count === 0 ? rows : unfolded, next: at + rows.length }
}

const LONGEST_HEADING = 100
const MOST_HEADING_LINES = 6

/** The lines over the list: title, office and money unit belong to each of its projects. */
export function headingAbove(items: readonly SheetItem[], at: number): readonly SheetItem[] {
  const above = items.slice(Math.max(0, at - MOST_HEADING_LINES), at)
  const from = above.findLastIndex((item) => (loneText(item)?.length ?? LONGEST_HEADING) >= LONGEST_HEADING)
  return above.slice(from + 1)
}

function indicatorsOf(row: SheetRow, { levels }: ProjectColumn): SheetRow {
  return rowWith(row, [[levels, row.cells.length]])
}

type Named = { readonly name: string; readonly unit: string; readonly vocabulary: Vocabulary }

export function fieldsOf(
  row: SheetRow,
  project: Pick<ProjectColumn, 'beside'>,
  { name, unit, vocabulary }: Named,
): SheetRow[] {
  const fields = [
    ...(unit === '' ? [] : [['单位名称', unit] as const]),
    ['项目名称', name] as const,
    ...project.beside.map((place) => besideProject(place.label, textIn(row, place), vocabulary)),
  ]
  return fields.filter(([, value]) => value !== '').map(([label, value]) => fieldRow(row, label, value))
}

/** 项目资金 heads a block on a sheet of its own, but over a column of figures it is the money of the year. */
function besideProject(label: string, value: string, vocabulary: Vocabulary): readonly [string, string] {
  const money = vocabulary.label(label)?.kind === 'section' && lookAt(value).number
  return [money ? '年度资金总额' : label, value]
}

function fieldRow(row: SheetRow, label: string, value: string): SheetRow {
  const cells: SheetCell[] = [label, value].map((text) => ({ text, merged: null }))
  return { kind: 'row', cells, raw: [label, value], line: row.line, table: row.table, width: cells.length }
}

export function textIn(row: SheetRow, { at, end }: Place): string {
  return filledCells(row).find((cell) => cell.at >= at && cell.at <= end)?.text ?? ''
}
