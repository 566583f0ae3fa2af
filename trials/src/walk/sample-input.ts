import { randomUUID } from 'node:crypto'
import { CellEdit } from '@shiji/contract/performance'
import { DaySpan } from '@shiji/kernel/calendar/work-calendar'
import { YearDays } from '@shiji/kernel/calendar/year-days'
import { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { z } from 'zod'
import { NOW } from '../office/found-office.ts'
import type { IdKinds } from './id-kinds.ts'

/** What a sample is filled with: the ids of the place that is reached for, and texts that are known there. */
export type Filling = {
  readonly kinds: IdKinds
  readonly idOf: (kind: string) => string
  readonly textOf: (name: string) => string | undefined
  readonly content: FormContent
  readonly file: File
  readonly serial: number
}

/** A value the contract takes, with whole forms and real files where it asks for them. */
export function sampleInput(schema: z.core.$ZodType, filling: Filling, name = ''): unknown {
  const kind = filling.kinds.get(schema)
  if (kind !== undefined) return filling.idOf(kind)
  if (schema === FormContentSchema) return { ...filling.content, project: `试验项目${filling.serial}` }
  if (schema === CellEdit) return { where: 'indicators[0].level3', was: '', now: `试验指标${filling.serial}` }
  if (schema === DaySpan) return { from: '08:30', to: '17:00' }
  if (schema === YearDays) return sampleYear(filling)
  if (schema === FlowDefinition) return sampleFlow(filling)
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') {
    const samples = Object.entries(def.shape).map(([key, inner]) => [key, sampleInput(inner, filling, key)] as const)
    return Object.fromEntries(samples.filter(([, value]) => value !== undefined))
  }
  if (def.type === 'array') {
    return Array.from({ length: leastOf(def.checks) }, () => sampleInput(def.element, filling, name))
  }
  if (def.type === 'tuple') return def.items.map((item) => sampleInput(item, filling, name))
  if (def.type === 'pipe') return sampleInput(def.in, filling, name)
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') {
    // A choice that names a record is made; every other is left open.
    if (namesRecord(def.innerType, filling.kinds)) return sampleInput(def.innerType, filling, name)
    return def.type === 'nullable' ? null : undefined
  }
  if (def.type === 'union') return sampleInput(def.options[0] as z.core.$ZodType, filling, name)
  if (def.type === 'enum') return Object.values(def.entries).at(-1)
  if (def.type === 'literal') return def.values[0]
  if (def.type === 'number') return numberOf(name, filling) ?? Math.max(1, (schema as z.ZodNumber).minValue ?? 1)
  if (def.type === 'boolean') return true
  if (def.type === 'file') return filling.file
  if (def.type === 'string') return sampleText(schema, filling.textOf(name))
  throw new Error(`no sample for ${def.type} at ${name}`)
}

function sampleYear({ serial }: Filling): YearDays {
  const name = { zh: `试验节日${serial}`, en: `trial holiday ${serial}` }
  const source = { text: '试验安排', sureness: 'D' } as const
  return { place: 'cn', year: 2027, source, holidays: [{ day: '2027-01-01', name }], workdays: [] }
}

function sampleFlow({ serial }: Filling): FlowDefinition {
  const name = { zh: `试验流程${serial}`, en: `trial flow ${serial}` }
  const begin = { id: 'begin', name, kind: 'start', next: 'end' } as const
  const end = { id: 'end', name, kind: 'end' } as const
  return { key: 'trial', version: 1, name, fields: [], urgeEveryHours: 4, nodes: [begin, end] }
}

/** A file goes in one part, from its beginning; what is based on nothing is the first of its kind. */
function numberOf(name: string, { file }: Filling): number | null {
  if (name === 'offset' || name === 'basedOn') return 0
  return name === 'bytes' ? file.size : null
}

/** The first of some usual texts the contract takes: a known one, words, an amount, a day, a time, a moment, an id of its own, an address. */
function sampleText(schema: z.core.$ZodType, known: string | undefined): string {
  const texts = [
    ...(known === undefined ? [] : [known]),
    '绩效',
    '1',
    '2026-01-15',
    '2026-01',
    '08:30',
    NOW.toString(),
    randomUUID(),
    'desk@example.org',
  ]
  return texts.find((text) => (schema as z.ZodType).safeParse(text).success) ?? '绩效'
}

/** Whether the input of a route names a record of anybody. */
export function namesRecord(schema: z.core.$ZodType | undefined, kinds: IdKinds): boolean {
  if (schema === undefined) return false
  if (kinds.has(schema)) return true
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return Object.values(def.shape).some((property) => namesRecord(property, kinds))
  if (def.type === 'array') return namesRecord(def.element, kinds)
  const isWrapped = def.type === 'optional' || def.type === 'nullable' || def.type === 'default'
  return isWrapped && namesRecord(def.innerType, kinds)
}

/** One, or as many as a list must have at least. */
function leastOf(checks: readonly z.core.$ZodCheck[] = []): number {
  const least = checks.map(({ _zod }) => (_zod.def as { minimum?: number }).minimum ?? 1)
  return Math.max(1, ...least)
}
