import { z } from 'zod'
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
