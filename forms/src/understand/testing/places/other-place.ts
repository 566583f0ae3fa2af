import type { Grid } from '../grid-document.ts'

/** A published layout of some place with what a careful person reads in it; projects and units are invented. */
export type OtherPlace = {
  readonly title: string
  readonly grid: Grid
  /** stage, year, money unit, project, unit */
  readonly head: readonly [string, number | null, string | null, string, string | null]
  readonly money: Readonly<Record<string, string | null>>
  /** Every row: level 1 | level 2 | name | target | actual | weight | score | reason; `-` where none is given. */
  readonly rows: string
  /** Pasted without its merges the sheet can be read in two ways: a row carries a doubt. */
  readonly pasted?: 'doubted'
  readonly totals: readonly [weight: string | null, score: string | null] | null
}
