import type { Decimal } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { type MonitoredProject, monitorProject } from '@shiji/kernel/monitoring/monitor-project'
import type { PlanCurve } from '@shiji/kernel/monitoring/plan-curve'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { RulePack } from '@shiji/kernel/rule-pack'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { type Declaration, listApprovals } from '../life/life-store.ts'
import { executedThrough, moneyOfYear } from '../money/money-store.ts'
import { lifeRulesOf, rulesOf } from '../official-sheets.ts'
import { budgetInYuan } from '../revision/gate-of.ts'
import { findCurves } from './curve-store.ts'
import type { Answers, MonthRecord, Reported } from './monitoring-store.ts'

/** A month with everything it is judged by. */
export type Month = {
  readonly content: FormContent
  readonly baseVersion: number
  readonly curves: ReadonlyMap<string, PlanCurve>
  readonly pack: RulePack
  readonly executed: Decimal
  readonly budget: Decimal | null
}

type Asked = { readonly declaration: Declaration; readonly month: number; readonly record: MonthRecord | undefined }

/** A reported month keeps the version and the money it was reported with; any other is judged as things stand. */
export async function loadMonth(reader: Reader, actor: Actor, { declaration, month, record }: Asked): Promise<Month> {
  const { id, projectId, year } = declaration
  const isClosed = record?.state === 'reported'
  const baseVersion = isClosed ? record.baseVersion : await versionOfMonth(reader, declaration, month)
  const base = (await findForm(reader, actor, { id, version: baseVersion })) ?? refuse('not-found')
  const curves = await findCurves(reader, id)
  const pack = rulesOf(base.content, 'monitoring')
  const shared = { content: base.content, baseVersion, curves, pack }
  if (isClosed) return { ...shared, executed: record.executed, budget: record.budget }
  const money = await moneyOfYear(reader, projectId, year)
  return { ...shared, executed: executedThrough(money, month), budget: budgetInYuan(base, money) }
}

/** rules.md §3.5: money beside goals; a row nobody wrote about is not reported. */
export function judgeMonth(
  { content, curves, pack, executed, budget }: Month,
  { month, rows, answers }: { month: number; rows: readonly Reported[]; answers: Answers },
): MonitoredProject {
  const written = new Map(rows.map((row) => [row.indicator, row]))
  const reports = content.indicators.map((row) => {
    const name = indicatorName(row)
    const { soFar = '', band = null, expected = '', reason = '' } = written.get(name) ?? {}
    return { row, year: content.year, soFar, band, expected, reason, curve: curves.get(name) ?? null }
  })
  const { monitoring: rules } = lifeRulesOf(content)
  return monitorProject({ month, executed, budget, rows: reports, answers }, { pack, rules })
}

/** rules.md §3.4: monitoring before a change is judged by the version before it. */
async function versionOfMonth(reader: Reader, { id, year, version }: Declaration, month: number): Promise<number> {
  const approvals = await listApprovals(reader, id)
  const end = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 })
  const before = approvals.filter(
    ({ at }) => Temporal.PlainDate.compare(officeDay(Temporal.Instant.from(at)), end) <= 0,
  )
  return (before.at(-1) ?? approvals[0])?.version ?? version
}
