import type { FormId } from '@shiji/contract/performance'
import { isInForce } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import type { MonitoredProject } from '@shiji/kernel/monitoring/monitor-project'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { type Declaration, lockDeclaration } from '../life/life-store.ts'
import { moveDeclaration } from '../life/move-declaration.ts'
import { judgeMonth, loadMonth, type Month } from './judge-month.ts'
import { type Answers, listMonthRecords, type Reported, saveMonthRecord } from './monitoring-store.ts'
import { openMonth } from './read-month.ts'

type Input = {
  readonly id: FormId
  readonly month: number
  readonly rows: readonly Reported[]
  readonly answers: Answers
  /** False saves a draft. */
  readonly report: boolean
}

export async function saveMonth(context: Context, { id, month, rows, answers, report }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const declaration = (await lockDeclaration(tx, actor, id)) ?? refuse('not-found')
    requireMonth(context, declaration, month)
    const record = (await listMonthRecords(tx, id)).find((one) => one.month === month)
    if (record?.state === 'reported') refuse('month-reported', { month })
    const loaded = await loadMonth(tx, actor, { declaration, month, record })
    requireKnown(loaded, rows)
    const judged = judgeMonth(loaded, { month, rows, answers })
    if (report) requireComplete(loaded, judged, context)

    const { baseVersion, executed, budget, pack } = loaded
    const state = report ? ('reported' as const) : ('draft' as const)
    const saved = { savedAt: now, savedBy: actor.personId, rulePack: pack.id, light: judged.light }
    await saveMonthRecord(tx, { formId: id, month, state, baseVersion, rows, answers, executed, budget, ...saved })
    if (report) await moveDeclaration(tx, context, { id, deed: 'monitor', opinion: String(month) })
    const did = report ? 'performance.month-reported' : 'performance.month-saved'
    await recordInLedger(tx, context, {
      did,
      formId: id,
      month,
      baseVersion,
      rows,
      answers,
      executed,
      budget,
      light: judged.light,
    })
    return openMonth(tx, context, { declaration, month })
  })
}

function requireMonth({ now, language }: Context, { state, year }: Declaration, month: number): void {
  if (!isInForce(state)) {
    refuse('deed-impossible', { state: STATE_WORDS[state][language], deed: DEED_WORDS.monitor[language] })
  }
  const asked = Temporal.PlainYearMonth.from({ year, month })
  if (Temporal.PlainYearMonth.compare(asked, officeDay(now).toPlainYearMonth()) > 0) refuse('month-ahead', { month })
}

function requireKnown({ content }: Month, rows: readonly Reported[]): void {
  const known = new Set(content.indicators.map(indicatorName))
  const stranger = rows.find(({ indicator }) => !known.has(indicator))
  if (stranger !== undefined) refuse('indicator-unknown', { indicator: stranger.indicator })
}

const MISSING = {
  value: { zh: '完成值', en: 'value' },
  reason: { zh: '偏差原因', en: 'reason' },
  band: { zh: '档次或可比的完成值', en: 'band or comparable value' },
} as const

/** A month is reported whole: every row that is due has a light, and every late one its reason. */
function requireComplete({ content }: Month, { rows }: MonitoredProject, { language }: Context): void {
  const open = rows.flatMap(({ standing, reasonMissing }, position): { indicator: string; missing: string }[] => {
    const row = content.indicators[position]
    const indicator = row === undefined ? '' : indicatorName(row)
    if (reasonMissing) return [{ indicator, missing: MISSING.reason[language] }]
    if (standing.kind !== 'not-lit' || standing.reason === 'nothing-promised') return []
    return [{ indicator, missing: MISSING[standing.reason === 'not-reported' ? 'value' : 'band'][language] }]
  })
  const [first] = open
  if (first !== undefined) refuse('month-incomplete', { count: open.length, ...first })
}
