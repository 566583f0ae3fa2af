import type { RoomId } from '@shiji/contract/assets'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { MoreRows } from '#desk/kit/more-rows.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import './assets.css'

const WORDS = {
  title: { zh: '耗材备件盘点', en: 'Counting a store' },
  about: {
    zh: '数一遍库房；与账面不符的写明原因，记为一笔差异',
    en: 'Count a store; what differs from the books is a movement with its reason',
  },
  room: { zh: '库房', en: 'Store' },
  on: { zh: '盘点日期', en: 'Counted on' },
  choose: { zh: '先选择要盘点的库房', en: 'Choose the store to count first' },
  nothing: { zh: '这个库房里没有登记的物料', en: 'Nothing that is entered lies in this store' },
  item: { zh: '物料', en: 'Item' },
  books: { zh: '账面', en: 'In the books' },
  found: { zh: '实盘', en: 'Found' },
  foundOf: { zh: '{name} 实盘数', en: 'Found of {name}' },
  reason: { zh: '不符的原因', en: 'Why it differs' },
  reasonOf: { zh: '{name} 不符的原因', en: 'Why {name} differs' },
  more: { zh: '再列 100 种', en: 'List 100 more' },
  save: { zh: '保存盘点', en: 'Save the count' },
  saved: { zh: '已保存：{items} 种，{differing} 种不符', en: 'Saved: {items} items, {differing} differing' },
  counts: { zh: '历次盘点', en: 'Counts so far' },
  day: { zh: '日期', en: 'Day' },
  items: { zh: '盘点种数', en: 'Items' },
  outcome: { zh: '结果', en: 'Outcome' },
  agrees: { zh: '账实相符', en: 'agrees' },
  differs: { zh: '{differing} 种不符', en: '{differing} differing' },
  by: { zh: '盘点人', en: 'Counted by' },
  none: { zh: '还没有盘点过', en: 'No count was made yet' },
} as const

type Item = Awaited<ReturnType<typeof api.stock.listStock>>['items'][number]
type Count = Awaited<ReturnType<typeof api.stockCounts.listStockCounts>>[number]

export function StockCountPage() {
  const aside = useAside()
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { room } = useSearch({ from: '/desk/stock/count' })
  const rooms = useQuery(queries.assets.listRooms.queryOptions())
  const mayWrite = useMay('assets.write')
  const places = (rooms.data ?? [])
    .toSorted((one, other) => Number(other.isStore) - Number(one.isStore))
    .map(({ id, name, unit }) => ({ value: id, label: aside(name, unit.name) }))
  const choose = (value: string) => void navigate({ to: '/stock/count', search: { room: value }, replace: true })
  const tools = mayWrite ? (
    <Select
      className="stock-room"
      aria-label={say('room')}
      placeholder={say('room')}
      value={room ?? null}
      options={places}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={choose}
    />
  ) : undefined
  return (
    <>
      <PageHead title={say('title')} about={say('about')} tools={tools} />
      <div className="asset-sections">
        {!mayWrite ? null : room === undefined ? (
          <p className="card card-body">{say('choose')}</p>
        ) : (
          <Room key={room} roomId={room as RoomId} />
        )}
        <Counts />
      </div>
    </>
  )
}

function Room({ roomId }: { readonly roomId: RoomId }) {
  const say = useWords(WORDS)
  const items = useInfiniteQuery(
    queries.stock.listStock.infiniteOptions({
      input: (after: string | undefined) => ({ roomId, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={items}>
      {({ pages }) =>
        pages[0]?.all === 0 ? (
          <StateBlock state={{ kind: 'empty', title: say('nothing') }} />
        ) : (
          <>
            <MoreRows pages={items} word={say('more')} />
            <CountForm roomId={roomId} items={pages.flatMap((page) => page.items)} />
          </>
        )
      }
    </Loaded>
  )
}

type Fields = {
  readonly on: string
  readonly found: Readonly<Record<string, string>>
  readonly reason: Readonly<Record<string, string>>
}

function CountForm({ roomId, items }: { readonly roomId: RoomId; readonly items: readonly Item[] }) {
  const say = useWords(WORDS)
  const count = useMutation(
    queries.stockCounts.countStock.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: queries.stock.key() }),
          queryClient.invalidateQueries({ queryKey: queries.stockCounts.key() }),
        ]),
    }),
  )
  const send = ({ on, found, reason }: Fields) =>
    count.mutate({
      ...{ roomId, countedOn: on },
      lines: items.map(({ id, onHand }) => ({
        itemId: id,
        expected: onHand,
        found: found[id] ?? '',
        reason: reason?.[id] ?? '',
      })),
    })
  const columns: readonly Column<Item>[] = [
    {
      key: 'item',
      title: say('item'),
      cell: ({ code, name, model }) => (
        <span className="two-lines">
          <span>{name}</span>
          <span className="small">{[code, model].filter((part) => part !== '').join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'books',
      title: say('books'),
      kind: 'number',
      width: '110px',
      cell: ({ onHand, unitWord }) => `${onHand} ${unitWord}`,
    },
    {
      key: 'found',
      title: say('found'),
      width: '130px',
      cell: ({ id, name }) => (
        <Form.Item name={['found', id]} rules={[{ required: true, message: '' }]} noStyle>
          <Input aria-label={say('foundOf', { name })} inputMode="decimal" autoComplete="off" maxLength={13} />
        </Form.Item>
      ),
    },
    {
      key: 'reason',
      title: say('reason'),
      width: '32%',
      cell: ({ id, name }) => (
        <Form.Item name={['reason', id]} noStyle>
          <Input aria-label={say('reasonOf', { name })} autoComplete="off" maxLength={200} />
        </Form.Item>
      ),
    },
  ]
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ on: today() }} onFinish={send}>
      <ProblemAlert problem={count.error} />
      <DataTable caption={say('title')} columns={columns} rows={items} keyOf={({ id }) => id} />
      <div className="stock-count-foot">
        <Form.Item name="on" label={say('on')}>
          <Input type="date" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={count.isPending}>
          {say('save')}
        </Button>
        <span role="status">
          {count.isSuccess ? (
            <Light kind="good" word={say('saved', { items: count.data.items, differing: count.data.differing })} />
          ) : null}
        </span>
      </div>
    </Form>
  )
}

function Counts() {
  const say = useWords(WORDS)
  const counts = useQuery(queries.stockCounts.listStockCounts.queryOptions())
  const columns: readonly Column<Count>[] = [
    { key: 'day', title: say('day'), width: '130px', cell: ({ countedOn }) => countedOn },
    {
      key: 'room',
      title: say('room'),
      cell: ({ roomName, unitName }) => (
        <span className="two-lines">
          <span>{roomName ?? '—'}</span>
          <span className="small">{unitName}</span>
        </span>
      ),
    },
    { key: 'items', title: say('items'), kind: 'number', width: '110px', cell: ({ items }) => items },
    {
      key: 'outcome',
      title: say('outcome'),
      width: '24%',
      cell: ({ differing }) =>
        differing === 0 ? (
          <Light kind="good" word={say('agrees')} />
        ) : (
          <Light kind="watch" word={say('differs', { differing })} />
        ),
    },
    { key: 'by', title: say('by'), width: '16%', cell: ({ recordedBy }) => recordedBy },
  ]
  return (
    <section aria-label={say('counts')}>
      <Loaded query={counts}>
        {(rows) => (
          <DataTable
            caption={say('counts')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            none={{ title: say('none') }}
          />
        )}
      </Loaded>
    </section>
  )
}
