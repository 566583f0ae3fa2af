import type { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import { inPoints } from '../in-points.ts'
import { ExpertTable } from './expert-table.tsx'

const WORDS = {
  're-score': { zh: '复核报告', en: 'Difference report' },
  key: { zh: '重点评价报告', en: 'Key evaluation report' },
  facts: {
    zh: '自评 {self} → {total}，相差 {difference} · 等级 {selfGrade} → {grade} · {by} 于 {at}',
    en: 'Self {self} → {total}, {difference} apart · grade {selfGrade} → {grade} · {by} at {at}',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  weight: { zh: '分值', en: 'Weight' },
  self: { zh: '自评', en: 'Self' },
  again: { zh: '复核', en: 'Again' },
  difference: { zh: '相差', en: 'Difference' },
  reason: { zh: '理由', en: 'Reason' },
  largest: { zh: '影响较大', en: 'Moved most' },
  same: { zh: '各行都维持自评得分。', en: 'Every row keeps the unit’s own points.' },
} as const

export type Report = Awaited<ReturnType<typeof api.reEvaluation.listReEvaluations>>[number]
type Row = Report['rows'][number]

/** What the second look changed, row by row, with its reasons. */
export function DifferenceReport({ report }: { readonly report: Report }) {
  const say = useWords(WORDS)
  const sayGrade = useGrade()
  const { kind, rows, largest, experts, opinion, selfTotal: self, total, difference, doneBy: by } = report
  const looked = rows.filter(({ again }) => again !== null)
  const columns: readonly Column<Row>[] = [
    {
      key: 'indicator',
      title: say('indicator'),
      width: '34%',
      cell: ({ indicator, position }) => (
        <div>
          <p className="cell-name">{indicator}</p>
          {largest.includes(position) ? <p className="small severity-warning">{say('largest')}</p> : null}
        </div>
      ),
    },
    { key: 'weight', title: say('weight'), kind: 'number', cell: ({ weight }) => inPoints(weight) },
    { key: 'self', title: say('self'), kind: 'number', cell: (row) => inPoints(row.self) },
    { key: 'again', title: say('again'), kind: 'number', cell: (row) => inPoints(row.again) },
    { key: 'difference', title: say('difference'), kind: 'number', cell: (row) => inPoints(row.difference) },
    { key: 'reason', title: say('reason'), cell: ({ reason }) => (reason === '' ? '—' : reason) },
  ]
  const grades = { selfGrade: sayGrade(report.selfGrade), grade: sayGrade(report.grade) }
  return (
    <section className="again-report">
      <h2>{say(kind)}</h2>
      <p>{opinion}</p>
      <p className="small">
        {say('facts', { self, total, difference, ...grades, by, at: formatMoment(report.doneAt) })}
      </p>
      {experts.length === 0 ? null : <ExpertTable report={report} />}
      {looked.length === 0 ? (
        kind === 'key' ? null : (
          <p>{say('same')}</p>
        )
      ) : (
        <DataTable caption={say(kind)} columns={columns} rows={looked} keyOf={({ position }) => String(position)} />
      )}
    </section>
  )
}
