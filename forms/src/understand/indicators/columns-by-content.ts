import { lookAt } from '../cells/cell-looks.ts'
import type { SheetItem } from '../cells/sheet.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import type { Column, IndicatorHead } from './indicator-columns.ts'

const ROWS_TO_LOOK_AT = 40

/** A column of nothing but ≥ ≤ = beside the target holds its signs, whatever is printed over it. */
export function withSignColumn(head: IndicatorHead, items: readonly SheetItem[]): IndicatorHead {
  const { columns } = head
  const target = columns.findIndex(({ role }) => role === 'target')
  if (target < 0 || columns.some(({ role }) => role === 'sign')) return head
  const rows = items.slice(0, ROWS_TO_LOOK_AT).flatMap((item) => (item.kind === 'row' ? [item] : []))
  const signs = columns.find(({ role, start, end }, at) => {
    const texts = rows.flatMap((row) => row.cells.slice(start, end + 1).flatMap(({ text }) => text || []))
    return (
      role === 'other' && Math.abs(at - target) === 1 && texts.length > 0 && texts.every((text) => lookAt(text).sign)
    )
  })
  if (signs === undefined) return head
  return { ...head, columns: columns.map((column) => (column === signs ? { ...column, role: 'sign' } : column)) }
}

const LEVEL_PARTS = /[-—–/／、·>:：]/

/** 指标类别 left of a name without levels holds them: 产出指标, 产出数量, or both joined as 产出指标-数量指标. */
export function withLevelColumn(
  head: IndicatorHead,
  items: readonly SheetItem[],
  { vocabulary }: { readonly vocabulary: Vocabulary },
): IndicatorHead {
  const { columns } = head
  const name = columns.findIndex(({ role }) => role === 'level3')
  if (name < 0 || columns.some(({ role }) => role === 'level1' || role === 'level2')) return head
  const rows = items.slice(head.rows, ROWS_TO_LOOK_AT).flatMap((item) => (item.kind === 'row' ? [item] : []))
  const holds = ({ role, start, end }: Column, isLevel: (text: string) => boolean) => {
    const texts = rows.flatMap((row) => row.cells.slice(start, end + 1).flatMap(({ text }) => text || []))
    return role === 'other' && texts.length > 0 && 2 * texts.filter(isLevel).length > texts.length
  }
  const { level } = vocabulary
  const left = columns.slice(0, name)
  const first = left.find((column) => holds(column, (text) => level.isLevel1(text.split(LEVEL_PARTS)[0] ?? '')))
  const second = left.find((column) => column !== first && holds(column, level.isLevel2))
  // 指标名称 | 指标类型 | 目标值: behind the name the words of level 2 tell the kind of the indicator.
  const kind =
    first === undefined && second === undefined
      ? columns.slice(name + 1).find((column) => holds(column, level.isLevel2))
      : undefined
  const roleOf = (column: Column) => {
    if (column === first) return 'level1'
    if (column === second) return 'level2'
    return column === kind ? 'kind' : column.role
  }
  return { ...head, columns: columns.map((column) => ({ ...column, role: roleOf(column) })) }
}
