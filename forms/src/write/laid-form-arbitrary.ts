import type { FontRole, LaidBlock, LaidCell, LaidForm, LaidRow, LaidTable } from '@shiji/kernel/form/laid-form'
import fc from 'fast-check'
import { A4, CELL } from './laid-form-samples.ts'

/** Any valid laid form, for properties: tables tiled at random, texts that mean harm to a file. */

const FONTS: readonly FontRole[] = ['宋体', '黑体', '仿宋', '楷体', '小标宋']

const text = fc.oneof(
  fc.constantFrom('', '项目名称', '≥99.5%', '□ 是  ☑ 否', '√', '021-5550-0101', '第一段\n第二段', '  留 白  '),
  fc.constantFrom('=1+1', '+86', '-', '@SUM(A1)', '\t=A1', "'单引号", '=HYPERLINK("http://example.cn")', '_x0041_'),
  fc.constantFrom(
    '</w:t>&<b>"\'',
    '\u0000\u0008\u001f控制',
    '\ud800半个',
    '𠮷野家',
    'http://example.cn/x',
    '#{1} $& $1',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const style = fc.record({
  font: fc.constantFrom(...FONTS),
  sizePt: fc.constantFrom(9, 10.5, 12, 18),
  bold: fc.boolean(),
  align: fc.constantFrom('left', 'center', 'right', 'justify'),
  valign: fc.constantFrom('top', 'middle', 'bottom'),
  border: fc.constantFrom('all', 'none'),
})

type Draw = { readonly wide: number; readonly high: number; readonly text: string }

const table: fc.Arbitrary<LaidTable> = fc
  .record({
    columnsMm: fc.array(fc.integer({ min: 60, max: 400 }), { minLength: 1, maxLength: 6 }),
    rowCount: fc.integer({ min: 1, max: 7 }),
    headRows: fc.nat(2),
    minHeightMm: fc.integer({ min: 6, max: 12 }),
    styles: fc.array(style, { minLength: 1, maxLength: 3 }),
    draws: fc.array(fc.record({ wide: fc.integer({ min: 1, max: 3 }), high: fc.integer({ min: 1, max: 3 }), text }), {
      minLength: 1,
      maxLength: 42,
    }),
  })
  .map(({ columnsMm, rowCount, headRows, minHeightMm, styles, draws }) => ({
    kind: 'table',
    columnsMm: columnsMm.map((tenth) => tenth / 10),
    headRows: Math.min(headRows, rowCount),
    rows: tiled({ width: columnsMm.length, rowCount, draws }).map(
      (cells): LaidRow => ({
        minHeightMm,
        cells: cells.map((cell, at) => ({ ...cell, style: styles[at % styles.length] ?? CELL })),
      }),
    ),
  }))

/** Cells laid into the first free place, as wide and as high as the draw asks and the free room allows. */
function tiled({ width, rowCount, draws }: { width: number; rowCount: number; draws: readonly Draw[] }): LaidCell[][] {
  const taken = new Set<number>()
  let drawn = 0
  return Array.from({ length: rowCount }, (_, row) => {
    const cells: LaidCell[] = []
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue
      const draw = draws[drawn % draws.length] ?? { wide: 1, high: 1, text: '' }
      drawn += 1
      let colSpan = 1
      while (colSpan < draw.wide && column + colSpan < width && !taken.has(row * width + column + colSpan)) colSpan += 1
      const rowSpan = Math.min(draw.high, rowCount - row)
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < colSpan; across += 1) taken.add((row + down) * width + column + across)
      }
      cells.push({ column, colSpan, rowSpan, text: draw.text, style: CELL, value: { kind: 'text' }, bind: null })
    }
    return cells
  })
}

const block: fc.Arbitrary<LaidBlock> = fc.oneof(
  { weight: 3, arbitrary: table },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('paragraph'), text, style, bind: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'page-break' }) },
)

export const laidTable = table

export const laidForm: fc.Arbitrary<LaidForm> = fc
  .record({ title: text, landscape: fc.boolean(), blocks: fc.array(block, { maxLength: 6 }) })
  .map(({ title, landscape, blocks }) => ({
    title,
    blocks,
    page: landscape ? { ...A4, widthMm: A4.heightMm, heightMm: A4.widthMm } : A4,
  }))
