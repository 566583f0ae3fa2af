import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit, Scope } from './cockpit-view.ts'

const WORDS = {
  title: { zh: '预算执行，从慢到快', en: 'Budget spent, the slowest first' },
  project: { zh: '项目', en: 'Project' },
  budget: { zh: '预算（元）', en: 'Budget (yuan)' },
  executed: { zh: '已付（元）', en: 'Paid (yuan)' },
  rate: { zh: '执行率', en: 'Spent' },
} as const

type Row = Cockpit['money'][number]
type MoneyRowsProps = { readonly cockpit: Cockpit; readonly scope: Scope }

/** Each project opens its payments. */
export function MoneyRows({ cockpit: { money }, scope }: MoneyRowsProps) {
  const say = useWords(WORDS)
  const columns = useColumns(scope)
  return (
    <section className="card" id="money">
      <h2>{say('title')}</h2>
      <DataTable caption={say('title')} columns={columns} rows={money} keyOf={({ formId }) => formId} />
    </section>
  )
}

function useColumns({ year }: Scope): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const amount = (value: string | null) => (value === null ? '—' : formatMoney(value))
  return [
    {
      key: 'project',
      title: say('project'),
      cell: ({ projectId, project, unit }) => (
        <div>
          <Link className="cell-name" to="/projects/$projectId/money" params={{ projectId }} search={{ year }}>
            {project}
          </Link>
          <span className="small cockpit-unit">{unit}</span>
        </div>
      ),
    },
    { key: 'budget', title: say('budget'), kind: 'number', width: '18%', cell: ({ budget }) => amount(budget) },
    { key: 'executed', title: say('executed'), kind: 'number', width: '18%', cell: ({ executed }) => amount(executed) },
    {
      key: 'rate',
      title: say('rate'),
      kind: 'number',
      width: '12%',
      cell: ({ rate }) => (rate === null ? '—' : `${rate}%`),
    },
  ]
}
