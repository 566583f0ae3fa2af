import type { Decimal } from '@shiji/kernel/decimal'
import type { Doubt, MoneyUnit } from '@shiji/kernel/form/form-content'
import { parseMoney } from '@shiji/kernel/money'
import { raise } from './understand-wording.ts'

export type ReadAmount = { readonly amount: Decimal | null; readonly doubts: readonly Doubt[] }

const RATE = /^(-?\d{1,6}(?:\.\d{1,8})?)%$/

/** A printed amount in the form's unit; blank is null, unreadable is null with a doubt, 98.88% is 98.88. */
export function readAmount(printed: string, unit: MoneyUnit | null, field: string): ReadAmount {
  const text = printed.trim()
  const [, rate] = RATE.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  const read = parseMoney(rate ?? text, unit)
  if (!read.ok) {
    const blank = read.problem === 'blank'
    return { amount: null, doubts: blank ? [] : [raise('money-unreadable', field, { text, problem: read.problem })] }
  }
  const { amount, ownUnit } = read.value
  const converted = ownUnit !== null && unit !== null && ownUnit !== unit
  return {
    amount,
    doubts: converted ? [raise('value-unit-differs', field, { text, unit: unit ?? '', amount })] : [],
  }
}

const UNIT_NOTE = /(?:金额)?单位[:：]?\s*(万元|元)/
const UNIT_IN_LABEL = /(?:资金|预算|金额|执行|总额|支出)[^()（）]{0,10}[（(]\s*(?:单位[:：])?\s*(万元|元)/

/** `金额单位：万元` before anything else, then (万元) beside a label of money. */
export function findMoneyUnit(texts: readonly string[]): MoneyUnit | null {
  const short = texts.filter((text) => text.length <= 400)
  return unitBy(UNIT_NOTE, short) ?? unitBy(UNIT_IN_LABEL, short)
}

function unitBy(pattern: RegExp, texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const [, unit] = pattern.exec(text) ?? []
    if (unit === '元' || unit === '万元') return unit
  }
  return null
}
