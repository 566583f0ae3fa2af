import { BlockBuilder } from '../block-builder.ts'
import type { CellBudget } from '../dense-table.ts'
import { distinctEdges, edgeAt } from '../pdf/edges.ts'
import type { RawDocument } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type DocParagraph, readDocParagraphs } from './doc-text.ts'

type DocCell = {
  readonly paragraphs: { readonly text: string; readonly line: number }[]
  readonly left: number
  readonly right: number
  readonly continues: 'left' | 'up' | null
}
type DocRow = { readonly line: number; readonly cells: readonly DocCell[] }
type OpenCell = DocCell['paragraphs']

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
  let rows: DocRow[] = []
  let cells: OpenCell[] = []
  let open: OpenCell = []
  const closeTable = () => {
    // Cells without the end of their row keep their order, though nobody says how wide they are.
    const loose = open.length > 0 ? [...cells, open] : cells
    const [first] = loose.flat()
    if (first !== undefined) rows.push({ line: first.line, cells: placeCells(loose, null) })
    if (rows.length > 0) addTable(rows, builder)
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
function placeCells(cells: readonly OpenCell[], end: DocParagraph | null): DocCell[] {
  const definition = end?.properties?.sprms.get(DEFINE_TABLE)
  const count = definition?.byteLength ? definition.getUint8(0) : 0
  const edge = (index: number) =>
    definition && 3 + index * 2 <= definition.byteLength ? definition.getInt16(1 + index * 2, true) : index * 10 * NEAR
  const lateMerge = end === null ? null : verticalMerge(end)

  return cells.map((paragraphs, index): DocCell => {
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

function addTable(rows: readonly DocRow[], builder: BlockBuilder): void {
  const edges = distinctEdges(
    rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])),
    NEAR,
  )
  builder.openTable()
  for (const { line, cells } of rows) {
    builder.openRow(line)
    const indent = edgeAt(edges, cells[0]?.left ?? 0, NEAR)
    for (let skipped = 0; skipped < indent; skipped += 1) builder.openCell(line)
    for (const { paragraphs, left, right, continues } of cells) {
      const columns = Math.max(1, edgeAt(edges, right, NEAR) - edgeAt(edges, left, NEAR))
      builder.openCell(line, { columns, continues })
      for (const paragraph of continues ? [] : paragraphs) builder.addText(paragraph.text, paragraph.line)
      builder.closeCell()
    }
    builder.closeRow()
  }
  builder.closeTable()
}
