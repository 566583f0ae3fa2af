import type { Severity } from '@shiji/kernel/finding'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { RepeatName } from '@shiji/kernel/form/form-template'
import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import type { EditStep } from '../edit/edit-history.ts'
import type { SheetColumn } from '../edit/form-sheet.ts'
import { placeAddress } from './block-edits.ts'
import { isSelected, selectedArea } from './grid-cursor.ts'
import { GridRow } from './grid-row.tsx'
import { useGrid } from './use-grid.ts'
import './grid.css'

const WORDS = {
  addRow: { zh: '＋ 添加一行', en: '＋ Add a row' },
  removeRow: { zh: '删除所选行', en: 'Remove selected rows' },
  keys: {
    zh: '方向键移动 · 直接输入或 F2 修改 · Enter / Tab 下一格 · Ctrl+D 向下填充 · Ctrl+Z 撤销 · 可从 Excel / WPS 整块粘贴 · Esc 离开表格',
    en: 'Arrows move · type or F2 to edit · Enter / Tab next · Ctrl+D fills down · Ctrl+Z undoes · paste blocks from Excel / WPS · Esc leaves the grid',
  },
  empty: {
    zh: '还没有行。添加一行，或点此格后从 Excel / WPS 粘贴。',
    en: 'No rows yet. Add one, or paste a block here.',
  },
  unfit: {
    zh: '有 {count} 格填不进这样的内容，保持原样：{first}',
    en: '{count} cells cannot hold this and keep what they had: {first}',
  },
  row: { zh: '行', en: 'Row' },
} as const

/** What a check says of a cell. */
export type CellMark = { readonly severity: Severity; readonly message: string }

export type FormGridProps = {
  readonly label: string
  readonly content: FormContent
  readonly list: RepeatName
  readonly columns: readonly SheetColumn[]
  readonly marks: ReadonlyMap<string, CellMark>
  /** A cell somebody jumped to; a new object each time. */
  readonly wanted: { readonly where: string } | null
  /** What stands under the text of a cell: how a target was read. */
  readonly beneath?: ((content: FormContent, row: number, column: string) => ReactNode) | undefined
  /** Said of the cell under the cursor, below the grid. */
  readonly about?: (where: string) => ReactNode
  readonly onStep: (step: EditStep) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Rows of a form as a spreadsheet: the keys, blocks and undo of Excel and WPS. */
export function FormGrid(props: FormGridProps) {
  const say = useWords(WORDS)
  const after = useRef<HTMLButtonElement>(null)
  const { label, content, list, columns, marks, beneath, about } = props
  const grid = useGrid(props, () => after.current?.focus())
  const area = selectedArea(grid.cursor)
  const rows = content[list]
  const { at, draft } = grid.cursor
  return (
    <div className="grid-frame">
      <div className="grid-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that can be edited */}
        <table role="grid" className="grid" aria-label={label} aria-rowcount={rows.length + 1} {...grid.mouse}>
          <thead>
            <tr>
              <th scope="col" className="grid-number">
                <span className="visually-hidden">{say('row')}</span>
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={`grid-${widthOf(column)}`}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((item, row) => (
              <GridRow
                // A row has no name of its own: it is known by its place.
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are addressed by their index everywhere
                key={row}
                {...{ item, row, list, columns, content, marks, beneath }}
                left={isSelected(area, { row, column: area.left }) ? area.left : -1}
                right={isSelected(area, { row, column: area.left }) ? area.right : -1}
                active={row === at.row ? at.column : -1}
                draft={row === at.row ? draft : null}
                editor={grid.editor}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="grid-empty">{say('empty')}</p> : null}
      </div>
      <div className="grid-foot">
        <Button ref={after} onClick={grid.addBelow}>
          {say('addRow')}
        </Button>
        <Button disabled={rows.length === 0} onClick={grid.removeSelected}>
          {say('removeRow')}
        </Button>
        <span className="small">{say('keys')}</span>
      </div>
      <div className="grid-about" aria-live="polite">
        {grid.unfit.length === 0 ? null : (
          <p className="severity-error">✕ {say('unfit', { count: grid.unfit.length, first: grid.unfit[0] ?? '' })}</p>
        )}
        {about === undefined || rows.length === 0
          ? null
          : about(placeAddress(list, at.row, columns[at.column]?.key ?? ''))}
      </div>
    </div>
  )
}

/** Names and sentences get the room, figures and marks only what they need. */
function widthOf({ key, kind }: SheetColumn): string {
  if (kind === 'flag') return 'tick'
  if (kind !== 'text' && kind !== 'optional-text') return 'narrow'
  if (key === 'level1' || key === 'level2' || key === 'category' || key === 'period') return 'label'
  return key === 'target' || key === 'actual' ? 'middle' : 'wide'
}
