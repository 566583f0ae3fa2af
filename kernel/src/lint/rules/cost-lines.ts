import { compare, decimal, multiply, normalize } from '../../decimal.ts'
import type { CostLine } from '../../form/form-content.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput } from '../lint-input.ts'

const ONE = decimal('1')
/** A price repeated on so many lines of one name asks for a word. */
const REPEATED_LINES = 3

export function costLines(input: LintInput): LintFinding[] {
  const { form } = input
  return [
    ...form.lines.flatMap((line, index) => arithmetic(line, index)),
    ...withoutBasis(form.lines),
    ...withoutUnit(form.lines),
    ...repeatedPrice(form.lines),
    ...form.lines.flatMap((line, index) => hardware(input, line, index)),
  ]
}

function arithmetic({ amount, unitPrice, quantity, item }: CostLine, index: number): LintFinding[] {
  const where = `lines[${index}].amount`
  if (amount === null) return [finding('row-amount-missing', where, { name: item })]
  if (unitPrice === null || quantity === null) return []
  const computed = multiply(unitPrice, quantity)
  return compare(amount, computed) === 0
    ? []
    : [finding('line-product-differs', where, { item, printed: normalize(amount), computed: normalize(computed) })]
}

/** A000-11: told once, at the first line that lacks one. */
function withoutBasis(lines: readonly CostLine[]): LintFinding[] {
  const bare = lines.map(
    (line) => line.unitPrice !== null && isBlank(line.unitPriceBasis) && isBlank(line.quantityBasis),
  )
  const first = bare.indexOf(true)
  const count = bare.filter(Boolean).length
  return first < 0
    ? []
    : [finding('line-basis-missing', `lines[${first}].unitPriceBasis`, { count, item: lines[first]?.item ?? '' })]
}

/** A001-13. A quantity of one needs no unit. */
function withoutUnit(lines: readonly CostLine[]): LintFinding[] {
  const bare = lines.map(
    ({ quantity, quantityBasis }) => quantity !== null && compare(quantity, ONE) !== 0 && isBlank(quantityBasis),
  )
  const first = lines[bare.indexOf(true)]
  if (first === undefined || first.quantity === null) return []
  const parameters = { count: bare.filter(Boolean).length, item: first.item, quantity: normalize(first.quantity) }
  return [finding('quantity-unit-missing', `lines[${bare.indexOf(true)}].quantity`, parameters)]
}

/** A001-13: 平台1, 平台2, 平台3 at one price. */
function repeatedPrice(lines: readonly CostLine[]): LintFinding[] {
  const groups = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    if (line.unitPrice === null) continue
    const key = `${normalize(line.unitPrice)} ${stemOf(line.item)}`
    groups.set(key, [...(groups.get(key) ?? []), index])
  }
  return [...groups.values()].flatMap((indexes) => {
    const first = lines[indexes[0] ?? -1]
    if (indexes.length < REPEATED_LINES || !first || first.unitPrice === null) return []
    const parameters = { count: indexes.length, price: normalize(first.unitPrice), item: first.item }
    return [finding('unit-price-repeated', `lines[${indexes[0]}].unitPrice`, parameters)]
  })
}

/** A001-7. */
function hardware({ words }: LintInput, line: CostLine, index: number): LintFinding[] {
  const word = words.serviceItems.words.find((it) => line.item.includes(it))
  return word !== undefined && hasAny(line.content, words.hardwareClasses.words)
    ? [
        finding('service-classed-as-hardware', `lines[${index}].content`, {
          item: line.item,
          word,
          content: line.content,
        }),
      ]
    : []
}

/** 云办公平台1 and 云办公平台2 are one thing in parts. */
function stemOf(item: string): string {
  return item.replace(/[\d一二三四五六七八九十]{1,3}$/, '')
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
