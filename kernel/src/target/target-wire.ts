import { z } from 'zod'
import type { Decimal } from '../decimal.ts'
import type { Operator, Period, Target, TargetMeaning, TargetNote } from './target.ts'

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/)
const operator = z.enum(['ge', 'gt', 'le', 'lt', 'eq'])
const period = z.enum(['year', 'half-year', 'quarter', 'month', 'week', 'day'])
const kind = z.enum(['number', 'range', 'frequency', 'coverage', 'deadline', 'relative', 'grade', 'none', 'unreadable'])

const day = z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$|^\d{2}$/)

const meaningShape = {
  kind,
  operator: operator.nullable(),
  value: decimalText.nullable(),
  upper: decimalText.nullable(),
  unit: z.string().nullable(),
  period: period.nullable(),
  grades: z.array(z.string()),
  date: day.nullable(),
  daysPerWeek: decimalText.optional(),
  direction: z.enum(['rise', 'fall', 'keep']).optional(),
  problem: z.string().optional(),
  reason: z.enum(['blank', 'placeholder', 'not-applicable']).optional(),
  stages: z.array(z.object({ by: day, operator, value: decimalText })).optional(),
}

/** One answer line of `shiji target parse --json`: the stable form of a target for other programs. */
export const wireTargetSchema = z.object({
  text: z.string(),
  ...meaningShape,
  notes: z.array(z.string()),
  qualifier: z.string().optional(),
  parts: z.array(z.object(meaningShape)).optional(),
})

export type WireTarget = z.infer<typeof wireTargetSchema>
type WireMeaning = Omit<WireTarget, 'text' | 'notes' | 'qualifier' | 'parts'>

export function targetToWire(text: string, target: Target): WireTarget {
  const { notes, qualifier } = target
  const remark = qualifier === undefined ? {} : { qualifier }
  if (target.kind !== 'several') return { text, ...meaningToWire(target), notes: [...notes], ...remark }
  const parts = target.parts.map(meaningToWire)
  const first = parts[0] ?? blank('none')
  const marked: TargetNote[] = notes.includes('several-values') ? [...notes] : [...notes, 'several-values']
  return { text, ...first, notes: marked, ...remark, parts }
}

type Figures = {
  operator?: Operator
  value?: Decimal | null
  upper?: Decimal
  unit?: string | null
  period?: Period | null
}

function blank(of: WireMeaning['kind'], figures: Figures = {}): WireMeaning {
  const none = { operator: null, value: null, upper: null, unit: null, period: null }
  return { kind: of, ...none, ...figures, grades: [], date: null }
}

/** A cell of several promises is written as its first part; the parts themselves stand beside it. */
function meaningToWire(meaning: TargetMeaning): WireMeaning {
  switch (meaning.kind) {
    case 'number':
      return { ...blank('number', figures(meaning)), ...(meaning.stages ? { stages: [...meaning.stages] } : {}) }
    case 'range':
    case 'frequency':
      return blank(meaning.kind, figures(meaning))
    case 'coverage': {
      const { operator: sign, hoursPerDay, daysPerWeek } = meaning
      return { ...blank('coverage', { operator: sign, value: hoursPerDay, unit: '小时', period: 'week' }), daysPerWeek }
    }
    case 'deadline':
      return {
        ...blank('deadline', { operator: 'le', period: meaning.within }),
        grades: [...meaning.grades],
        date: meaning.date,
      }
    case 'relative': {
      const { operator: sign, value, unit, direction } = meaning
      return { ...blank('relative', { operator: sign, value, unit }), direction }
    }
    case 'grade':
      return { ...blank('grade', meaning.operator ? { operator: meaning.operator } : {}), grades: [...meaning.grades] }
    case 'none':
      return { ...blank('none'), reason: meaning.reason }
    case 'several':
      return meaning.parts[0] ? meaningToWire(meaning.parts[0]) : blank('none')
    case 'unreadable':
      return { ...blank('unreadable'), problem: meaning.problem }
  }
}

function figures(meaning: Extract<TargetMeaning, { kind: 'number' | 'range' | 'frequency' }>): Figures {
  const { value, unit, period: recurring } = meaning
  const shared = { value, unit, period: recurring }
  return meaning.kind === 'range' ? { ...shared, upper: meaning.upper } : { ...shared, operator: meaning.operator }
}
