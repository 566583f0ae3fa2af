import { compare, type Decimal, decimal, isNegative, multiply, normalize } from '../decimal.ts'
import { parseTarget } from './parse-target.ts'
import type { Period, Target, TargetMeaning, TargetNote, TargetProblem } from './target.ts'
import { convert } from './unit-conversion.ts'

export type ActualNote =
  | 'operator-in-actual'
  | 'fraction-read-as-percent'
  | 'unit-converted'
  | 'unit-assumed'
  | Extract<
      TargetNote,
      'approximate' | 'magnitude-expanded' | 'qualifier-kept' | 'read-from-sentence' | 'other-numbers'
    >

export type ActualProblem = TargetProblem | 'unit-differs' | 'period-differs' | 'several-figures' | 'figure-missing'

/** What a cell of 实际完成值 says; a figure stands in the unit of its target (for coverage: hours a week). */
export type Actual =
  | {
      readonly kind: 'figure'
      readonly value: Decimal
      readonly unit: string | null
      readonly notes: readonly ActualNote[]
    }
  | { readonly kind: 'date'; readonly date: string | null; readonly notes: readonly ActualNote[] }
  | { readonly kind: 'words'; readonly grades: readonly string[]; readonly notes: readonly ActualNote[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly problem: ActualProblem }

/** Reads an actual beside its target: 98.5%, >=98%, 12次, 已完成, 100. */
export function parseActual(text: string, target?: Target): Actual {
  const read = parseTarget(text)
  switch (read.kind) {
    case 'number':
    case 'frequency':
      return figure(read, target)
    case 'coverage': {
      const hours = multiply(read.daysPerWeek, read.hoursPerDay)
      return { kind: 'figure', value: hours, unit: '小时', notes: kept(read.notes) }
    }
    case 'relative':
      return change(read, target)
    case 'deadline':
      return { kind: 'date', date: read.date, notes: kept(read.notes) }
    case 'grade':
      return { kind: 'words', grades: read.grades, notes: kept(read.notes) }
    case 'none':
      return { kind: 'blank' }
    case 'range':
    case 'several':
      return { kind: 'unreadable', problem: 'several-figures' }
    case 'unreadable':
      return { kind: 'unreadable', problem: read.problem }
  }
}

type Figure = Extract<Target, { kind: 'number' | 'frequency' }>

const KEPT: ReadonlySet<string> = new Set<ActualNote>([
  'approximate',
  'magnitude-expanded',
  'qualifier-kept',
  'read-from-sentence',
  'other-numbers',
])

function kept(notes: readonly TargetNote[]): readonly ActualNote[] {
  return notes.filter((note): note is Extract<TargetNote, ActualNote> => KEPT.has(note))
}

function figure(read: Figure, target: Target | undefined): Actual {
  const printed = !read.notes.includes('operator-implied')
  const notes: readonly ActualNote[] = [...kept(read.notes), ...(printed ? (['operator-in-actual'] as const) : [])]
  const asRead: Extract<Actual, { kind: 'figure' }> = { kind: 'figure', value: read.value, unit: read.unit, notes }
  const wanted = target ? measureOf(target) : null
  if (!wanted) return asRead
  if (!samePeriod(read.period, wanted.period)) return { kind: 'unreadable', problem: 'period-differs' }
  return inUnit(asRead, wanted.unit)
}

/** A yearly promise needs no period in its actual, for the form is of one year; any other period must be said. */
function samePeriod(actual: Period | null, wanted: Period | null): boolean {
  if (wanted === null || wanted === 'year') return actual === null || actual === 'year'
  return actual === wanted
}

type Measure = { readonly unit: string | null; readonly period: Period | null }

function measureOf(target: TargetMeaning): Measure | null {
  switch (target.kind) {
    case 'number':
    case 'range':
    case 'frequency':
      return target
    case 'relative':
      return target.value === null ? null : { unit: target.unit, period: null }
    case 'coverage':
    case 'deadline':
    case 'grade':
    case 'none':
    case 'several':
    case 'unreadable':
      return null
  }
}

const ONE = decimal('1')
const HUNDRED = decimal('100')

function inUnit(read: Extract<Actual, { kind: 'figure' }>, unit: string | null): Actual {
  if (unit === null || read.unit === unit) return { ...read, unit: read.unit ?? unit }
  if (read.unit === null && unit === '%' && isFraction(read.value))
    return {
      ...read,
      value: normalize(multiply(read.value, HUNDRED)),
      unit,
      notes: [...read.notes, 'fraction-read-as-percent'],
    }
  if (read.unit === null) return { ...read, unit, notes: [...read.notes, 'unit-assumed'] }
  const value = convert(read.value, read.unit, unit)
  if (value === null) return { kind: 'unreadable', problem: 'unit-differs' }
  return { ...read, value, unit, notes: [...read.notes, 'unit-converted'] }
}

/** 0.98 in a cell for 98 %: a spreadsheet stores it so. 1 and 0 stay as written, for they may be either. */
function isFraction(value: Decimal): boolean {
  return value.includes('.') && compare(value, ONE) <= 0 && !isNegative(value) && compare(value, decimal('0')) > 0
}

/** 增长6% beside 较上年增长5%以上; without such a target a change is no figure of its own. */
function change(read: Extract<Target, { kind: 'relative' }>, target: Target | undefined): Actual {
  if (read.value === null || target?.kind !== 'relative') return { kind: 'unreadable', problem: 'figure-missing' }
  const sign = read.direction === target.direction ? read.value : multiply(read.value, decimal('-1'))
  return inUnit({ kind: 'figure', value: sign, unit: read.unit, notes: kept(read.notes) }, target.unit)
}
