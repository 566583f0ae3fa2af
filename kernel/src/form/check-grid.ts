import type { FormTemplate, TemplateTable } from './form-template.ts'
import { placeCells } from './place-cells.ts'
import { canBeGiven } from './repeat-items.ts'
import { problem, type TemplateProblem } from './template-problem.ts'

/** Sums of millimetres such as 18.1 + 12.2 carry binary dust. */
const DUST_MM = 0.01

/** Every place of the grid covered once, spans inside, columns within the type area, repeats where they can be. */
export function checkGrid(template: FormTemplate, table: TemplateTable, where: string): TemplateProblem[] {
  return [...coverage(table, where), ...width(template, table, where), ...repeats(table, where)]
}

function coverage(table: TemplateTable, where: string): TemplateProblem[] {
  const columns = table.columnsMm.length
  const covered = table.rows.map(() => Array.from({ length: columns }, () => 0))
  const problems: TemplateProblem[] = []
  const placed = placeCells(table)
  for (const { cell, row, column } of placed) {
    const [wide, high] = cell.span
    if (column + wide > columns || row + high > table.rows.length)
      problems.push(problem('cell-beyond-table', where, { row: row + 1, text: cell.text }))
    for (const line of covered.slice(row, row + high))
      for (let place = column; place < Math.min(column + wide, columns); place += 1)
        line[place] = (line[place] ?? 0) + 1
  }
  for (const [row, { cells }] of table.rows.entries()) {
    const roomless = cells.length > placed.filter((it) => it.row === row).length
    if (roomless) problems.push(problem('cell-without-room', where, { row: row + 1, columns }))
    for (const [column, times] of (covered[row] ?? []).entries()) {
      const at = { row: row + 1, column: column + 1 }
      if (times === 0) problems.push(problem('place-uncovered', where, at))
      if (times > 1) problems.push(problem('cells-overlap', where, at))
    }
  }
  return problems
}

function width({ page }: FormTemplate, { columnsMm }: TemplateTable, where: string): TemplateProblem[] {
  const total = columnsMm.reduce((sum, column) => sum + column, 0)
  const room = page.widthMm - page.marginsMm.left - page.marginsMm.right
  return total <= room + DUST_MM ? [] : [problem('table-too-wide', where, { width: total, room })]
}

function repeats({ rows, headRows }: TemplateTable, where: string): TemplateProblem[] {
  const head = rows.slice(0, headRows)
  const badHead =
    headRows > rows.length ||
    head.some(({ repeat, cells }, row) => repeat !== undefined || cells.some(({ span }) => row + span[1] > headRows))
  return [
    ...(badHead ? [problem('head-rows-unfit', where, { rows: headRows })] : []),
    ...rows.flatMap(({ repeat, cells }) => {
      const given = repeat?.given !== undefined && !canBeGiven(repeat.over)
      return [
        ...(given ? [problem('given-not-possible', where, { over: repeat.over })] : []),
        ...cells.flatMap(({ text, span, join }) => {
          if (repeat === undefined) return join ? [problem('join-outside-repeat', where, { text })] : []
          return span[1] > 1 ? [problem('repeat-cell-spans-rows', where, { text })] : []
        }),
      ]
    }),
  ]
}
