import { utils, write } from '@e965/xlsx'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawBlock } from './raw-document.ts'
import { READ_LIMITS } from './read-limits.ts'
import type { TaskReader } from './read-task.ts'
import {
  convert,
  denseOf,
  docxOf,
  hasLibreOffice,
  htmlOf,
  readWell,
  type SampleCell,
  type SampleTable,
} from './testing/sample-files.ts'
import { readHtmlFile } from './web/html-document.ts'
import { readZipDocument } from './zip/zip-document.ts'

const WORDS = ['数量', '质量指标', '≥95.00%', '每周7天*24小时', '及时', 'Oracle 数据库', '180000', '□ 经常性']

/** Cuts a grid into cells of random spans; every row and column begins at least one cell, as in any form. */
const anyTable: fc.Arbitrary<SampleTable> = fc
  .record({
    height: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 6 }),
    spans: fc.array(fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 36,
      maxLength: 36,
    }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 36, maxLength: 36 }),
  })
  .map(cutIntoCells)
  .filter(({ height, width, cells }) => {
    return (
      new Set(cells.map(({ row }) => row)).size === height && new Set(cells.map(({ column }) => column)).size === width
    )
  })

function cutIntoCells(plan: {
  readonly height: number
  readonly width: number
  readonly spans: readonly { readonly rows: number; readonly columns: number }[]
  readonly words: readonly string[]
}): SampleTable {
  const taken = new Set<string>()
  const isFree = (row: number, column: number) =>
    row < plan.height && column < plan.width && !taken.has(`${row},${column}`)
  const cells: SampleCell[] = []
  for (let row = 0; row < plan.height; row += 1) {
    for (let column = 0; column < plan.width; column += 1) {
      if (!isFree(row, column)) continue
      const wanted = plan.spans[row * 6 + column] ?? { rows: 1, columns: 1 }
      let columns = 1
      while (columns < wanted.columns && isFree(row, column + columns)) columns += 1
      const rows = Math.min(wanted.rows, plan.height - row)
      const cell = { row, column, rows, columns, text: plan.words[row * 6 + column] ?? '' }
      for (let down = 0; down < rows; down += 1) {
        for (let right = 0; right < columns; right += 1) taken.add(`${row + down},${column + right}`)
      }
      cells.push(cell)
    }
  }
  return { height: plan.height, width: plan.width, cells }
}

function xlsxOf(table: SampleTable): Uint8Array {
  const sheet = utils.aoa_to_sheet([[]])
  for (const { row, column, text } of table.cells)
    utils.sheet_add_aoa(sheet, [[text]], { origin: { r: row, c: column } })
  sheet['!merges'] = table.cells
    .filter(({ rows, columns }) => rows * columns > 1)
    .map(({ row, column, rows, columns }) => ({
      s: { r: row, c: column },
      e: { r: row + rows - 1, c: column + columns - 1 },
    }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '表')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

function gridOf(blocks: readonly RawBlock[]) {
  const table = blocks.find((block) => block.kind === 'table')
  return table?.rows.map(({ cells }) => cells)
}

const encode = (text: string) => new TextEncoder().encode(text)

test.each<[string, (table: SampleTable) => Uint8Array, TaskReader]>([
  ['html', (table) => encode(htmlOf(table)), readHtmlFile],
  ['docx', docxOf, readZipDocument],
  ['xlsx', xlsxOf, readZipDocument],
])('any table with merges written as %s reads back to the same grid', async (name, write, read) => {
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      const { blocks } = await read({ kind: 'zip', bytes: new Uint8Array(write(table)), name, limits: READ_LIMITS })
      expect(gridOf(blocks)).toEqual(denseOf(table))
    }),
    { numRuns: 200 },
  )
})

/** LibreOffice starts anew for every file. */
const OFFICE_PROGRAM_MS = 120_000

/** On paper a row is as high as its lowest cell: a row without a cell of its own height cannot be seen, and one cell is a frame. */
const anyTableOnPaper = anyTable.filter(({ height, width, cells }) => {
  return width > 1 && new Set(cells.filter(({ rows }) => rows === 1).map(({ row }) => row)).size === height
})

test.skipIf(!hasLibreOffice).each(['doc', 'pdf'])(
  'tables with merges read back from %s to the same grid (skipped without LibreOffice)',
  async (kind) => {
    for (const table of fc.sample(anyTableOnPaper, { numRuns: 4, seed: 2026 })) {
      const { blocks } = await readWell(await convert(docxOf(table), 'docx', kind), `表.${kind}`)
      expect(gridOf(blocks)).toEqual(denseOf(table))
    }
  },
  OFFICE_PROGRAM_MS,
)
