import type { Decimal } from '../decimal.ts'
import { periodUnit } from './read-unit.ts'
import type { Operator, Period, Target, TargetMeaning } from './target.ts'

const SIGNS: Readonly<Record<Operator, string>> = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=' }

/**
 * The canonical Chinese text of a target; reading it again gives the same meaning. An unreadable target has no text
 * of its own: the stored text is what prints.
 */
export function printTarget(target: Target): string {
  const text = printMeaning(target)
  return target.qualifier === undefined ? text : `${text}（${target.qualifier}）`
}

function printMeaning(meaning: TargetMeaning): string {
  switch (meaning.kind) {
    case 'number':
      return `${spanOf(meaning.period)}${SIGNS[meaning.operator]}${quantity(meaning.value, meaning.unit)}`
    case 'range':
      return `${spanOf(meaning.period)}${meaning.value}~${quantity(meaning.upper, meaning.unit)}`
    case 'frequency':
      return `${everyOf(meaning.period)}${SIGNS[meaning.operator]}${quantity(meaning.value, meaning.unit)}`
    case 'coverage':
      return `${SIGNS[meaning.operator]}每周${meaning.daysPerWeek}天*${meaning.hoursPerDay}小时`
    case 'deadline':
      return `${printDeadline(meaning.date, meaning.within)}${meaning.grades.join('并')}`
    case 'relative':
      return printRelative(meaning)
    case 'grade':
      return `${meaning.operator ? SIGNS[meaning.operator] : ''}${meaning.grades.join('、')}`
    case 'none':
      return NONE[meaning.reason]
    case 'several':
      return meaning.parts.map(printMeaning).join('；')
    case 'unreadable':
      return ''
  }
}

const NONE: Readonly<Record<Extract<TargetMeaning, { kind: 'none' }>['reason'], string>> = {
  blank: '',
  placeholder: '/',
  'not-applicable': '无',
}

/** Ratios carry their second term in the unit: 1 and `:20`. */
function quantity(value: Decimal, unit: string | null): string {
  return `${value}${unit ?? ''}`
}

function spanOf(period: Period | null): string {
  if (period === null) return ''
  return period === 'year' ? '全年' : everyOf(period)
}

function everyOf(period: Period): string {
  return `每${periodUnit(period)}`
}

const WITHIN: Readonly<Record<Period, string>> = {
  year: '年内',
  'half-year': '半年内',
  quarter: '季度内',
  month: '月内',
  week: '周内',
  day: '日内',
}

function printDeadline(date: string | null, within: Period | null): string {
  if (date === null) return within === null ? '' : WITHIN[within]
  const [first = '', second, third] = date.split('-')
  if (third !== undefined) return `${Number(first)}年${Number(second)}月${Number(third)}日前`
  return second === undefined ? `${Number(first)}月底前` : `${Number(first)}月${Number(second)}日前`
}

type Relative = Extract<TargetMeaning, { kind: 'relative' }>

const CHANGES: Readonly<Record<Relative['direction'], string>> = { rise: '提高', fall: '降低', keep: '持平' }
const KEPT: Readonly<Record<Operator, string>> = {
  ge: '不低于上年',
  gt: '高于上年',
  le: '不高于上年',
  lt: '低于上年',
  eq: '与上年持平',
}

function printRelative({ direction, operator, value, unit }: Relative): string {
  if (value !== null) return `较上年${CHANGES[direction]}${SIGNS[operator]}${quantity(value, unit)}`
  return direction === 'keep' ? KEPT[operator] : `较上年${CHANGES[direction]}`
}
