import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type BoardDeclaration, type EvidenceRow, lightOf } from './row-types.ts'
import { StrengthBar } from './strength-bar.tsx'
import { TrendLine } from './trend-line.tsx'

const WORDS = {
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  actual: { zh: '实际', en: 'Actual' },
  months: { zh: '十二个月', en: 'Twelve months' },
  headroom: { zh: '余量', en: 'Headroom' },
  evidence: { zh: '依据', en: 'Evidence' },
  forecast: { zh: '状态', en: 'State' },
  records: { zh: '{count} 条', en: '{count} records' },
  openRecords: { zh: '{name} 的 {count} 条依据', en: '{count} records of {name}' },
  suggested: { zh: '可用口径：{name}', en: 'Could be measured by: {name}' },
  none: { zh: '暂无可用口径', en: 'No measure for it yet' },
  noData: { zh: '无数据', en: 'no data' },
} as const

type TableProps = {
  readonly declaration: BoardDeclaration
  readonly rows: readonly EvidenceRow[]
  readonly open: (row: EvidenceRow) => void
}

/** The rows of a declaration: promise, actual, course of the year, headroom, proof, what to expect. */
export function EvidenceTable({ declaration, rows, open }: TableProps) {
  const columns = useColumns(declaration, open)
  return (
    <DataTable
      caption={`${declaration.project} ${declaration.year}`}
      {...{ columns, rows }}
      keyOf={({ position }) => String(position)}
    />
  )
}

function useColumns({ id }: BoardDeclaration, open: TableProps['open']): readonly Column<EvidenceRow>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'name',
      title: say('indicator'),
      width: '22%',
      cell: ({ position, level1, level2, level3 }) => (
        <span>
          <Link className="cell-name" to="/board/$formId/$position" params={{ formId: id, position: String(position) }}>
            {level3}
          </Link>
          <span className="small row-path">
            {level1} · {level2}
          </span>
        </span>
      ),
    },
    { key: 'target', title: say('target'), width: '10%', cell: ({ target }) => target },
    {
      key: 'actual',
      title: say('actual'),
      kind: 'number',
      cell: ({ reading, measure }) => <Actual {...{ reading, measure }} />,
    },
    {
      key: 'months',
      title: say('months'),
      cell: (row) => (row.reading === null ? null : <TrendLine row={row} />),
    },
    { key: 'headroom', title: say('headroom'), width: '15%', cell: ({ headroom }) => headroom ?? '—' },
    {
      key: 'evidence',
      title: say('evidence'),
      width: '12%',
      cell: (row) =>
        row.reading === null ? (
          <span className="small">
            {row.suggestion === null ? say('none') : say('suggested', { name: row.suggestion.name })}
          </span>
        ) : (
          <button
            type="button"
            className="evidence-count"
            aria-label={say('openRecords', { name: row.level3, count: row.reading.counted })}
            onClick={() => open(row)}
          >
            {say('records', { count: row.reading.counted })}
            <StrengthBar strengths={row.reading.strengths} />
          </button>
        ),
    },
    {
      key: 'light',
      title: say('forecast'),
      cell: (row) => (
        <span title={row.why}>
          <Light kind={lightOf(row)} word={row.lightName} />
        </span>
      ),
    },
  ]
}

function Actual({ reading, measure }: Pick<EvidenceRow, 'reading' | 'measure'>) {
  const say = useWords(WORDS)
  if (reading === null || measure === null) return '—'
  if (reading.value === null) return <span className="small">{say('noData')}</span>
  return (
    <span>
      <b className="row-actual">{reading.value}</b> <span className="small">{measure.unit}</span>
    </span>
  )
}
