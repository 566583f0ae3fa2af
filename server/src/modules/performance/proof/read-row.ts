import { UnitId } from '@shiji/contract/directory'
import type { FormId } from '@shiji/contract/performance'
import { boundOf } from '@shiji/kernel/evidence/bound'
import { sayRehearsal } from '@shiji/kernel/evidence/rehearsal-words'
import { type PastReading, rehearse } from '@shiji/kernel/evidence/rehearse'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { say } from '@shiji/kernel/wording'
import { listBindingHistory, readSeries, type Series } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { type Approved, listApproved } from './approved-store.ts'
import { type FoundRow, findRow } from './find-row.ts'
import { headOf, loadRows, yearPeriod } from './load-rows.ts'
import { sayRowState } from './say-row.ts'

type Query = { readonly id: FormId; readonly position: number; readonly target?: string | undefined }

const YEARS_BACK = 5
const MOST_YEARS = 10

export async function readRow(context: Context, { id, position, target }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const found = await findRow(reader, context, { id, position })
    const { declaration, state } = found
    const history = await listBindingHistory(reader, [id], indicatorName(state.row))
    const series = state.binding?.series ?? null
    return {
      declaration: headOf(declaration),
      row: sayRowState(context, state),
      params: series === null ? null : (series.params as Record<string, unknown>),
      scope: series && {
        unitId: UnitId.parse(series.scope.unitId),
        unit: declaration.unit,
        wholeUnit: series.scope.projectId === null,
      },
      history: history.toReversed().map(({ number, series: of, reason, boundAt, boundBy }) => {
        const measure = context.measures.get(of?.measure ?? '')
        const name = measure === undefined ? (of?.measure ?? null) : say(measure.name, context.language)
        return { number, measure: name, reason, boundAt: boundAt.toString(), boundBy }
      }),
      years: await otherYears(reader, context, found),
      rehearsal:
        series === null
          ? null
          : await rehearseRow(reader, context, { found, series, target: target ?? state.row.target }),
    }
  })
}

/** What the project promised under the same name in other years, and what came of it. */
async function otherYears(reader: Reader, context: Context, { declaration, state }: FoundRow) {
  const { projectId, id } = declaration
  const all = await listApproved(reader, context.actor, { projectId, limit: MOST_YEARS })
  const years: { year: number; target: string; value: string | null }[] = []
  for (const other of all.filter((one: Approved) => one.id !== id)) {
    const [loaded] = await loadRows(reader, context, { declarations: [other], year: other.year })
    const same = loaded?.rows.find(({ row }) => indicatorName(row) === indicatorName(state.row))
    if (same === undefined) continue
    years.push({ year: other.year, target: same.row.target ?? '', value: same.found?.reading.value ?? null })
  }
  return years
}

type Asked = { readonly found: FoundRow; readonly series: Series; readonly target: string | null }

/** A target held against the years before: would it have held, is it soft. */
async function rehearseRow(reader: Reader, context: Context, { found, series, target }: Asked) {
  const measure = context.measures.get(series.measure)
  if (measure === undefined || target === null) return null
  const bound = boundOf(targetOfRow({ ...found.state.row, target }, found.declaration), measure)
  if (bound.kind === 'none') return null
  const readings: PastReading[] = []
  for (let year = found.declaration.year - YEARS_BACK; year < found.declaration.year; year += 1) {
    const past = await readSeries(reader, context, { series: [series], period: yearPeriod(year) })
    readings.push({ period: String(year), value: past.get(series.id)?.reading.value ?? null })
  }
  const { worst, missed, ...rehearsal } = rehearse(bound.bound, readings)
  const sentence = sayRehearsal({ ...rehearsal, worst, missed }, target, context.language)
  const told = worst?.value == null ? null : { period: worst.period, value: worst.value }
  return { ...rehearsal, target, missed: [...missed], worst: told, readings, sentence }
}
