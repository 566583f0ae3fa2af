import { type Decimal, isDecimal, sum } from '../decimal.ts'
import type { FormContent } from '../form/form-content.ts'
import type { FormTemplate, TemplateCheck } from '../form/form-template.ts'

/** The amount at an address of the form (`money.yearBudget`, `fields.执行率`, `totals.score`); null when blank or no number. */
export function amountAt(form: FormContent, address: string): Decimal | null {
  const [room, key] = splitAddress(address)
  switch (room) {
    case 'money':
      return form.money[key] ?? null
    case 'fields':
      return numberIn(form.fields[key] ?? '')
    case 'totals':
      return key === 'weight' ? (form.totals?.weight ?? null) : (form.totals?.score ?? null)
    default:
      return null
  }
}

/** The printed amount, or for a blank subtotal what its own parts make: 合计 over a blank 财政拨款 (A003-4). */
export function amountOrSum(form: FormContent, template: FormTemplate, address: string): Decimal | null {
  const printed = amountAt(form, address)
  if (printed !== null) return printed
  const check = template.checks.find((it) => it.kind === 'sum' && it.total === address)
  return check?.kind === 'sum' ? sumOfParts(form, template, check) : null
}

/** The sum of the filled parts, null when none is filled. */
export function sumOfParts(form: FormContent, template: FormTemplate, check: SumCheck): Decimal | null {
  const parts = check.of
    .filter((address) => address !== check.total)
    .map((address) => amountOrSum(form, withoutSumOf(template, check), address))
    .filter((amount) => amount !== null)
  return parts.length === 0 ? null : sum(parts)
}

export type SumCheck = Extract<TemplateCheck, { kind: 'sum' }>

/** A sum is never asked for itself again, so a circular template ends. */
function withoutSumOf(template: FormTemplate, check: SumCheck): FormTemplate {
  return { ...template, checks: template.checks.filter((it) => it.id !== check.id) }
}

function splitAddress(address: string): readonly [string, string] {
  const point = address.indexOf('.')
  return point < 0 ? [address, ''] : [address.slice(0, point), address.slice(point + 1)]
}

function numberIn(text: string): Decimal | null {
  const plain = text.replace(/[,，\s%％元]/g, '')
  return isDecimal(plain) ? plain : null
}
