import { compare, isDecimal, subtract } from '@shiji/kernel/decimal'
import type { FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { FormScore } from '../edit/opened-form.ts'

const WORDS = {
  caption: { zh: '逐行得分', en: 'Points row by row' },
  indicator: { zh: '指标', en: 'Indicator' },
  promise: { zh: '目标 → 实际', en: 'Target → actual' },
  weight: { zh: '分值', en: 'Weight' },
  printed: { zh: '表上得分', en: 'Printed' },
  rule: { zh: '规则得分', en: 'By rule' },
  trace: { zh: '怎么算的', en: 'How' },
  same: { zh: '✓ 一致', en: '✓ same' },
  differs: { zh: '! 相差 {difference}', en: '! {difference} apart' },
  unscored: { zh: '— 未打分', en: '— not scored' },
  noActual: { zh: '（未填实际）', en: '(no actual)' },
  change: { zh: '去改', en: 'Change' },
  changeNamed: { zh: '去改“{name}”', en: 'Change "{name}"' },
  action: { zh: '操作', en: 'Action' },
} as const

type Scored = { readonly index: number; readonly row: IndicatorRow; readonly score: FormScore['indicators'][number] }
type ScoreRowsProps = { readonly content: FormContent; readonly score: FormScore; readonly formId: string }

export function ScoreRows({ content, score, formId }: ScoreRowsProps) {
  const say = useWords(WORDS)
  const columns = useColumns(formId)
  const rows = content.indicators.flatMap((row, index): Scored[] => {
    const scored = score.indicators[index]
    return scored === undefined ? [] : [{ index, row, score: scored }]
  })
  return <DataTable caption={say('caption')} columns={columns} rows={rows} keyOf={({ index }) => String(index)} />
}

function useColumns(formId: string): readonly Column<Scored>[] {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const columns: readonly Column<Scored>[] = [
    {
      key: 'indicator',
      title: say('indicator'),
      cell: ({ row }) => (
        <div>
          <p className="cell-name">{row.level3}</p>
          <p className="small">{[row.level1, row.level2].filter((level) => level !== '').join(' / ')}</p>
        </div>
      ),
    },
    {
      key: 'promise',
      title: say('promise'),
      cell: ({ row }) => (
        <span>
          {row.target} → {row.actual === null || row.actual === '' ? say('noActual') : row.actual}
        </span>
      ),
    },
    { key: 'weight', title: say('weight'), kind: 'number', cell: ({ row }) => row.weight ?? '—' },
    { key: 'printed', title: say('printed'), kind: 'number', cell: ({ row }) => row.score ?? '—' },
    {
      key: 'rule',
      title: say('rule'),
      kind: 'number',
      cell: ({ row, score }) => (
        <div>
          <p className="score-figure">{score.score ?? '—'}</p>
          <Agreement printed={row.score} rule={score.score} />
        </div>
      ),
    },
    {
      key: 'trace',
      title: say('trace'),
      cell: ({ score }) => <span className="small">{score.trace}</span>,
    },
  ]
  if (!mayWrite) return columns
  const change: Column<Scored> = {
    key: 'action',
    title: say('action'),
    kind: 'actions',
    cell: ({ index, row }) => (
      <Link
        to="/projects/forms/$formId"
        params={{ formId }}
        search={{ room: 'goals', at: `indicators[${index}].actual` }}
        aria-label={say('changeNamed', { name: row.level3 })}
      >
        {say('change')}
      </Link>
    ),
  }
  return [...columns, change]
}

type AgreementProps = { readonly printed: string | null; readonly rule: string | null }

function Agreement({ printed, rule }: AgreementProps) {
  const say = useWords(WORDS)
  if (rule === null || !isDecimal(rule)) return <p className="small">{say('unscored')}</p>
  if (printed === null || !isDecimal(printed)) return null
  if (compare(printed, rule) === 0) return <p className="small">{say('same')}</p>
  return <p className="small severity-warning">{say('differs', { difference: subtract(printed, rule) })}</p>
}
