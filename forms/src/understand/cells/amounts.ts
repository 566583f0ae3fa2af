import type { Decimal } from '@shiji/kernel/decimal'
import type { Doubt, MoneyUnit } from '@shiji/kernel/form/form-content'
import { type MoneyProblem, parseMoney } from '@shiji/kernel/money'
import { raise } from '../understand-wording.ts'

export type ReadAmount = { readonly amount: Decimal | null; readonly doubts: readonly Doubt[] }

/** What an amount is made of, behind it in brackets: `854万（示范建设295万元，…）`. */
const EXPLANATION = /(?<=[\d元万整正])\s*[（(][^（()）]{4,400}[)）]$/
/** 大写：贰拾万元整. */
const SPELT = /^[（(]?[大小]写[)）]?\s*[:：]?\s*/
/** Digits without any unit. */
const BARE = /^-?\d[\d,， .]*$/
const RATE = /^(-?\d{1,6}(?:\.\d{1,8})?)[%分]$/

const DOUBT_OF = {
  blank: null,
  'not-money': 'money-unreadable',
  'too-long': 'money-unreadable',
  'grouping-suspect': 'money-grouping-suspect',
  'foreign-currency': 'money-foreign',
} as const satisfies Record<MoneyProblem, string | null>

/** What an amount is read against: the unit of the form, and that of its own label or column (`预算金额（元）`). */
export type AmountPlace = {
  readonly unit: MoneyUnit | null
  readonly labelUnit?: MoneyUnit | null
  readonly field: string
}

/** A printed amount in the form's unit; blank is null, unreadable is null with a doubt, 98.88% is 98.88, 9.6分 is 9.6. */
export function readAmount(printed: string, { unit, labelUnit = null, field }: AmountPlace): ReadAmount {
  const text = printed.trim().replace(SPELT, '')
  const [, rate] = RATE.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  const plain = rate ?? withoutExplanation(text)
  const foreign = labelUnit !== null && unit !== null && labelUnit !== unit && BARE.test(plain)
  const read = parseMoney(foreign ? `${plain}${labelUnit}` : plain, unit)
  if (!read.ok) {
    const doubt = DOUBT_OF[read.problem]
    return { amount: null, doubts: doubt === null ? [] : [raise(doubt, field, { text })] }
  }
  const { amount, ownUnit } = read.value
  const converted = ownUnit !== null && unit !== null && ownUnit !== unit
  const doubts = converted ? [raise('value-unit-differs', field, { text, unit: unit ?? '', amount })] : []
  const explained = rate === undefined && plain !== text
  return { amount, doubts: explained ? [...doubts, raise('amount-explained', field, { text, amount })] : doubts }
}

function withoutExplanation(text: string): string {
  const bare = text.replace(EXPLANATION, '').trim()
  return bare === '' ? text : bare
}

const UNIT_OF_LABEL = /[（(](?:单位[:：]?)?(万元|元)[)）][:：]?$/

/** 元 or 万元 in brackets behind a label. */
export function unitOfLabel(printed: string): MoneyUnit | null {
  const [, unit] = UNIT_OF_LABEL.exec(printed.trim()) ?? []
  return unit === '元' || unit === '万元' ? unit : null
}

const UNIT_OF_CELL = /^[^\d]{1,12}[（(](万元|元)[)）]$/
const UNIT_OF_AMOUNT = /^(?:[^\d]{2,12}[\s:：（(])?\d[\d,.]{0,16}(万元|元)[)）]?$/

const UNIT_NOTE = /(?:金额)?单位(?:均)?[:：为]?\s*(万元|元)/
const UNIT_IN_LABEL = /(?:资金|预算|金额|执行|总额|支出)[^()（）]{0,10}[（(]\s*(?:单位[:：])?\s*(万元|元)/

/** `金额单位：万元` before anything else, then (万元) beside a label of money. */
export function findMoneyUnit(texts: readonly string[]): MoneyUnit | null {
  const short = texts.filter((text) => text.length <= 400)
  return unitBy(UNIT_NOTE, short) ?? unitBy(UNIT_IN_LABEL, short)
}

/** Where lines and labels of money name more than one unit: those texts. */
export function contradictingUnits(texts: readonly string[]): readonly string[] {
  const named = texts.flatMap((text) => {
    const [, unit] = text.length > 400 ? [] : (UNIT_NOTE.exec(text) ?? UNIT_IN_LABEL.exec(text) ?? [])
    return unit === undefined ? [] : [{ text, unit }]
  })
  return new Set(named.map(({ unit }) => unit)).size > 1 ? named.map(({ text }) => text) : []
}

/** Where no line says it: `本级（万元）` over a column, or amounts of the head that all carry one unit (`20万元`). */
export function impliedMoneyUnit(headTexts: readonly string[]): MoneyUnit | null {
  const texts = headTexts.map((text) => text.trim())
  return unanimous(UNIT_OF_CELL, texts) ?? unanimous(UNIT_OF_AMOUNT, texts)
}

function unanimous(pattern: RegExp, texts: readonly string[]): MoneyUnit | null {
  const units = new Set(texts.flatMap((text) => pattern.exec(text)?.[1] ?? []))
  const [unit] = units
  return units.size === 1 && (unit === '元' || unit === '万元') ? unit : null
}

function unitBy(pattern: RegExp, texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const [, unit] = pattern.exec(text) ?? []
    if (unit === '元' || unit === '万元') return unit
  }
  return null
}
