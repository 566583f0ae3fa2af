import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { KIND_WORDS } from '../upkeep-words.ts'
import { OccurrenceLight } from './occurrence-light.tsx'
import type { OccurrenceSeen } from './occurrence-seen.ts'
import '../upkeep.css'

const WORDS = {
  title: { zh: '今日应做', en: 'Due today' },
  about: { zh: '做一次少一次，漏了要说原因', en: 'What is open now, and what was missed and not explained' },
  day: { zh: '日期', en: 'Day' },
  open: { zh: '当天', en: 'This day' },
  unexplained: { zh: '漏做未说明原因', en: 'Missed, without a cause' },
  what: { zh: '做什么', en: 'What' },
  until: { zh: '时段', en: 'Hours' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '{day} 没有要做的', en: 'Nothing is due on {day}' },
  noneAbout: { zh: '计划排到的日子会出现在这里。', en: 'What the plans lay out for a day appears here.' },
  late: { zh: '补录', en: 'entered late' },
} as const

export function DuePage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { day = formatMoment(Date.now()).slice(0, 10) } = useSearch({ from: '/desk/upkeep/due' })
  const due = useQuery(queries.upkeep.listDue.queryOptions({ input: { day } }))
  const columns = useColumns()
  const choose = (value: string) => {
    if (value !== '') void navigate({ to: '/upkeep/due', search: { day: value }, replace: true })
  }
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={
          <Input
            type="date"
            className="upkeep-date"
            aria-label={say('day')}
            value={day}
            onChange={({ target }) => choose(target.value)}
          />
        }
      />
      <Loaded query={due}>
        {({ open, unexplained }) => (
          <div className="upkeep-lists">
            <DataTable
              caption={say('open')}
              columns={columns}
              rows={open}
              keyOf={({ id }) => id}
              none={{ title: say('none', { day }), about: say('noneAbout') }}
            />
            {unexplained.length === 0 ? null : (
              <section>
                <h2 className="upkeep-heading">{say('unexplained')}</h2>
                <DataTable caption={say('unexplained')} columns={columns} rows={unexplained} keyOf={({ id }) => id} />
              </section>
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}

function useColumns(): readonly Column<OccurrenceSeen>[] {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  return [
    {
      key: 'what',
      title: say('what'),
      cell: ({ id, planName, kind, unit, day }) => (
        <span className="two-lines">
          <Link to="/upkeep/due/$occurrenceId" params={{ occurrenceId: id }}>
            {planName} {day}
          </Link>
          <span className="small">
            {sayKind(kind)} · {unit.name}
          </span>
        </span>
      ),
    },
    {
      key: 'until',
      title: say('until'),
      width: '34%',
      cell: ({ opensAt, dueAt }) => `${formatMoment(opensAt)} – ${formatMoment(dueAt)}`,
    },
    {
      key: 'state',
      title: say('state'),
      width: '180px',
      cell: (row) => (
        <span className="upkeep-lights">
          <OccurrenceLight occurrence={row} />
          {row.isLateEntry ? <Light kind="watch" word={say('late')} /> : null}
        </span>
      ),
    },
  ]
}
