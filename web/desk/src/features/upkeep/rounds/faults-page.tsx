import type { FaultId } from '@shiji/contract/upkeep-rounds'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { deviceTime } from '#desk/kit/device-time.ts'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../upkeep.css'

const WORDS = {
  title: { zh: '巡检隐患', en: 'Faults of rounds' },
  about: { zh: '巡检读数超限或异常，整改前一直在这里', en: 'Readings out of limits stay here until mended' },
  what: { zh: '隐患', en: 'Fault' },
  found: { zh: '发现', en: 'Found' },
  mended: { zh: '整改', en: 'Mended' },
  open: { zh: '待整改', en: 'to be mended' },
  none: { zh: '{year} 年巡检没有发现隐患', en: 'Rounds found no fault in {year}' },
  noneAbout: { zh: '点位读数超出上下限时会自动登记。', en: 'A reading out of its limits is recorded here by itself.' },
  mend: { zh: '整改', en: 'Mend' },
  how: { zh: '怎么整改的', en: 'How it was mended' },
  needed: { zh: '请写明怎么整改的', en: 'Say how it was mended' },
  actions: { zh: '办理', en: 'Actions' },
} as const

type Row = Awaited<ReturnType<typeof api.upkeepRounds.listFaults>>[number]

export function FaultsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { year = thisYear() } = useSearch({ from: '/desk/upkeep/faults' })
  const [mending, setMending] = useState<FaultId | null>(null)
  const faults = useQuery(queries.upkeepRounds.listFaults.queryOptions({ input: { year } }))
  const columns = useColumns(setMending)
  const choose = (chosen: number) => void navigate({ to: '/upkeep/faults', search: { year: chosen }, replace: true })
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={<YearChoice year={year} onChoose={choose} />}
      query={faults}
      columns={columns}
      none={{ title: say('none', { year }), about: say('noneAbout') }}
    >
      <Modal
        open={mending !== null}
        onCancel={() => setMending(null)}
        title={say('mend')}
        footer={null}
        destroyOnHidden
      >
        {mending === null ? null : <Mending id={mending} onDone={() => setMending(null)} />}
      </Modal>
    </ListPage>
  )
}

function Mending({ id, onDone }: { readonly id: FaultId; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const mend = useMutation(
    queries.upkeepRounds.mendFault.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.upkeepRounds.key() })
      },
    }),
  )
  const send = ({ mending }: { mending: string }) => {
    mend.mutate({ id, time: deviceTime(), mending })
  }
  return (
    <Form<{ mending: string }> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={mend.error} />
      <Form.Item name="mending" label={say('how')} rules={[{ required: true, message: say('needed') }]}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={mend.isPending}>
        {say('mend')}
      </Button>
    </Form>
  )
}

function useColumns(onMend: (id: FaultId) => void): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  return [
    {
      key: 'what',
      title: say('what'),
      cell: ({ what, point, place, unit }) => (
        <span className="two-lines">
          <span>{what}</span>
          <span className="small">
            {point} · {place} · {unit}
          </span>
        </span>
      ),
    },
    { key: 'found', title: say('found'), width: '150px', cell: ({ foundAt }) => formatMoment(foundAt) },
    {
      key: 'mended',
      title: say('mended'),
      width: '34%',
      cell: ({ mendedAt, mendedBy, mending }) =>
        mendedAt === null ? (
          <Light kind="watch" word={say('open')} />
        ) : (
          <span className="two-lines">
            <span>{mending}</span>
            <span className="small">
              {formatMoment(mendedAt)} {mendedBy}
            </span>
          </span>
        ),
    },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '100px',
      cell: ({ id, mendedAt }) =>
        mayWork && mendedAt === null ? <Button onClick={() => onMend(id as FaultId)}>{say('mend')}</Button> : null,
    },
  ]
}
