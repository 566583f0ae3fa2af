import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { nameDevice } from './name-device.ts'

const WORDS = {
  title: { zh: '我在哪些地方登录着', en: 'Where I am signed in' },
  device: { zh: '设备', en: 'Device' },
  address: { zh: '地址', en: 'Address' },
  started: { zh: '登录于', en: 'Since' },
  seen: { zh: '最近使用', en: 'Last used' },
  here: { zh: '本机', en: 'This one' },
  action: { zh: '操作', en: 'Action' },
  end: { zh: '退出', en: 'Sign out' },
  endNamed: { zh: '退出 {device} 上的登录', en: 'Sign out on {device}' },
} as const

export function MySessions() {
  const say = useWords(WORDS)
  const sessions = useQuery(queries.directory.listSessions.queryOptions())
  const end = useMutation(
    queries.directory.endSession.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: queries.directory.listSessions.key() }),
    }),
  )
  type Session = NonNullable<typeof sessions.data>[number]
  const columns: readonly Column<Session>[] = [
    {
      key: 'device',
      title: say('device'),
      cell: ({ device }) => <span className="cell-name">{nameDevice(device)}</span>,
    },
    { key: 'address', title: say('address'), cell: ({ address }) => address },
    { key: 'started', title: say('started'), cell: ({ startedAt }) => formatMoment(startedAt) },
    { key: 'seen', title: say('seen'), cell: ({ lastSeenAt }) => formatMoment(lastSeenAt) },
    {
      key: 'action',
      title: say('action'),
      kind: 'actions',
      cell: ({ id, device, current }) =>
        current ? (
          <Light kind="good" word={say('here')} />
        ) : (
          <Button
            size="small"
            aria-label={say('endNamed', { device: nameDevice(device) })}
            loading={end.isPending && end.variables.id === id}
            onClick={() => end.mutate({ id })}
          >
            {say('end')}
          </Button>
        ),
    },
  ]
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <ProblemAlert problem={end.error} />
      <Loaded query={sessions} rows={2}>
        {(rows) => <DataTable caption={say('title')} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Loaded>
    </section>
  )
}
