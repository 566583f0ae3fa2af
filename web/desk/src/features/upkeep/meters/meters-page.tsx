import { METER_KIND_WORDS, SUBJECT_WORDS } from '@shiji/kernel/upkeep/meter'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { AddMeter } from './add-meter.tsx'
import { limitsOf, showValue } from './meter-words.ts'
import '../upkeep.css'

const WORDS = {
  title: { zh: '抄表和测速', en: 'Readings' },
  about: { zh: '用电、PUE、测速、设备性能和系统统计数', en: 'Energy, PUE, speed, performance and counts' },
  add: { zh: '新建抄表项', en: 'New register' },
  bring: { zh: '导入读数', en: 'Import readings' },
  meter: { zh: '表计或线路', en: 'Meter or line' },
  limits: { zh: '限值', en: 'Limits' },
  last: { zh: '最近一次', en: 'Last reading' },
  count: { zh: '次数', en: 'Readings' },
  lacking: { zh: '{count} 次未附导出', en: '{count} without an export' },
  never: { zh: '还没有抄过', en: 'never read' },
  ended: { zh: '已停用', en: 'out of use' },
  none: { zh: '还没有抄表项', en: 'Nothing is read yet' },
  noneAbout: {
    zh: '为每块电表、每条线路建一项，按月抄表或导入，能耗、网速等指标就由读数算出。',
    en: 'Make one for every meter and line; read or import them by month, and the indicators are computed from that.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.upkeepMeters.listMeters>>[number]

export function MetersPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const [mayPlan, mayWork] = [useMay('upkeep.plan'), useMay('upkeep.work')]
  const meters = useQuery(queries.upkeepMeters.listMeters.queryOptions())
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        mayWork ? (
          <Button onClick={() => void navigate({ to: '/upkeep/meters/import' })}>{say('bring')}</Button>
        ) : undefined
      }
      action={
        mayPlan ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        ) : undefined
      }
      query={meters}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    >
      <AddMeter open={isAdding} onClose={() => setAdding(false)} />
    </ListPage>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'meter',
      title: say('meter'),
      cell: ({ id, name, place, unit, kind, subject, endedAt }) => (
        <span className="two-lines">
          <Link to="/upkeep/meters/$meterId" params={{ meterId: id }}>
            {name}
          </Link>
          <span className="small">
            {sayIn(subject === null ? METER_KIND_WORDS[kind] : SUBJECT_WORDS[subject], language)} · {place} {unit.name}
          </span>
          {endedAt === null ? null : <Light kind="none" word={say('ended')} />}
        </span>
      ),
    },
    { key: 'limits', title: say('limits'), width: '20%', cell: (row) => limitsOf(row) },
    {
      key: 'last',
      title: say('last'),
      width: '24%',
      cell: ({ last, unitWord }) =>
        last === null ? (
          <Light kind="not-started" word={say('never')} />
        ) : (
          <span className="two-lines">
            <span>
              {showValue(last)} {unitWord}
            </span>
            <span className="small">{formatMoment(last.at)}</span>
          </span>
        ),
    },
    { key: 'count', title: say('count'), kind: 'number', width: '150px', cell: (row) => <Times row={row} /> },
  ]
}

function Times({ row: { readings, lackingExport: count } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  return (
    <span className="two-lines">
      <span>{readings}</span>
      {count === 0 ? null : <Light kind="watch" word={say('lacking', { count })} />}
    </span>
  )
}
