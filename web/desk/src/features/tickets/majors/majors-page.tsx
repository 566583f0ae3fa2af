import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { RENEW_MS } from '../ticket-view.ts'
import { MajorLight } from './major-words.tsx'
import '../tickets.css'

const WORDS = {
  title: { zh: '重大事件', en: 'Major incidents' },
  about: { zh: '谁负责、告诉了大家什么、查清了什么', en: 'Who leads, what people were told, what was learnt' },
  incident: { zh: '事件', en: 'Incident' },
  unit: { zh: '单位', en: 'Unit' },
  leader: { zh: '负责人', en: 'Leads' },
  nobody: { zh: '还没有指定', en: 'nobody yet' },
  declared: { zh: '宣布', en: 'Declared' },
  update: { zh: '下次进展', en: 'Next update' },
  late: { zh: '已过 {at}', en: 'past {at}' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '还没有重大事件', en: 'No major incident' },
  noneAbout: {
    zh: '定为“重大”的事件会自动列在这里；也可以在工单上宣布。',
    en: 'Incidents of the highest class come here by themselves; others are declared on their ticket.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.deskMajors.listMajors>>[number]

export function MajorsPage() {
  const say = useWords(WORDS)
  const list = useQuery(queries.deskMajors.listMajors.queryOptions({ refetchInterval: RENEW_MS }))
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      query={list}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'incident',
      title: say('incident'),
      cell: ({ id, number, what }) => (
        <span className="two-lines">
          <Link to="/major-incidents/$ticketId" params={{ ticketId: id }}>
            {what}
          </Link>
          <span className="small">{number}</span>
        </span>
      ),
    },
    { key: 'unit', title: say('unit'), width: '20%', cell: ({ unit }) => unit },
    { key: 'leader', title: say('leader'), width: '130px', cell: ({ leader }) => leader ?? say('nobody') },
    { key: 'declared', title: say('declared'), width: '150px', cell: ({ declaredAt }) => formatMoment(declaredAt) },
    { key: 'update', title: say('update'), width: '180px', cell: (row) => <NextUpdate major={row} /> },
    { key: 'state', title: say('state'), width: '170px', cell: ({ state }) => <MajorLight state={state} /> },
  ]
}

export function NextUpdate({ major }: { readonly major: Pick<Row, 'nextUpdateAt' | 'isUpdateLate'> }) {
  const say = useWords(WORDS)
  const { nextUpdateAt, isUpdateLate } = major
  if (nextUpdateAt === null) return '—'
  const at = formatMoment(nextUpdateAt)
  return isUpdateLate ? <Light kind="bad" word={say('late', { at })} /> : at
}
