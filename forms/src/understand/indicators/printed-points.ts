import type { Decimal } from '@shiji/kernel/decimal'
import { decimal } from '@shiji/kernel/decimal'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { raise } from '../understand-wording.ts'

/** `数量指标（20分）`, `设备完好率(10分)`, `数量指标15分` of sheets without a column of weights. */
const POINTS = /(?:[(（]\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*[)）]|[^\d.](\d{1,3}(?:\.\d{1,2})?)\s*分)$/

export function pointsIn(label: string): Decimal | null {
  const [, bracketed, bare] = POINTS.exec(label.trim()) ?? []
  const points = bracketed ?? bare
  return points === undefined ? null : decimal(points)
}

/** Points printed behind the name or behind the level 2 stated on a row. */
export type PrintedPoints = { readonly label: 'level3' | 'level2'; readonly weight: Decimal }

type Weighed = Pick<IndicatorRow, 'level1' | 'level2' | 'weight' | 'doubts'> & {
  readonly points: PrintedPoints | null
}

/** On a sheet without weights a row takes the points behind its name, or behind the level 2 whose only row it is. */
export function weighByPrintedPoints<Row extends Weighed>(rows: readonly Row[]): Row[] {
  if (rows.some(({ weight }) => weight !== null)) return [...rows]
  return rows.map((row, index) => {
    if (row.points === null) return row
    const { label, weight } = row.points
    const shared = sameLevel(row, rows[index - 1]) || sameLevel(row, rows[index + 1])
    if (label === 'level2' && shared) return row
    return { ...row, weight, doubts: [...row.doubts, raise('weight-from-label', 'weight', { weight })] }
  })
}

function sameLevel(row: Weighed, other: Weighed | undefined): boolean {
  return other !== undefined && other.level1 === row.level1 && other.level2 === row.level2
}
