import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../upkeep.css'

const WORDS = {
  title: { zh: '巡检路线', en: 'Routes' },
  about: { zh: '点位按顺序走，标签贴在现场', en: 'Points in the order they are walked; labels hang on the spot' },
  make: { zh: '新建路线', en: 'Make a route' },
  route: { zh: '路线', en: 'Route' },
  points: { zh: '点位', en: 'Points' },
  checks: { zh: '检查项', en: 'Checks' },
  labels: { zh: '标签', en: 'Labels' },
  print: { zh: '打印标签', en: 'Print labels' },
  none: { zh: '还没有巡检路线', en: 'No route yet' },
  noneAbout: {
    zh: '路线是一次巡检要走的点位。建好路线，再到“计划”里排频次。',
    en: 'A route is the points of a round. Make one, then say under "Plans" how often it is walked.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.upkeepRounds.listRoutes>>[number]

export function RoutesPage() {
  const say = useWords(WORDS)
  const mayPlan = useMay('upkeep.plan')
  const routes = useQuery(queries.upkeepRounds.listRoutes.queryOptions())
  const columns = useColumns()
  const make = mayPlan ? (
    <Link to="/upkeep/routes/new" className="ant-btn ant-btn-primary upkeep-button">
      {say('make')}
    </Link>
  ) : undefined
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      action={make}
      query={routes}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'route',
      title: say('route'),
      cell: ({ id, name, unit }) => (
        <span className="two-lines">
          <Link to="/upkeep/routes/$routeId" params={{ routeId: id }}>
            {name}
          </Link>
          <span className="small">{unit.name}</span>
        </span>
      ),
    },
    { key: 'points', title: say('points'), kind: 'number', width: '96px', cell: ({ points }) => points.length },
    {
      key: 'checks',
      title: say('checks'),
      kind: 'number',
      width: '96px',
      cell: ({ points }) => points.reduce((sum, { checks }) => sum + checks.length, 0),
    },
    {
      key: 'labels',
      title: say('labels'),
      width: '120px',
      cell: ({ id }) => (
        <Link to="/upkeep/labels" search={{ route: id }}>
          {say('print')}
        </Link>
      ),
    },
  ]
}
