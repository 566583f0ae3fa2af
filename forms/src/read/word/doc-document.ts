import { BlockBuilder } from '../block-builder.ts'
import type { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type DocParagraph, readDocParagraphs } from './doc-text.ts'
import { addPlacedTable, type PlacedCell, type PlacedRow } from './placed-table.ts'

type OpenCell = PlacedCell['paragraphs']

const IN_TABLE = 0x2416
const ROW_END = 0x2417
const DEFINE_TABLE = 0xd608
const VERTICAL_MERGE = 0xd62b
const CELL_MARK = '\x07'
/** Edges of one column differ by less than this from row to row; twentieths of a point. */
const NEAR = 60
const CELL_RECORD = 20

/** Word before 2007, and WPS's own .wps. A table inside a cell is read as lines of that cell. */
export function readDoc(
  streams: ReadonlyMap<string, Uint8Array>,
  bounds: { readonly limits: ReadLimits; readonly budget: CellBudget },
): RawDocument {
  const { main, boxes } = readDocParagraphs(streams)
  const builder = new BlockBuilder(bounds.budget, bounds.limits)
  addParagraphs(main, builder)
  boxes.forEach(({ text }) => {
    builder.addText(text, null)
  })
  return { format: 'doc', blocks: builder.finish(), notes: [] }
}

function addParagraphs(paragraphs: readonly DocParagraph[], builder: BlockBuilder): void {
  let rows: PlacedRow[] = []
  let cells: OpenCell[] = []
  let open: OpenCell = []
  const closeTable = () => {
    // Cells without the end of their row keep their order, though nobody says how wide they are.
    const loose = open.length > 0 ? [...cells, open] : cells
    const [first] = loose.flat()
    if (first !== undefined) rows.push({ line: first.line, cells: placeCells(loose, null) })
    if (rows.length > 0) addPlacedTable(rows, builder, NEAR)
    rows = []
    cells = []
    open = []
  }

  paragraphs.forEach((paragraph, index) => {
    const line = index + 1
    if (!isOn(paragraph, IN_TABLE)) {
      closeTable()
      builder.addText(paragraph.text, line)
    } else if (isOn(paragraph, ROW_END)) {
      rows.push({ line: line - cells.length, cells: placeCells(cells, paragraph) })
      cells = []
    } else {
      open.push({ text: paragraph.text, line })
      if (paragraph.mark !== CELL_MARK) return
      cells.push(open)
      open = []
    }
  })
  closeTable()
}

function isOn({ properties }: DocParagraph, sprm: number): boolean {
  const operand = properties?.sprms.get(sprm)
  return operand !== undefined && operand.byteLength > 0 && operand.getUint8(0) !== 0
}

/** The row's end says where its cells begin and end and how they are merged. */
function placeCells(cells: readonly OpenCell[], end: DocParagraph | null): PlacedCell[] {
  const definition = end?.properties?.sprms.get(DEFINE_TABLE)
  const count = definition?.byteLength ? definition.getUint8(0) : 0
  const edge = (index: number) =>
    definition && 3 + index * 2 <= definition.byteLength ? definition.getInt16(1 + index * 2, true) : index * 10 * NEAR
  const lateMerge = end === null ? null : verticalMerge(end)

  return cells.map((paragraphs, index): PlacedCell => {
    const flagsAt = 1 + (count + 1) * 2 + index * CELL_RECORD
    const flags = definition && flagsAt + 2 <= definition.byteLength ? definition.getUint16(flagsAt, true) : 0
    const vertical = lateMerge?.cell === index ? lateMerge.merge : (flags >> 5) & 3
    const continues = (flags & 3) === 1 ? 'left' : vertical === 1 ? 'up' : null
    return { paragraphs, left: edge(index), right: Math.max(edge(index), edge(index + 1)), continues }
  })
}

function verticalMerge({ properties }: DocParagraph): { cell: number; merge: number } | null {
  const operand = properties?.sprms.get(VERTICAL_MERGE)
  return operand && operand.byteLength >= 2 ? { cell: operand.getUint8(0), merge: operand.getUint8(1) } : null
}
