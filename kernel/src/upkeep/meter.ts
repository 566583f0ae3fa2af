import { z } from 'zod'
import { compare, type Decimal, isZero } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'

/**
 * What is read again and again (rules.md §4.3, §4.6). `energy`: a meter that counts up, kWh · `pue` · `speed`: a line,
 * KB a second · `performance`: a value beside the rated one · `counted`: so many of so many, from a system of its own.
 */
export const MeterKind = z.enum(['energy', 'pue', 'speed', 'performance', 'counted'])
export type MeterKind = z.infer<typeof MeterKind>

export const METER_KIND_WORDS: Readonly<Record<MeterKind, Wording>> = {
  energy: { zh: '电表（累计读数）', en: 'Electricity meter, counting up' },
  pue: { zh: 'PUE', en: 'PUE' },
  speed: { zh: '线路测速', en: 'Speed of a line' },
  performance: { zh: '设备性能', en: 'Performance of a device' },
  counted: { zh: '系统统计数', en: 'Counts of a system' },
}

/** What the counts of a system are of, each a promise that is a share. */
export const CountedSubject = z.enum([
  'paperless',
  'managed-devices',
  'devices-available',
  'units-served',
  'requests-fulfilled',
  'requests-in-time',
  'active-units',
  'projects-done',
  'projects-in-time',
])
export type CountedSubject = z.infer<typeof CountedSubject>

export const SUBJECT_WORDS: Readonly<Record<CountedSubject, Wording>> = {
  paperless: { zh: '使用无纸化办公的人员 ÷ 在编人员', en: 'people working without paper ÷ staff' },
  'managed-devices': { zh: '纳管的设备 ÷ 台账上的设备', en: 'devices managed ÷ devices in the books' },
  'devices-available': { zh: '可用的设备 ÷ 全部设备', en: 'devices available ÷ all devices' },
  'units-served': { zh: '已服务的单位 ÷ 应服务的单位', en: 'units served ÷ units to be served' },
  'requests-fulfilled': { zh: '办结的需求 ÷ 收到的需求', en: 'requests fulfilled ÷ requests' },
  'requests-in-time': { zh: '按时办结的需求 ÷ 收到的需求', en: 'requests fulfilled in time ÷ requests' },
  'active-units': { zh: '在用的单位 ÷ 开通的单位', en: 'units active ÷ units with access' },
  'projects-done': { zh: '完成的项目 ÷ 计划的项目', en: 'projects done ÷ projects planned' },
  'projects-in-time': { zh: '按时完成的项目 ÷ 计划的项目', en: 'projects done in time ÷ projects planned' },
}

export type Limits = { readonly kind: MeterKind; readonly least: Decimal | null; readonly most: Decimal | null }

/** Whether a value lies outside what the meter should show; the limit of a meter that counts up is that of a month. */
export function isOutside({ kind, least, most }: Limits, value: Decimal): boolean {
  if (kind === 'energy' || kind === 'counted') return false
  return (least !== null && compare(value, least) < 0) || (most !== null && compare(value, most) > 0)
}

export type ReadingProblem = 'of-missing' | 'of-not-asked' | 'more-than-all' | 'ran-back'

export type Neighbours = { readonly before: Decimal | null; readonly after: Decimal | null }

/** A reading of this meter, beside those before and after it in time. A share has both its numbers, or says nothing. */
export function judgeValue(
  kind: MeterKind,
  { value, of }: { readonly value: Decimal; readonly of: Decimal | null },
  { before, after }: Neighbours,
): Result<null, ReadingProblem> {
  if (kind === 'counted' && (of === null || isZero(of))) return fail('of-missing')
  if (kind !== 'counted' && of !== null) return fail('of-not-asked')
  if (kind === 'counted' && of !== null && compare(value, of) > 0) return fail('more-than-all')
  const runsBack = (before !== null && compare(value, before) < 0) || (after !== null && compare(value, after) > 0)
  return kind === 'energy' && runsBack ? fail('ran-back') : ok(null)
}
