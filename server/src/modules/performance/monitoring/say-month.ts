import type { MonthReply } from '@shiji/contract/monitoring'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { boundOf } from '@shiji/kernel/monitoring/compared-so-far'
import type { Alert, MonitoredProject } from '@shiji/kernel/monitoring/monitor-project'
import { suggestCurve } from '@shiji/kernel/monitoring/plan-curve'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Declaration } from '../life/life-store.ts'
import { judgeMonth, type Month } from './judge-month.ts'
import type { MonthRecord } from './monitoring-store.ts'

type Reply = z.infer<typeof MonthReply>

type Said = {
  readonly declaration: Declaration
  readonly month: number
  readonly loaded: Month
  readonly record: MonthRecord | undefined
  readonly previous: MonthRecord | undefined
  readonly language: Language
  readonly today: Temporal.PlainDate
}

const ALERTS: Readonly<Record<Alert, Wording>> = {
  'execution-low': { zh: '预算执行只到序时进度的 {value}%', en: 'spending is at {value} % of what the calendar asks' },
  'execution-high': { zh: '预算执行已达序时进度的 {value}%', en: 'spending is at {value} % of what the calendar asks' },
  'paid-ahead': {
    zh: '支付比工作超前 {value} 个百分点，资金可能闲置',
    en: 'payment is {value} points ahead of the work; money may lie idle',
  },
  'deviation-large': { zh: '与计划相差 {value}%', en: '{value} % off its plan' },
}

/** A month as the monitoring page shows it. */
export function sayMonth({ declaration, month, loaded, record, previous, language, today }: Said): Reply {
  const rows = record?.rows ?? []
  const answers = record?.answers ?? null
  const judged = judgeMonth(loaded, { month, rows, answers })
  const { pack, baseVersion, executed, budget } = loaded
  return {
    id: declaration.id,
    year: declaration.year,
    month,
    today: today.toString(),
    state: record?.state ?? 'blank',
    baseVersion,
    rulePack: pack.id,
    bands: pack.scoring.qualitative.bands.map(({ name }) => name.zh),
    asksQuestions: pack.lights.kind === 'two-questions',
    answers,
    money: { budget, executed, percent: judged.execution?.value ?? null, light: judged.execution?.light ?? null },
    rows: sayRows(loaded, judged, { record, previous }),
    goalLight: judged.goalLight,
    light: judged.light,
    alerts: judged.alerts.map(({ code, row, value }) => ({
      code,
      position: row,
      value,
      message: say(ALERTS[code], language, { value }),
    })),
    missingReasons: [...judged.missingReasons],
  }
}

function sayRows(
  { content, curves }: Month,
  judged: MonitoredProject,
  { record, previous }: Pick<Said, 'record' | 'previous'>,
): Reply['rows'] {
  return content.indicators.map((row, position) => {
    const indicator = indicatorName(row)
    const { target } = row
    const written = record?.rows.find((one) => one.indicator === indicator)
    const before = previous?.rows.find((one) => one.indicator === indicator)
    const found = judged.rows[position]
    const read = targetOfRow(row, content)
    return {
      ...(written ?? { indicator, soFar: '', band: null, expected: '', reason: '' }),
      position,
      target,
      promised: sayPromised(boundOf(read)),
      curve: curves.get(indicator) ?? suggestCurve(read),
      curveIsOwn: curves.has(indicator),
      ...sayStanding(found?.standing),
      reasonMissing: found?.reasonMissing ?? false,
      previous: before === undefined ? null : withoutName(before),
    }
  })
}

function sayPromised(bound: ReturnType<typeof boundOf>): Reply['rows'][number]['promised'] {
  return bound === null ? null : { value: bound.value, unit: bound.unit, period: bound.period }
}

function sayStanding(standing: MonitoredProject['rows'][number]['standing'] | undefined) {
  const none = { planned: null, percent: null, light: null, usedUp: false, missesYear: false }
  if (standing === undefined) return { ...none, without: null }
  switch (standing.kind) {
    case 'lit': {
      const { kind: _, ...lit } = standing
      return { ...lit, without: null }
    }
    case 'not-due':
      return { ...none, without: 'not-due' as const }
    case 'not-lit':
      return { ...none, without: standing.reason }
  }
}

function withoutName({ indicator: _, ...reported }: MonthRecord['rows'][number]) {
  return reported
}
