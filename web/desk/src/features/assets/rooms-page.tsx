import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import './assets.css'

const WORDS = {
  title: { zh: '房间与库房', en: 'Rooms and stores' },
  about: { zh: '放了多少，存放是否规范', en: 'How much stands where, and whether it is stored as it should be' },
  add: { zh: '登记房间', en: 'Enter a room' },
  name: { zh: '房间名称', en: 'Name of the room' },
  kind: { zh: '用途', en: 'Use' },
  store: { zh: '库房', en: 'Store' },
  room: { zh: '房间', en: 'Room' },
  unit: { zh: '单位', en: 'Unit' },
  assets: { zh: '资产', en: 'Assets' },
  check: { zh: '最近检查', en: 'Last check' },
  never: { zh: '没有检查过', en: 'never checked' },
  passed: { zh: '{day}：{passed}/{items} 合规', en: '{day}: {passed} of {items} right' },
  actions: { zh: '办理', en: 'Actions' },
  record: { zh: '登记检查', en: 'Record a check' },
  recordTitle: { zh: '存放检查：{name}', en: 'Storage check: {name}' },
  on: { zh: '检查日期', en: 'Checked on' },
  items: { zh: '检查件数', en: 'Looked at' },
  right: { zh: '合规件数', en: 'Found right' },
  note: { zh: '说明', en: 'Note' },
  none: { zh: '还没有登记房间', en: 'No room was entered yet' },
} as const

type Row = Awaited<ReturnType<typeof api.assets.listRooms>>[number]

const renewed = { onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.assets.key() }) }

export function RoomsPage() {
  const say = useWords(WORDS)
  const list = useQuery(queries.assets.listRooms.queryOptions())
  const columns = useColumns()
  const head = { title: say('title'), about: say('about'), action: <Add /> }
  return <ListPage {...head} query={list} columns={columns} none={{ title: say('none') }} />
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'room',
      title: say('room'),
      cell: ({ id, name, isStore }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/equipment" search={{ room: id }}>
            {name}
          </Link>
          {isStore ? <span className="small">{say('store')}</span> : null}
        </span>
      ),
    },
    { key: 'unit', title: say('unit'), width: '24%', cell: ({ unit }) => unit.name },
    { key: 'assets', title: say('assets'), kind: 'number', width: '100px', cell: (row) => row.assets },
    { key: 'check', title: say('check'), width: '24%', cell: ({ lastCheck }) => <Checked check={lastCheck} /> },
    { key: 'actions', title: say('actions'), kind: 'actions', width: '130px', cell: (row) => <Check room={row} /> },
  ]
}

function Checked({ check }: { readonly check: Row['lastCheck'] }) {
  const say = useWords(WORDS)
  if (check === null) return <Light kind="none" word={say('never')} />
  const { checkedOn: day, items, passed } = check
  return <Light kind={passed === items ? 'good' : 'watch'} word={say('passed', { day, items, passed })} />
}

function Add() {
  const say = useWords(WORDS)
  const add = useMutation(queries.assets.addRoom.mutationOptions(renewed))
  if (!useMay('assets.write')) return null
  return (
    <AskButton
      primary
      label={say('add')}
      questions={[
        { name: 'name', label: say('name') },
        {
          name: 'kind',
          label: say('kind'),
          kind: 'choice',
          initial: 'room',
          choices: (['room', 'store'] as const).map((value) => ({ value, label: say(value) })),
        },
      ]}
      deed={add}
      inputOf={(answer) => ({ name: answer('name'), isStore: answer('kind') === 'store' })}
    />
  )
}

function Check({ room: { id, name, assets } }: { readonly room: Row }) {
  const say = useWords(WORDS)
  const check = useMutation(queries.assets.checkStorage.mutationOptions(renewed))
  if (!useMay('assets.write')) return null
  return (
    <AskButton
      label={say('record')}
      title={say('recordTitle', { name })}
      questions={[
        { name: 'on', label: say('on'), kind: 'day', initial: today() },
        { name: 'items', label: say('items'), initial: String(assets) },
        { name: 'passed', label: say('right') },
        { name: 'note', label: say('note'), optional: true },
      ]}
      deed={check}
      inputOf={(answer) => ({
        id,
        checkedOn: answer('on'),
        items: Number(answer('items')),
        passed: Number(answer('passed')),
        note: answer('note'),
      })}
    />
  )
}
