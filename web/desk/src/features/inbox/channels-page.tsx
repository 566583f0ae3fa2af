import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { LinkLight } from '#desk/kit/link-light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AllowedAddresses } from './allowed-addresses.tsx'
import { ChannelForm } from './channel-form.tsx'
import type { ChannelRow } from './channel-row.ts'
import { FiguresOut } from './figures-out.tsx'
import { KIND_WORDS } from './kind-words.ts'
import './inbox.css'

const WORDS = {
  ...KIND_WORDS,
  title: { zh: '消息渠道', en: 'Channels' },
  about: { zh: '消息怎样发到系统之外，现在通不通', en: 'How messages leave the system, and whether they do' },
  add: { zh: '新增渠道', en: 'Add a channel' },
  change: { zh: '修改', en: 'Change' },
  test: { zh: '试发', en: 'Test' },
  retry: { zh: '重发', en: 'Send again' },
  none: { zh: '还没有渠道', en: 'No channels yet' },
  noneAbout: { zh: '没有渠道时，消息只在系统内。', en: 'Without one, messages stay inside.' },
  name: { zh: '名称', en: 'Name' },
  where: { zh: '去向', en: 'To' },
  state: { zh: '状态', en: 'State' },
  counts: { zh: '待发 / 已发 / 失败', en: 'Queued / sent / failed' },
  acts: { zh: '操作', en: 'Acts' },
  worked: { zh: '试发成功，请到对方查看', en: 'Sent: look for it on the other side' },
  district: { zh: '全区', en: 'whole district' },
} as const

type Edited = ChannelRow | 'new' | null

export function ChannelsPage() {
  const say = useWords(WORDS)
  const mayTell = useMay('watch.tell')
  const [edited, setEdited] = useState<Edited>(null)
  const channels = useQuery(queries.inbox.listChannels.queryOptions())
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={
          <Button type="primary" onClick={() => setEdited('new')}>
            {say('add')}
          </Button>
        }
      />
      <Loaded query={channels}>
        {(rows) =>
          rows.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <ChannelTable rows={rows} onChange={setEdited} />
          )
        }
      </Loaded>
      <AllowedAddresses />
      {mayTell ? <FiguresOut /> : null}
      <Drawer
        open={edited !== null}
        title={edited === 'new' ? say('add') : say('change')}
        size={480}
        destroyOnHidden
        onClose={() => setEdited(null)}
      >
        {edited === null ? null : (
          <ChannelForm channel={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
        )}
      </Drawer>
    </>
  )
}

type ChannelTableProps = { readonly rows: readonly ChannelRow[]; readonly onChange: (channel: ChannelRow) => void }

function ChannelTable({ rows, onChange }: ChannelTableProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const look = () => queryClient.invalidateQueries({ queryKey: queries.inbox.listChannels.key() })
  const test = useMutation(
    queries.inbox.testChannel.mutationOptions({
      onSuccess: async ({ worked, problem }) => {
        await look()
        if (worked) message.success(say('worked'))
        else message.error(problem)
      },
    }),
  )
  const retry = useMutation(queries.inbox.retryFailed.mutationOptions({ onSuccess: look }))
  const columns: readonly Column<ChannelRow>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, settings, unit }) => (
        <>
          <span className="cell-name">{name}</span>{' '}
          <span className="small">
            {say(settings.kind)} · {unit === '' ? say('district') : unit}
          </span>
        </>
      ),
    },
    { key: 'where', title: say('where'), cell: ({ address }) => address },
    { key: 'state', title: say('state'), cell: (row) => <LinkLight link={row} /> },
    {
      key: 'counts',
      title: say('counts'),
      width: '170px',
      kind: 'number',
      cell: ({ counts: { queued, sent, failed } }) => `${queued} / ${sent} / ${failed}`,
    },
    {
      key: 'acts',
      title: say('acts'),
      kind: 'actions',
      width: '220px',
      cell: (row) => (
        <span className="inbox-acts">
          <Button
            size="small"
            loading={test.isPending && test.variables.id === row.id}
            onClick={() => test.mutate({ id: row.id })}
          >
            {say('test')}
          </Button>
          <Button size="small" onClick={() => onChange(row)}>
            {say('change')}
          </Button>
          {row.counts.failed === 0 ? null : (
            <Button size="small" onClick={() => retry.mutate({ id: row.id })}>
              {say('retry')}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      <ProblemAlert problem={test.error ?? retry.error} />
      <DataTable caption={say('title')} {...{ columns, rows }} keyOf={({ id }) => id} />
    </>
  )
}
