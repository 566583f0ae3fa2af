import { isDecimal } from '@shiji/kernel/decimal'
import type { CellKind } from '@shiji/kernel/form/cell-value'
import type { MoneyUnit } from '@shiji/kernel/form/form-content'
import { printMoney } from '@shiji/kernel/money'

/** How a cell is shown while nobody types in it: amounts with their thousands, everything else as it is. */
export function shownCell({ kind }: { readonly kind: CellKind }, text: string, unit: MoneyUnit | null): string {
  if (kind !== 'money' || !isDecimal(text)) return text
  return printMoney(text, { unit: unit ?? '元', grouping: 'thousands' })
}
