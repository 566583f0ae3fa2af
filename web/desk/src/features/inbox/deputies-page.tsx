import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useList, useWords } from '#desk/words/use-words.ts'
import { SetDeputy } from './set-deputy.tsx'
import './inbox.css'

const WORDS = {
  title: { zh: '代理', en: 'Deputies' },
  about: {
    zh: '出差、休假时请同事代为办理；谁代谁办，经过里都写明',
    en: 'Let a colleague sign while you are away; the history names both',
  },
  set: { zh: '设定代理人', en: 'Set a deputy' },
  given: { zh: '代我办理的人', en: 'Who signs for me' },
  held: { zh: '我代谁办理', en: 'For whom I sign' },
  noGiven: { zh: '没有人代您办理', en: 'Nobody signs for you' },
  noHeld: { zh: '您没有代别人办理', en: 'You sign for nobody' },
  person: { zh: '人员', en: 'Person' },
  time: { zh: '期限', en: 'Period' },
  scope: { zh: '范围', en: 'Scope' },
  everything: { zh: '全部流程', en: 'All flows' },
  reason: { zh: '原因', en: 'Reason' },
  state: { zh: '状态', en: 'State' },
  now: { zh: '代理中', en: 'In force' },
  'to-come': { zh: '未开始', en: 'To come' },
  over: { zh: '已结束', en: 'Over' },
  end: { zh: '结束', en: 'End' },
} as const

const LIGHTS = { now: 'good', 'to-come': 'not-started', over: 'none' } as const

type Deputies = Awaited<ReturnType<typeof api.flowDeputies.listDeputies>>
type Row = Deputies['given'][number]

export function DeputiesPage() {
  const say = useWords(WORDS)
  const [isSetting, setSetting] = useState(false)
  const deputies = useQuery(queries.flowDeputies.listDeputies.queryOptions())
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={
          <Button type="primary" onClick={() => setSetting(true)}>
            {say('set')}
          </Button>
        }
      />
      <Loaded query={deputies}>
        {({ given, held, flows }) => (
          <>
            <Side title={say('given')} empty={say('noGiven')} rows={given} nameOf={({ deputy }) => deputy} />
            <Side title={say('held')} empty={say('noHeld')} rows={held} nameOf={({ principal }) => principal} />
            <Modal
              open={isSetting}
              title={say('set')}
              footer={null}
              width={520}
              destroyOnHidden
              onCancel={() => setSetting(false)}
            >
              <SetDeputy flows={flows} onDone={() => setSetting(false)} />
            </Modal>
          </>
        )}
      </Loaded>
    </>
  )
}

type SideProps = {
  readonly title: string
  readonly empty: string
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row) => string
}

function Side({ title, empty, rows, nameOf }: SideProps) {
  const say = useWords(WORDS)
  const list = useList()
  const end = useMutation(
    queries.flowDeputies.endDeputy.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.flowDeputies.key() })
        await queryClient.invalidateQueries({ queryKey: queries.flow.key() })
      },
    }),
  )
  const columns: readonly Column<Row>[] = [
    {
      key: 'person',
      title: say('person'),
      width: '16%',
      cell: (row) => <span className="cell-name">{nameOf(row)}</span>,
    },
    {
      key: 'time',
      title: say('time'),
      cell: ({ beginsAt, endsAt }) => `${formatMoment(beginsAt)} – ${formatMoment(endsAt)}`,
    },
    {
      key: 'scope',
      title: say('scope'),
      cell: ({ flows }) => (flows.length === 0 ? say('everything') : list(flows)),
    },
    { key: 'reason', title: say('reason'), cell: ({ reason }) => reason },
    {
      key: 'state',
      title: say('state'),
      width: '120px',
      cell: ({ state }) => <Light kind={LIGHTS[state]} word={say(state)} />,
    },
    {
      key: 'end',
      title: say('end'),
      kind: 'actions',
      width: '96px',
      cell: ({ id, state }) =>
        state === 'over' ? null : (
          <Button size="small" loading={end.isPending && end.variables.id === id} onClick={() => end.mutate({ id })}>
            {say('end')}
          </Button>
        ),
    },
  ]
  return (
    <section className="inbox-side">
      <h2 className="inbox-heading">{title}</h2>
      <ProblemAlert problem={end.error} />
      <DataTable caption={title} {...{ columns, rows }} keyOf={({ id }) => id} none={{ title: empty }} />
    </section>
  )
}
