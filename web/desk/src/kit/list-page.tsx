import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { type Column, DataTable, type DataTableProps } from './data-table.tsx'
import { Loaded } from './loaded.tsx'
import { PageHead, type PageHeadProps } from './page-head.tsx'

type ListPageProps<Row> = PageHeadProps & {
  /** What narrows the list, below the head. */
  readonly filter?: ReactNode
  readonly query: UseQueryResult<readonly Row[], ProblemError>
  readonly columns: readonly Column<Row>[]
  readonly none: NonNullable<DataTableProps<Row>['none']>
  /** What stands below the list, and the windows opened from it. */
  readonly children?: ReactNode
}

/** A page that is a list: what it is, the one primary action, what narrows it, and its rows or the state that stands for them. */
export function ListPage<Row extends { readonly id: string }>(props: ListPageProps<Row>) {
  const { filter, query, columns, none, children, ...head } = props
  return (
    <>
      <PageHead {...head} />
      {filter}
      <Loaded query={query}>
        {(rows) => <DataTable caption={head.title} columns={columns} rows={rows} keyOf={({ id }) => id} none={none} />}
      </Loaded>
      {children}
    </>
  )
}
