import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { CellKind } from '@shiji/kernel/form/cell-value'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { RepeatName } from '@shiji/kernel/form/form-template'
import { type Row, readCell } from '@shiji/kernel/form/read-cell'
import { memo } from 'react'
import type { SheetColumn } from '../edit/form-sheet.ts'
import { SEVERITY_SHAPES } from '../edit/severity-shapes.ts'
import { shownCell } from '../edit/shown-cell.ts'
import { placeAddress } from './block-edits.ts'
import { CellEditor, type EditorHandlers } from './cell-editor.tsx'
import type { CellMark, FormGridProps } from './form-grid.tsx'

type GridRowProps = {
  readonly item: Row
  readonly row: number
  readonly list: RepeatName
  readonly columns: readonly SheetColumn[]
  readonly content: FormContent
  readonly marks: ReadonlyMap<string, CellMark>
  readonly beneath: FormGridProps['beneath']
  /** The selected columns, -1 when the selection does not cross this row. */
  readonly left: number
  readonly right: number
  /** The column under the cursor, -1 elsewhere. */
  readonly active: number
  readonly draft: string | null
  readonly editor: EditorHandlers
}

/** Drawn again only when something in it changes: a keystroke costs one row, not the grid. */
export const GridRow = memo(DrawnRow, (before, after) =>
  (Object.keys(after) as (keyof GridRowProps)[]).every((key) => key === 'content' || before[key] === after[key]),
)

function DrawnRow(props: GridRowProps) {
  const { row, columns, content, list, left, right, active } = props
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row" className="grid-number">
        {row + 1}
      </th>
      {columns.map((column, at) => {
        const where = placeAddress(list, row, column.key)
        const address = parseCellAddress(where)
        const text = (address === null ? null : readCell(content, address)) ?? ''
        return (
          <GridCell
            key={column.key}
            {...props}
            {...{ column, at, where, text }}
            selected={left >= 0 && at >= left && at <= right}
            isActive={at === active}
          />
        )
      })}
    </tr>
  )
}

type GridCellProps = GridRowProps & {
  readonly column: SheetColumn
  readonly at: number
  readonly where: string
  readonly text: string
  readonly selected: boolean
  readonly isActive: boolean
}

/** Figures stand right, marks in the middle, words left. */
const CELL_CLASSES: Readonly<Partial<Record<CellKind, string>>> = {
  money: 'grid-figure',
  number: 'grid-figure',
  whole: 'grid-figure',
  flag: 'grid-flag',
}

function GridCell({ row, column, at, where, text, selected, isActive, ...rest }: GridCellProps) {
  const { content, marks, beneath, draft, editor } = rest
  const mark = marks.get(where)
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell
    <td
      aria-selected={selected}
      data-row={row}
      data-column={at}
      data-where={where}
      data-active={isActive || undefined}
      className={CELL_CLASSES[column.kind]}
      title={mark?.message}
    >
      {mark === undefined ? null : (
        <span className={`grid-mark severity-${mark.severity}`} aria-hidden>
          {SEVERITY_SHAPES[mark.severity]}
        </span>
      )}
      <span className="grid-text">{shownCell(column, text, content.moneyUnit)}</span>
      {beneath?.(content, row, column.key)}
      {isActive ? (
        <CellEditor
          label={`${row + 1} ${column.label}${mark === undefined ? '' : ` ${SEVERITY_SHAPES[mark.severity]} ${mark.message}`}`}
          {...{ text, draft, editor, where }}
        />
      ) : null}
    </td>
  )
}
