import type { ReactNode } from 'react'
import { type BlockState, StateBlock } from './state-block.tsx'
import './data-table.css'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right, words left. */
  readonly kind?: 'words' | 'number' | 'actions'
  readonly width?: string
}

export type DataTableProps<Row> = {
  /** Names the table for those who do not see it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What is said in place of a table without rows; without it the head of the table stands alone. */
  readonly none?: Omit<Extract<BlockState, { kind: 'empty' }>, 'kind'>
}

/** Rows with hairlines; on a phone every row becomes a card whose cells carry their column's title. */
export function DataTable<Row>({ caption, columns, rows, keyOf, none }: DataTableProps<Row>) {
  if (rows.length === 0 && none !== undefined) return <StateBlock state={{ kind: 'empty', ...none }} />
  return (
    <div className="table-frame">
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, kind = 'words', width }) => (
              <th key={key} scope="col" className={`cell-${kind}`} style={{ width }}>
                {kind === 'actions' ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, title, kind = 'words', cell }) => (
                <td key={key} className={`cell-${kind}`} data-title={title}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
