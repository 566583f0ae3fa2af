import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type DatabaseLine, formatBytes } from './database-words.ts'
import { GradeCounts } from './grade-counts.tsx'
import '../watch.css'

const WORDS = {
  title: { zh: '数据库体检', en: 'Check-ups of databases' },
  about: {
    zh: '从数据库本身读出配置、空间、索引、备份和安全，写成巡检报告；只读不改',
    en: 'Read from the database itself and written as a report; nothing in it is changed',
  },
  add: { zh: '登记数据库', en: 'Add a database' },
  none: { zh: '还没有数据库', en: 'There is no database yet' },
  noneAbout: {
    zh: '登记地址和一个只读监控账号，就可以体检。',
    en: 'Enter its address and an account for monitoring to look into it.',
  },
  database: { zh: '数据库', en: 'Database' },
  last: { zh: '最近体检', en: 'Last check-up' },
  never: { zh: '还没有体检', en: 'not yet' },
  space: { zh: '空间', en: 'Space' },
  backup: { zh: '最近备份', en: 'Last backup' },
  drill: { zh: '恢复演练 {day}', en: 'restore drill {day}' },
  noRecord: { zh: '无记录', en: 'none on record' },
} as const

/** Databases of the offices one sees, each with its last check-up. */
export function DatabasesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const databases = useQuery(queries.watchDatabases.listDatabases.queryOptions())
  const add = useMay('watch.manage') ? (
    <Button type="primary" onClick={() => void navigate({ to: '/databases/new' })}>
      {say('add')}
    </Button>
  ) : undefined
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      action={add}
      query={databases}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    />
  )
}

function useColumns(): readonly Column<DatabaseLine>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'database',
      title: say('database'),
      cell: ({ id, name, service, unit, address }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/databases/$databaseId" params={{ databaseId: id }}>
            {name}
          </Link>
          <span className="small">{[service, unit].join(' · ')}</span>
          <span className="small watch-address">{address}</span>
        </span>
      ),
    },
    {
      key: 'last',
      title: say('last'),
      width: '36%',
      cell: ({ last }) =>
        last === null ? (
          <span className="small">{say('never')}</span>
        ) : (
          <span className="two-lines">
            <Link className="cell-name" to="/databases/checkups/$checkupId" params={{ checkupId: last.id }}>
              {formatMoment(last.at)}
            </Link>
            <GradeCounts counts={last.counts} />
          </span>
        ),
    },
    {
      key: 'space',
      title: say('space'),
      kind: 'number',
      width: '12%',
      cell: ({ last }) => (last === null || last.sizeBytes === null ? '' : formatBytes(last.sizeBytes)),
    },
    {
      key: 'backup',
      title: say('backup'),
      width: '18%',
      cell: ({ backupOn, drillOn }) => (
        <span className="two-lines">
          {backupOn ?? say('noRecord')}
          <span className="small">{say('drill', { day: drillOn ?? say('noRecord') })}</span>
        </span>
      ),
    },
  ]
}
