import { ASSET_CATEGORIES, ASSET_STATES, type AssetCategory, type AssetState } from '@shiji/kernel/assets/asset-words'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import type { z } from 'zod'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { MoreRows } from '#desk/kit/more-rows.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type AssetSearch, toFilter } from './asset-search.ts'
import { AssetLight } from './asset-state.tsx'
import './assets.css'

const WORDS = {
  title: { zh: '资产台账', en: 'Ledger of assets' },
  about: { zh: '有什么、在哪里、好不好用', en: 'What there is, where, and whether it works' },
  search: { zh: '编号、名称、型号、保管人、房间', en: 'Number, name, model, keeper, room' },
  category: { zh: '类别', en: 'Category' },
  allCategories: { zh: '全部类别', en: 'All categories' },
  labels: { zh: '打印标签', en: 'Print labels' },
  import: { zh: '导入资产', en: 'Import assets' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  state: { zh: '{state} {count}', en: '{state} {count}' },
  states: { zh: '状态', en: 'State' },
  asset: { zh: '资产', en: 'Asset' },
  unit: { zh: '使用单位', en: 'Unit' },
  room: { zh: '房间', en: 'Room' },
  keeper: { zh: '保管人', en: 'Keeper' },
  since: { zh: '{day} 起', en: 'since {day}' },
  none: { zh: '没有这样的资产', en: 'There is no such asset' },
  noneAbout: {
    zh: '从 Excel 或 CSV 导入资产清单，就会出现在这里。',
    en: 'Import a list from Excel or CSV to fill the ledger.',
  },
  more: { zh: '再看 100 件', en: '100 more' },
} as const

type Page = Awaited<ReturnType<typeof api.assets.listAssets>>
type Row = Page['assets'][number]

export function AssetsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const search = useSearch({ from: '/desk/equipment' })
  const mayWrite = useMay('assets.write')
  const go = (wanted: Partial<typeof search>) =>
    void navigate({ to: '/equipment', search: { ...search, ...wanted }, replace: true })
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={
          <>
            <Filter search={search} go={go} />
            <Button onClick={() => void navigate({ to: '/equipment/labels', search })}>{say('labels')}</Button>
          </>
        }
        action={
          mayWrite ? (
            <Button type="primary" onClick={() => void navigate({ to: '/equipment/import' })}>
              {say('import')}
            </Button>
          ) : undefined
        }
      />
      <Assets search={search} go={go} />
    </>
  )
}

type Search = z.infer<typeof AssetSearch>
type AskedProps = { readonly search: Search; readonly go: (wanted: Partial<Search>) => void }

function Filter({ search, go }: AskedProps) {
  const say = useWords(WORDS)
  const sayCategory = useWords(ASSET_CATEGORIES)
  const categories = (Object.keys(ASSET_CATEGORIES) as AssetCategory[]).map((value) => {
    return { value, label: sayCategory(value) }
  })
  return (
    <>
      <Input.Search
        className="asset-search"
        aria-label={say('search')}
        placeholder={say('search')}
        defaultValue={search.search ?? ''}
        allowClear
        onSearch={(text) => go({ search: text.trim() === '' ? undefined : text.trim() })}
      />
      <Select
        className="asset-category"
        aria-label={say('category')}
        value={search.category ?? ''}
        options={[{ value: '' as const, label: say('allCategories') }, ...categories]}
        onChange={(value: AssetCategory | '') => go({ category: value === '' ? undefined : value })}
      />
    </>
  )
}

function Assets({ search, go }: AskedProps) {
  const say = useWords(WORDS)
  const query = useInfiniteQuery(
    queries.assets.listAssets.infiniteOptions({
      input: (after: string | undefined) => ({ ...toFilter(search), ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <States states={pages[0]?.states ?? []} chosen={search.state} go={go} />
          <AssetTable rows={pages.flatMap(({ assets }) => assets)} />
          <MoreRows pages={query} word={say('more')} />
        </>
      )}
    </Loaded>
  )
}

type StatesProps = {
  readonly states: Page['states']
  readonly chosen: AssetState | undefined
  readonly go: AskedProps['go']
}

function States({ states, chosen, go }: StatesProps) {
  const say = useWords(WORDS)
  const sayState = useWords(ASSET_STATES)
  const all = states.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset className="asset-states" aria-label={say('states')}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => go({ state: undefined })}>
        {say('all', { count: all })}
      </button>
      {states.map(({ state, count }) => (
        <button key={state} type="button" aria-pressed={chosen === state} onClick={() => go({ state })}>
          {say('state', { state: sayState(state), count })}
        </button>
      ))}
    </fieldset>
  )
}

function AssetTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(WORDS)
  const sayCategory = useWords(ASSET_CATEGORIES)
  const columns: readonly Column<Row>[] = [
    {
      key: 'asset',
      title: say('asset'),
      cell: ({ id, number, name, model }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/equipment/$assetId" params={{ assetId: id }}>
            {name}
          </Link>
          <span className="small">{[number, model].filter((part) => part !== '').join(' · ')}</span>
        </span>
      ),
    },
    { key: 'category', title: say('category'), width: '140px', cell: ({ category }) => sayCategory(category) },
    { key: 'unit', title: say('unit'), width: '18%', cell: ({ unit }) => unit.name },
    { key: 'room', title: say('room'), width: '16%', cell: ({ room }) => room?.name ?? '—' },
    { key: 'keeper', title: say('keeper'), width: '100px', cell: ({ keeper }) => keeper },
    {
      key: 'state',
      title: say('states'),
      width: '150px',
      cell: ({ state, stateSince }) => (
        <span className="two-lines">
          <span>
            <AssetLight state={state} />
          </span>
          <span className="small">{say('since', { day: stateSince })}</span>
        </span>
      ),
    },
  ]
  if (rows.length === 0) return <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
  return <DataTable caption={say('title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
