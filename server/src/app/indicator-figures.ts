import { Gauge, type Registry } from 'prom-client'
import { type IndicatorFigure, listIndicatorFigures } from '#modules/performance'
import { mayTellFigures } from '#modules/watch'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'

type Told = { readonly registry: Registry; readonly contextOf: () => Context }

/** Whoever asks more often is told the same. */
const FRESH_MS = 60_000
const LIGHTS: Readonly<Record<IndicatorFigure['light'], number>> = { 'not-begun': -1, fine: 0, watch: 1, alarm: 2 }

/** What is promised and how it stands, for Prometheus; nothing of a district whose administrator has not allowed it. */
export function tellIndicators({ registry, contextOf }: Told): void {
  const [value, target, light] = (
    [
      ['shiji_indicator_value', 'What the records of this year say of a promise, in the unit of its measure'],
      ['shiji_indicator_target', 'The bound a promise is held against, in the unit of its measure'],
      ['shiji_indicator_light', 'How a promise stands: -1 not begun, 0 fine, 1 watch, 2 alarm'],
    ] as const
  ).map(([name, help]) => {
    const labelNames = ['tenant', 'unit', 'project', 'form', 'row', 'indicator'] as const
    return new Gauge({ name, help, labelNames, registers: [registry], collect: () => renew() })
  }) as [IndicatorGauge, IndicatorGauge, IndicatorGauge]
  let renewing: Promise<void> = Promise.resolve()
  let renewedAt = Number.NEGATIVE_INFINITY
  const renew = (): Promise<void> => {
    if (performance.now() - renewedAt < FRESH_MS) return renewing
    renewedAt = performance.now()
    // Without a database there is no figure; `/api/ready` says why.
    renewing = findFigures(contextOf()).then(show, () => show([]))
    return renewing
  }
  const show = (figures: readonly Labelled[]) => {
    for (const gauge of [value, target, light]) gauge.reset()
    for (const { labels, figure } of figures) {
      if (figure.value !== null) value.set(labels, Number(figure.value))
      target.set(labels, Number(figure.target))
      light.set(labels, LIGHTS[figure.light])
    }
  }
}

type Labels = 'tenant' | 'unit' | 'project' | 'form' | 'row' | 'indicator'
type IndicatorGauge = Gauge<Labels>
type Labelled = { readonly labels: Readonly<Record<Labels, string>>; readonly figure: IndicatorFigure }

async function findFigures(context: Context): Promise<Labelled[]> {
  if (!(await read(context.db, mayTellFigures))) return []
  const figures = await listIndicatorFigures(context)
  return figures.map((figure) => {
    const { formId, unit, project, position, indicator } = figure
    const labels = { tenant: context.db.schema, unit, project, form: formId, row: String(position), indicator }
    return { labels, figure }
  })
}
