import { add, compare, type Decimal, subtract, sum } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate, TemplateCheck } from '@shiji/kernel/form/form-template'

/** An amount the sheet wants to be the sum of others: what it would be, what stands there. */
export type LiveSum = {
  readonly id: string
  /** The address of the total. */
  readonly where: string
  /** The addresses summed; a column of rows as `lines[].amount`. */
  readonly of: readonly string[]
  readonly computed: Decimal
  readonly held: Decimal | null
  readonly agrees: boolean
}

/** Every total of the sheet that has something to add up, recomputed while typing. */
export function liveSums(template: FormTemplate | null, content: FormContent): LiveSum[] {
  return (template?.checks ?? []).flatMap((check) => sumOf(check, content))
}

function sumOf(check: TemplateCheck, content: FormContent): LiveSum[] {
  switch (check.kind) {
    case 'sum':
      return told(check.id, check.total, check.of, {
        content,
        computed: total(check.of.map((it) => amountAt(content, it))),
      })
    case 'difference': {
      const [from, less] = [amountAt(content, check.from), amountAt(content, check.less)]
      const computed = from === null || less === null ? null : subtract(from, less)
      return told(check.id, check.result, [check.from, check.less], { content, computed })
    }
    case 'column-sum': {
      const rows: readonly object[] = content[check.rows]
      const column = rows.map((row) => (row as Readonly<Record<string, Decimal | null>>)[check.column] ?? null)
      return told(check.id, check.total, [`${check.rows}[].${check.column}`], { content, computed: total(column) })
    }
    case 'at-least':
    case 'product':
    case 'date-order':
    case 'one-choice':
    case 'unique':
    case 'weights':
    case 'execution':
      return []
  }
}

type Figures = { readonly content: FormContent; readonly computed: Decimal | null }

function told(id: string, where: string, of: readonly string[], { content, computed }: Figures): LiveSum[] {
  if (computed === null) return []
  const held = amountAt(content, where)
  return [{ id, where, of, computed, held, agrees: held !== null && compare(held, computed) === 0 }]
}

/** null when nothing is written to add up. */
function total(amounts: readonly (Decimal | null)[]): Decimal | null {
  const written = amounts.filter((amount) => amount !== null)
  return written.length === 0 ? null : sum(written)
}

function amountAt(content: FormContent, where: string): Decimal | null {
  return content.money[where.replace(/^money\./, '')] ?? null
}

/** The weights of a form together, null when no row has one. */
export function sumOfWeights({ indicators }: FormContent): Decimal | null {
  const weights = indicators.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  return weights.length === 0 ? null : weights.reduce(add)
}
