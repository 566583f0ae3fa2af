import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatClock } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AlarmsCard } from './alarms-card.tsx'
import { DayStrip } from './day-strip.tsx'
import { type ProbeLine, type Shown, STATE_LIGHTS, STATE_WORDS, shownState } from './probe-view.ts'
import { ShareFigure } from './share-figure.tsx'
import { SourcesCard } from './sources-card.tsx'
import { StatusPageCard } from './status-page-card.tsx'
import { VantagesCard } from './vantages-card.tsx'
import './watch.css'

const WORDS = {
  title: { zh: '探测与可用性', en: 'Probes and availability' },
  about: {
    zh: '近 90 天，按秒计；没有观测到的时间不算可用',
    en: 'Last 90 days, by the second; time nobody saw is never up',
  },
  add: { zh: '新建探测', en: 'Add a probe' },
  probe: { zh: '探测', en: 'Probe' },
  state: { zh: '状态', en: 'State' },
  days: { zh: '近 90 天', en: 'Last 90 days' },
  share: { zh: '可用性', en: 'Availability' },
  peak: { zh: '高峰时段', en: 'In peak hours' },
  took: { zh: '{clock}　{ms} 毫秒', en: '{clock}, {ms} ms' },
  tally: { zh: '{state} {count}', en: '{state} {count}' },
  lowest: { zh: '最低：{service} {share}%', en: 'Lowest: {service} {share} %' },
  none: { zh: '还没有探测', en: 'There is no probe yet' },
  noneAbout: {
    zh: '新建一个探测，系统按节奏查看，可用性从第一次应答算起。',
    en: 'Add a probe; the system looks in its rhythm, and availability counts from the first answer.',
  },
} as const

const RENEW_MS = 20_000

/** S25: what is looked at, whether it is there, and what the last ninety days add up to. */
export function ProbesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayManage = useMay('watch.manage')
  const probes = useQuery(queries.watch.listProbes.queryOptions({ refetchInterval: RENEW_MS }))
  const add = mayManage ? (
    <Button type="primary" onClick={() => void navigate({ to: '/watch/new' })}>
      {say('add')}
    </Button>
  ) : undefined
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={add} />
      <Loaded query={probes}>
        {(lines) =>
          lines.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <>
              <Tally lines={lines} />
              <Probes lines={lines} />
            </>
          )
        }
      </Loaded>
      <AlarmsCard />
      <SourcesCard />
      <VantagesCard />
      {mayManage ? <StatusPageCard /> : null}
    </>
  )
}

function Tally({ lines }: { readonly lines: readonly ProbeLine[] }) {
  const say = useWords(WORDS)
  const sayState = useWords(STATE_WORDS)
  const states = lines.map(shownState)
  const shown = (['down', 'unknown', 'up', 'off'] as const satisfies readonly Shown[]).filter((state) =>
    states.includes(state),
  )
  const [lowest] = lines
    .filter(({ availability }) => availability.share !== null)
    .toSorted((one, other) => Number(one.availability.share) - Number(other.availability.share))
  return (
    <p className="watch-tally">
      {shown.map((state) => {
        const count = states.filter((one) => one === state).length
        return <Light key={state} kind={STATE_LIGHTS[state]} word={say('tally', { state: sayState(state), count })} />
      })}
      {lowest === undefined ? null : (
        <span className="small">
          {say('lowest', { service: `${lowest.service} · ${lowest.name}`, share: lowest.availability.share ?? '' })}
        </span>
      )}
    </p>
  )
}

function Probes({ lines }: { readonly lines: readonly ProbeLine[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<ProbeLine>[] = [
    {
      key: 'probe',
      title: say('probe'),
      cell: ({ id, name, service, unit, address }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/watch/$probeId" params={{ probeId: id }}>
            {name}
          </Link>
          <span className="small">{[service, unit].join(' · ')}</span>
          {address === '' ? null : <span className="small watch-address">{address}</span>}
        </span>
      ),
    },
    { key: 'state', title: say('state'), width: '17%', cell: (line) => <State line={line} /> },
    { key: 'days', title: say('days'), width: '24%', cell: ({ days }) => <DayStrip days={days} /> },
    {
      key: 'share',
      title: say('share'),
      width: '17%',
      kind: 'number',
      cell: ({ availability }) => <ShareFigure figure={availability} />,
    },
    {
      key: 'peak',
      title: say('peak'),
      width: '17%',
      kind: 'number',
      cell: ({ peak }) => <ShareFigure figure={peak} />,
    },
  ]
  return <DataTable caption={say('title')} columns={columns} rows={lines} keyOf={({ id }) => id} />
}

export function State({ line }: { readonly line: ProbeLine }) {
  const say = useWords(WORDS)
  const sayState = useWords(STATE_WORDS)
  const shown = shownState(line)
  const { lastAt, tookMs, problem } = line
  return (
    <span className="two-lines">
      <span>
        <Light kind={STATE_LIGHTS[shown]} word={sayState(shown)} />
      </span>
      {lastAt === null || tookMs === null ? null : (
        <span className="small">{say('took', { clock: formatClock(lastAt, Date.now()), ms: tookMs })}</span>
      )}
      {problem === '' ? null : <span className="small">{problem}</span>}
    </span>
  )
}
