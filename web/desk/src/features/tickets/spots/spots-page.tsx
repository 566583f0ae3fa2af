import type { UnitId } from '@shiji/contract/directory'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { AddSpots } from './add-spots.tsx'
import './spots.css'
import '../tickets.css'

const WORDS = {
  title: { zh: '报修二维码', en: 'Codes for reporting faults' },
  about: {
    zh: '贴在房间和设备上，扫一下就能报修，不用登录',
    en: 'On rooms and devices: whoever scans one reports a fault, without signing in',
  },
  add: { zh: '新增报修点', en: 'Add places' },
  print: { zh: '打印标签', en: 'Print labels' },
  name: { zh: '报修点', en: 'Place' },
  unit: { zh: '单位', en: 'Unit' },
  reports: { zh: '报过', en: 'Reports' },
  times: { zh: '{count} 次', en: '{count}' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '可报修', en: 'open' },
  closed: { zh: '已停用', en: 'closed' },
  actions: { zh: '办理', en: 'Actions' },
  close: { zh: '停用', en: 'Close' },
  reopen: { zh: '启用', en: 'Open' },
  renew: { zh: '换码', en: 'New code' },
  renewSure: {
    zh: '换码后，已贴的标签就失效了，须重新打印。',
    en: 'The label on the wall stops working and must be printed anew.',
  },
  cancel: { zh: '不换', en: 'Keep it' },
  none: { zh: '还没有报修点', en: 'No places yet' },
  noneAbout: {
    zh: '按单位添加房间或设备，一行一个，再打印标签贴上去。',
    en: 'Add rooms or devices of a unit, one a line; then print the labels.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.deskSpots.listSpots>>[number]

export function SpotsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { unitId } = useSearch({ from: '/desk/spots' })
  const [adding, setAdding] = useState(false)
  const list = useQuery(queries.deskSpots.listSpots.queryOptions({ input: { unitId } }))
  const renew = () => queryClient.invalidateQueries({ queryKey: queries.deskSpots.key() })
  const change = useMutation(queries.deskSpots.changeSpot.mutationOptions({ onSuccess: renew }))
  const recode = useMutation(queries.deskSpots.renewSpot.mutationOptions({ onSuccess: renew }))
  const columns = useColumns({
    onChange: ({ id, isOpen }) => change.mutate({ id, isOpen: !isOpen }),
    onRenew: ({ id }) => recode.mutate({ id }),
  })
  const choose = (chosen: UnitId | null) =>
    void navigate({ to: '/spots', search: chosen === null ? {} : { unitId: chosen }, replace: true })
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <>
          <span className="spot-unit">
            <UnitPicker chosen={unitId} onChoose={choose} />
          </span>
          <Link
            className="ant-btn ant-btn-default spot-print"
            to="/spots/labels"
            search={unitId === undefined ? {} : { unitId }}
          >
            {say('print')}
          </Link>
        </>
      }
      action={
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('add')}
        </Button>
      }
      filter={<ProblemAlert problem={change.error ?? recode.error} />}
      query={list}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    >
      <AddSpots open={adding} onClose={() => setAdding(false)} />
    </ListPage>
  )
}

type Acts = { readonly onChange: (row: Row) => void; readonly onRenew: (row: Row) => void }

function useColumns({ onChange, onRenew }: Acts): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    { key: 'name', title: say('name'), cell: ({ name }) => <span className="cell-name">{name}</span> },
    { key: 'unit', title: say('unit'), width: '22%', cell: ({ unit }) => unit.name },
    { key: 'reports', title: say('reports'), width: '90px', cell: ({ reports }) => say('times', { count: reports }) },
    {
      key: 'state',
      title: say('state'),
      width: '120px',
      cell: ({ isOpen }) => <Light kind={isOpen ? 'good' : 'none'} word={say(isOpen ? 'open' : 'closed')} />,
    },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '190px',
      cell: (row) => (
        <>
          <Button onClick={() => onChange(row)}>{say(row.isOpen ? 'close' : 'reopen')}</Button>{' '}
          <Popconfirm
            title={say('renewSure')}
            okText={say('renew')}
            cancelText={say('cancel')}
            onConfirm={() => onRenew(row)}
          >
            <Button>{say('renew')}</Button>
          </Popconfirm>
        </>
      ),
    },
  ]
}
