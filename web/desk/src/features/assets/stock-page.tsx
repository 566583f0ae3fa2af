import type { StockItemId } from '@shiji/contract/assets-stock'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { MoreRows } from '#desk/kit/more-rows.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { StockLight } from './stock-state.tsx'
import { useStockFacts } from './use-stock-facts.ts'
import './assets.css'

const WORDS = {
  title: { zh: '耗材备件', en: 'Consumables and parts' },
  about: {
    zh: '现存多少，够不够用；数量由出入库算出',
    en: 'What there is and whether it will do; the sum of what went in and out',
  },
  search: { zh: '编码、名称、型号、库房', en: 'Code, name, model, store' },
  add: { zh: '登记物料', en: 'Enter an item' },
  code: { zh: '物料编码', en: 'Item code' },
  import: { zh: '导入', en: 'Import' },
  count: { zh: '盘点', en: 'Count' },
  show: { zh: '显示', en: 'Shown' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  short: { zh: '低于最低 {count}', en: 'Short {count}' },
  item: { zh: '物料', en: 'Item' },
  unit: { zh: '所属单位', en: 'Unit' },
  room: { zh: '库房', en: 'Store' },
  onHand: { zh: '现存', en: 'There are' },
  minimum: { zh: '最低', en: 'Minimum' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '没有这样的物料', en: 'There is no such item' },
  noneAbout: {
    zh: '登记一种物料，或从 Excel、CSV 导入清单，就会出现在这里。',
    en: 'Enter an item, or import a list from Excel or CSV.',
  },
  more: { zh: '再看 100 种', en: '100 more' },
} as const

type Page = Awaited<ReturnType<typeof api.stock.listStock>>
type Row = Page['items'][number]

export function StockPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWrite = useMay('assets.write')
  const { search } = useSearch({ from: '/desk/stock' })
  const seek = (text: string) =>
    void navigate({
      to: '/stock',
      search: (was) => ({ ...was, search: text.trim() === '' ? undefined : text.trim() }),
      replace: true,
    })
  const tools = (
    <>
      <Input.Search
        className="asset-search"
        aria-label={say('search')}
        placeholder={say('search')}
        defaultValue={search ?? ''}
        allowClear
        onSearch={seek}
      />
      <Button onClick={() => void navigate({ to: '/stock/count' })}>{say('count')}</Button>
      {mayWrite ? <Button onClick={() => void navigate({ to: '/stock/import' })}>{say('import')}</Button> : null}
    </>
  )
  return (
    <>
      <PageHead title={say('title')} about={say('about')} tools={tools} action={mayWrite ? <Add /> : undefined} />
      <Items />
    </>
  )
}

function Add() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { questions, factsOf } = useStockFacts()
  const add = useMutation(
    queries.stock.addStockItem.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: queries.stock.key() })
        await navigate({ to: '/stock/$itemId', params: { itemId: id } })
      },
    }),
  )
  return (
    <AskButton
      primary
      label={say('add')}
      questions={[{ name: 'code', label: say('code') }, ...questions()]}
      deed={add}
      inputOf={(answer) => ({ code: answer('code'), ...factsOf(answer) })}
    />
  )
}

function Items() {
  const say = useWords(WORDS)
  const { search = '', short = false } = useSearch({ from: '/desk/stock' })
  const query = useInfiniteQuery(
    queries.stock.listStock.infiniteOptions({
      input: (after: string | undefined) => ({
        ...{ search, shortOnly: short ? 'true' : 'false' },
        ...(after === undefined ? {} : { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <Shown isShort={short} all={pages[0]?.all ?? 0} short={pages[0]?.short ?? 0} />
          <StockTable rows={pages.flatMap(({ items }) => items)} />
          <MoreRows pages={query} word={say('more')} />
        </>
      )}
    </Loaded>
  )
}

type ShownProps = { readonly isShort: boolean; readonly all: number; readonly short: number }

function Shown({ isShort, all, short }: ShownProps) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const show = (wanted: boolean) =>
    void navigate({
      to: '/stock',
      search: (was) => ({ ...was, short: wanted ? true : undefined }),
      replace: true,
    })
  return (
    <fieldset className="asset-states" aria-label={say('show')}>
      <button type="button" aria-pressed={!isShort} onClick={() => show(false)}>
        {say('all', { count: all })}
      </button>
      <button type="button" aria-pressed={isShort} onClick={() => show(true)}>
        {say('short', { count: short })}
      </button>
    </fieldset>
  )
}

function StockTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Row>[] = [
    {
      key: 'item',
      title: say('item'),
      cell: ({ id, code, name, model }) => (
        <span className="two-lines">
          <ItemLink id={id} name={name} />
          <span className="small">{[code, model].filter((part) => part !== '').join(' · ')}</span>
        </span>
      ),
    },
    { key: 'unit', title: say('unit'), width: '18%', cell: ({ unit }) => unit.name },
    { key: 'room', title: say('room'), width: '16%', cell: ({ room }) => room?.name ?? '—' },
    {
      key: 'onHand',
      title: say('onHand'),
      kind: 'number',
      width: '110px',
      cell: ({ onHand, unitWord }) => `${onHand} ${unitWord}`,
    },
    {
      key: 'minimum',
      title: say('minimum'),
      kind: 'number',
      width: '90px',
      cell: ({ minimum }) => (minimum === '0' ? '—' : minimum),
    },
    { key: 'state', title: say('state'), width: '150px', cell: (item) => <StockLight item={item} /> },
  ]
  if (rows.length === 0) return <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
  return <DataTable caption={say('title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function ItemLink({ id, name }: { readonly id: StockItemId; readonly name: string }) {
  return (
    <Link className="cell-name" to="/stock/$itemId" params={{ itemId: id }}>
      {name}
    </Link>
  )
}
