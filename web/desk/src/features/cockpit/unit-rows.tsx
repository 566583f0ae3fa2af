import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit, Scope } from './cockpit-view.ts'

const WORDS = {
  title: { zh: '各单位', en: 'Unit by unit' },
  unit: { zh: '单位', en: 'Unit' },
  projects: { zh: '项目', en: 'Projects' },
  projectsOf: { zh: '{unit}的 {count} 个项目', en: '{count} projects of {unit}' },
  alarm: { zh: '预警', en: 'Alarm' },
  watch: { zh: '关注', en: 'Watch' },
  fine: { zh: '正常', en: 'Fine' },
  lightsOf: { zh: '{unit}{light} {count} 项', en: '{unit}: {count} rows, {light}' },
  rate: { zh: '执行率', en: 'Spent' },
  budget: { zh: '预算（元）', en: 'Budget (yuan)' },
} as const

type Row = Cockpit['units'][number]
type UnitRowsProps = { readonly cockpit: Cockpit; readonly scope: Scope }

/** The one with most alarms first; every count opens its rows. */
export function UnitRows({ cockpit: { units }, scope }: UnitRowsProps) {
  const say = useWords(WORDS)
  const columns = useColumns(scope)
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <DataTable caption={say('title')} columns={columns} rows={units} keyOf={({ unitId }) => unitId} />
    </section>
  )
}

function useColumns({ year }: Scope): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const light = (show: 'alarm' | 'watch' | 'fine'): Column<Row> => ({
    key: show,
    title: say(show),
    kind: 'number',
    width: '11%',
    cell: ({ unitId, unit, lights }) => (
      <Link
        to="/board"
        search={{ year, unit: unitId, show }}
        aria-label={say('lightsOf', { unit, light: say(show), count: lights[show] })}
      >
        {lights[show]}
      </Link>
    ),
  })
  return [
    {
      key: 'unit',
      title: say('unit'),
      cell: ({ unitId, unit }) => (
        <Link className="cell-name" to="/cockpit" search={{ year, unit: unitId }}>
          {unit}
        </Link>
      ),
    },
    {
      key: 'projects',
      title: say('projects'),
      kind: 'number',
      width: '11%',
      cell: ({ unitId, unit, projects: count }) => (
        <Link to="/projects" search={{ year, unit: unitId }} aria-label={say('projectsOf', { unit, count })}>
          {count}
        </Link>
      ),
    },
    light('alarm'),
    light('watch'),
    light('fine'),
    {
      key: 'budget',
      title: say('budget'),
      kind: 'number',
      width: '17%',
      cell: ({ money }) => (money.rate === null ? '—' : formatMoney(money.budget)),
    },
    {
      key: 'rate',
      title: say('rate'),
      kind: 'number',
      width: '12%',
      cell: ({ money: { rate } }) => (rate === null ? '—' : `${rate}%`),
    },
  ]
}
