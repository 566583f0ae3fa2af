import { decimal } from '@shiji/kernel/decimal'
import { compareResults, type ResultGroup } from '@shiji/kernel/reevaluation/compare-results'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import type { Result } from './results-page.tsx'

const WORDS = {
  year: { zh: '年度', en: 'Year' },
  unit: { zh: '单位', en: 'Unit' },
  kind: { zh: '项目类别', en: 'Kind of project' },
  caption: { zh: '比较', en: 'Comparison' },
  count: { zh: '项目', en: 'Projects' },
  mean: { zh: '平均分', en: 'Mean' },
  spread: { zh: '最低—最高', en: 'Lowest to highest' },
  bar: { zh: '{lowest} 至 {highest}，平均 {mean}', en: '{lowest} to {highest}, mean {mean}' },
  grades: { zh: '等级', en: 'Grades' },
  grade: { zh: '{grade} {count}', en: '{grade} {count}' },
  none: { zh: '未定级', en: 'none' },
  unknown: { zh: '未填类别', en: 'not given' },
} as const

type ComparisonProps = { readonly results: readonly Result[]; readonly by: 'year' | 'unit' | 'kind' }

/** Groups side by side: how many, how they stand on the mean, and how far apart. */
export function Comparison({ results, by }: ComparisonProps) {
  const say = useWords(WORDS)
  const sayGrade = useGrade()
  const groups = compareResults(
    results.map((result) => ({ ...result, total: decimal(result.total) })),
    by,
  )
  const columns: readonly Column<ResultGroup>[] = [
    {
      key: 'name',
      title: say(by),
      width: '28%',
      cell: ({ name }) =>
        by === 'year' ? (
          <Link to="/results" search={{ year: Number(name), by: 'unit' }}>
            {name}
          </Link>
        ) : (
          <span className="cell-name">{name === '' ? say('unknown') : name}</span>
        ),
    },
    { key: 'count', title: say('count'), kind: 'number', cell: ({ count }) => count },
    { key: 'mean', title: say('mean'), kind: 'number', cell: ({ mean }) => <b>{mean}</b> },
    { key: 'spread', title: say('spread'), cell: (group) => <Spread group={group} /> },
    {
      key: 'grades',
      title: say('grades'),
      cell: ({ grades }) =>
        grades
          .map(({ grade, count }) => say('grade', { grade: grade === '' ? say('none') : sayGrade(grade), count }))
          .join(' · '),
    },
  ]
  return (
    <section className="results-section">
      <DataTable caption={say('caption')} columns={columns} rows={groups} keyOf={({ name }) => name} />
    </section>
  )
}

const WIDTH = 160
const HALF = 7

/** From the lowest to the highest on a line of a hundred, the mean marked; the figures stand in its label. */
function Spread({ group }: { readonly group: ResultGroup }) {
  const say = useWords(WORDS)
  const { lowest, highest, mean } = group
  const x = (total: string) => (Math.min(100, Number(total)) / 100) * WIDTH
  const from = x(lowest)
  return (
    <span className="results-spread">
      <svg viewBox={`0 0 ${WIDTH} ${2 * HALF}`} role="img" aria-label={say('bar', { lowest, highest, mean })}>
        <line className="spread-ground" x1="0" x2={WIDTH} y1={HALF} y2={HALF} />
        <line className="spread-span" x1={from} x2={Math.max(from + 1, x(highest))} y1={HALF} y2={HALF} />
        <line className="spread-mean" x1={x(mean)} x2={x(mean)} y1="2" y2={2 * HALF - 2} />
      </svg>
      <span className="small">
        {lowest}—{highest}
      </span>
    </span>
  )
}
