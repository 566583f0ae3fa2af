import type { UnitId } from '@shiji/contract/directory'
import type { MonitoringReply } from '@shiji/contract/oversight'
import { rateOf } from '@shiji/kernel/cockpit/sum-up'
import { type Decimal, ZERO } from '@shiji/kernel/decimal'
import { moneyCovered, remedyFor } from '@shiji/kernel/monitoring/monitor-project'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listMoney, listStandings, type MoneyOfProject, type Standing } from '../cockpit/cockpit-store.ts'
import { dueInYear } from '../cockpit/due-in-year.ts'
import { lifeRulesOf } from '../official-sheets.ts'
import { type Approved, listApproved } from '../proof/approved-store.ts'
import { listMonthLights, type MonthLight } from './monitoring-store.ts'

type Reply = z.input<typeof MonitoringReply>
type Project = Reply['projects'][number]

/** More declarations than one page reads; a unit narrows it. */
const MOST = 300

/** 双监控 of a year over all units one answers for: who reported, with which light, who must still, and how much money is watched. */
export async function readMonitoring(
  context: Context,
  { year, unitId }: { year: number; unitId?: UnitId | undefined },
): Promise<Reply> {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const found = await listApproved(reader, context.actor, { year, unitId, limit: MOST + 1 })
    const declarations = found.slice(0, MOST)
    const ids = declarations.map(({ id }) => id)
    const months = await listMonthLights(reader, ids)
    const standings = await listStandings(reader, ids)
    const money = await listMoney(
      reader,
      declarations.map(({ projectId }) => projectId),
      year,
    )
    const today = officeDay(context.now)
    const projects = declarations.map((declaration): Judged => {
      const paid = money.get(declaration.projectId) ?? { budget: null, executed: ZERO }
      const seen = { today, months: months.get(declaration.id) ?? [], standing: standings.get(declaration.id) }
      return { declaration, budget: paid.budget ?? ZERO, said: sayProject(declaration, { ...seen, money: paid }) }
    })
    const rows = projects.map(({ said }) => said).toSorted(byNeed)
    return { year, projects: rows, coverage: coverageOf(projects), more: found.length > MOST }
  })
}

/** Without a budget on record there is no money to watch. */
type Judged = { readonly declaration: Approved; readonly budget: Decimal; readonly said: Project }

type Seen = {
  readonly today: Temporal.PlainDate
  readonly months: readonly MonthLight[]
  readonly standing: Standing | undefined
  readonly money: MoneyOfProject
}

function sayProject(declaration: Approved, { today, months, standing, money }: Seen): Project {
  const { id: formId, projectId, project, unitId, unit, content } = declaration
  const { budget, executed } = money
  const asked = standing === undefined ? [] : dueInYear(declaration, { standing, today })
  const due = asked.find(({ kind }) => kind === 'monitoring') ?? null
  const lights = months.filter(({ state }) => state === 'reported').map(({ light }) => light)
  return {
    ...{ formId, projectId, project, unitId: unitId as UnitId, unit },
    months: months.map(({ month, state, light }) => ({ month, state, light })),
    remedy: remedyFor(lights, lifeRulesOf(content).monitoring),
    openNotices: standing?.notices.length ?? 0,
    ...{ budget, executed, rate: budget === null ? null : rateOf(executed, budget) },
    dueOn: due?.dueOn ?? null,
    late: due !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(due.dueOn), today) < 0,
  }
}

/** Late ones first, then by the light of the last month reported, the worst first; stable otherwise. */
function byNeed(left: Project, right: Project): number {
  return needOf(left) - needOf(right)
}

const LIGHT_NEEDS = { red: 1, yellow: 2, green: 4, blue: 5 } as const

function needOf({ late, months }: Project): number {
  if (late) return 0
  const light = months.findLast(({ state }) => state === 'reported')?.light ?? null
  return light === null ? 3 : LIGHT_NEEDS[light]
}

/** rules.md §3.2: where the place asks for a share of a department's project money, unit by unit. */
function coverageOf(projects: readonly Judged[]): Reply['coverage'] {
  const byUnit = Map.groupBy(projects, ({ declaration }) => declaration.unitId)
  return [...byUnit].flatMap(([unitId, own]) => {
    const [first] = own
    if (first === undefined) return []
    const { monitoring } = lifeRulesOf(first.declaration.content)
    const money = own.map(({ budget, said: { months } }) => ({
      budget,
      monitored: months.some(({ state }) => state === 'reported'),
    }))
    const covered = moneyCovered(money, monitoring)
    if (covered === null || monitoring.moneyCovered === null) return []
    const { fromPercent } = monitoring.moneyCovered
    return [{ unitId: unitId as UnitId, unit: first.said.unit, fromPercent, ...covered }]
  })
}
