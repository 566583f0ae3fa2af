import { type Decimal, negate } from '../decimal.ts'
import { periodUnit } from './grammar/read-unit.ts'
import type { Operator, Period, Stage, Target, TargetMeaning } from './target.ts'
import { dateLiteral, isYear } from './tokens/date-literals.ts'
import { SIGN } from './words/comparison-words.ts'
import { LEXICON } from './words/lexicon.ts'

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
      if (meaning.stages) return meaning.stages.map((stage) => printStage(stage, meaning.unit)).join('，')
      return `${spanOf(meaning.period, meaning.unit)}${SIGN[meaning.operator]}${quantity(meaning.value, meaning.unit)}`
    case 'range':
      return `${spanOf(meaning.period, meaning.unit)}${printRange(meaning)}`
    case 'frequency':
      return `${everyOf(meaning.period)}${SIGN[meaning.operator]}${quantity(meaning.value, meaning.unit)}`
    case 'coverage':
      return `${SIGN[meaning.operator]}每周${meaning.daysPerWeek}天*${meaning.hoursPerDay}小时`
    case 'deadline':
      return `${printDeadline(meaning.date, meaning.within)}${meaning.grades.join('并')}`
    case 'relative':
      return printRelative(meaning)
    case 'grade':
      return `${meaning.operator ? SIGN[meaning.operator] : ''}${meaning.grades.join('、')}`
    case 'none':
      return NONE[meaning.reason]
    case 'several':
      return meaning.parts.map(printMeaning).join('；')
    case 'unreadable':
      return ''
  }
}

function printStage({ by, operator, value }: Stage, unit: string | null): string {
  return `${printDeadline(by, null)}${SIGN[operator]}${quantity(value, unit)}`
}

const NONE: Readonly<Record<Extract<TargetMeaning, { kind: 'none' }>['reason'], string>> = {
  blank: '',
  placeholder: '/',
  'not-applicable': '无',
}

/** Two years without a unit would read as a span of time, so a sign goes before them. */
function printRange({ value, upper, unit }: Extract<TargetMeaning, { kind: 'range' }>): string {
  if (value === negate(upper)) return `±${quantity(upper, unit)}`
  const years = unit === null && isYear(Number(value)) && isYear(Number(upper))
  return `${years ? '=' : ''}${figure(value)}~${quantity(upper, unit)}`
}

/** 20,211,231 keeps its separators where it would read as a day. */
function figure(value: Decimal): string {
  if (!dateLiteral([...value], 0)) return value
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/**
 * Ratios carry their second term in the unit: 1 and `/20`. With a colon where 2021/12 would read as a month, and with
 * 个 where 1季度 would read as the first one.
 */
function quantity(value: Decimal, unit: string | null): string {
  if (unit === '季度') return `${figure(value)}个${unit}`
  const text = `${figure(value)}${unit ?? ''}`
  return unit?.[0] === '/' && dateLiteral([...text], 0) ? text.replace('/', ':') : text
}

const WHOLE: Readonly<Record<Period, string>> = {
  year: '全年',
  'half-year': '半年度',
  quarter: '本季度',
  month: '当月',
  week: '本周',
  day: '当天',
}

/** 每月≤2次; but 当月≤8小时, for 每月8小时 would be 8 小时/月. */
function spanOf(period: Period | null, unit: string | null): string {
  if (period === null) return ''
  const family = unit === null ? 'count' : LEXICON.get(unit.split(/[/·]/)[0] ?? '')?.unit?.family
  if (family === 'percent') return everyOf(period)
  const counts = family === 'count' || family === 'score'
  return counts && period !== 'year' ? everyOf(period) : WHOLE[period]
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
  if (within !== null) return everyOf(within) + printDeadline(date, null)
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
  if (value !== null) return `较上年${CHANGES[direction]}${SIGN[operator]}${quantity(value, unit)}`
  return direction === 'keep' ? KEPT[operator] : `较上年${CHANGES[direction]}`
}
