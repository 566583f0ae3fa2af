import { RoomId, type StocktakeId } from '@shiji/contract/assets'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import './assets.css'

const WORDS = {
  end: { zh: '结束盘点', en: 'End the stocktake' },
  endTitle: { zh: '结束后，没有找到的 {missing} 件记为未见', en: 'After the end the {missing} not found are missing' },
  on: { zh: '结束日期', en: 'Ended on' },
  expected: { zh: '应盘', en: 'To be found' },
  agreeing: { zh: '相符', en: 'Agree' },
  elsewhere: { zh: '在别处', en: 'Elsewhere' },
  missing: { zh: '未见', en: 'Not found' },
  room: { zh: '我在这个房间', en: 'I am in this room' },
  number: { zh: '资产编号（扫标签或输入，回车）', en: 'Asset number (scan or type, then Enter)' },
  found: { zh: '找到了', en: 'Found' },
  last: { zh: '{number} {name}', en: '{number} {name}' },
  asset: { zh: '资产', en: 'Asset' },
  books: { zh: '账面房间', en: 'In the books' },
  place: { zh: '实际房间', en: 'Found in' },
  outcome: { zh: '结果', en: 'Outcome' },
  open: { zh: '待盘', en: 'to be found' },
  agrees: { zh: '相符', en: 'agrees' },
  cut: { zh: '这里列出前 500 件，没有找到的在前。', en: 'The first 500; what was not found comes first.' },
} as const

const LIGHTS = { open: 'not-started', agrees: 'good', elsewhere: 'watch', missing: 'bad' } as const

type Opened = Awaited<ReturnType<typeof api.stocktakes.openStocktake>>
type Count = Opened['counts'][number]

const renewed = { onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.stocktakes.key() }) }

export function StocktakePage() {
  const { stocktakeId } = useParams({ from: '/desk/stocktakes/$stocktakeId' })
  const input = { id: stocktakeId as StocktakeId }
  const stocktake = useQuery(queries.stocktakes.openStocktake.queryOptions({ input }))
  return <Loaded query={stocktake}>{(seen) => <Shown stocktake={seen} />}</Loaded>
}

function Shown({ stocktake }: { readonly stocktake: Opened }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('assets.write') && stocktake.closedOn === null
  const end = useMutation(queries.stocktakes.closeStocktake.mutationOptions(renewed))
  const { id, name, unitName, missing, counts, isCut } = stocktake
  const action = mayWrite ? (
    <AskButton
      label={say('end')}
      title={say('endTitle', { missing })}
      questions={[{ name: 'on', label: say('on'), kind: 'day', initial: today() }]}
      deed={end}
      inputOf={(answer) => ({ id, closedOn: answer('on') })}
    />
  ) : undefined
  const columns: readonly Column<Count>[] = [
    {
      key: 'asset',
      title: say('asset'),
      cell: ({ asset }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/equipment/$assetId" params={{ assetId: asset.id }}>
            {asset.name}
          </Link>
          <span className="small">{asset.number}</span>
        </span>
      ),
    },
    { key: 'books', title: say('books'), width: '24%', cell: ({ expected }) => expected ?? '—' },
    { key: 'place', title: say('place'), width: '24%', cell: ({ found }) => found ?? '—' },
    { key: 'outcome', title: say('outcome'), width: '140px', cell: (count) => <Outcome outcome={count.outcome} /> },
  ]
  return (
    <>
      <PageHead title={name} about={unitName} action={action} />
      <div className="asset-sections">
        <section className="card asset-figures">
          {(['expected', 'agreeing', 'elsewhere', 'missing'] as const).map((key) => (
            <span key={key} className="two-lines">
              <span className="small">{say(key)}</span>
              <strong>{stocktake[key]}</strong>
            </span>
          ))}
        </section>
        {mayWrite ? <Find id={id} /> : null}
        <DataTable caption={name} columns={columns} rows={counts} keyOf={({ asset }) => asset.id} />
        {isCut ? <p className="small">{say('cut')}</p> : null}
      </div>
    </>
  )
}

function Outcome({ outcome }: Pick<Count, 'outcome'>) {
  const say = useWords(WORDS)
  return <Light kind={LIGHTS[outcome]} word={say(outcome)} />
}

/** A scanner types the number and Enter; the room stays chosen from one asset to the next. */
function Find({ id }: Pick<Opened, 'id'>) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { room } = useSearch({ from: '/desk/stocktakes/$stocktakeId' })
  const rooms = useQuery(queries.assets.listRooms.queryOptions())
  const count = useMutation(queries.stocktakes.countAsset.mutationOptions(renewed))
  const [number, setNumber] = useState('')
  const places = (rooms.data ?? []).map(({ id: value, name }) => ({ value, label: name }))
  const send = () => {
    // A label says its address; its asset is known by the number people see.
    const roomId = room === undefined ? null : RoomId.parse(room)
    count.mutate({ id, number: number.trim(), roomId }, { onSuccess: () => setNumber('') })
  }
  return (
    <form
      className="card asset-count"
      onSubmit={(event) => {
        event.preventDefault()
        if (number.trim() !== '') send()
      }}
    >
      <ProblemAlert problem={count.error} />
      <label htmlFor="count-room">
        <span className="small">{say('room')}</span>
        <Select
          id="count-room"
          value={room ?? null}
          options={places}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) =>
            void navigate({
              to: '/stocktakes/$stocktakeId',
              params: { stocktakeId: id },
              search: { room: value },
              replace: true,
            })
          }
        />
      </label>
      <label htmlFor="count-number">
        <span className="small">{say('number')}</span>
        <Input id="count-number" value={number} autoComplete="off" onChange={({ target }) => setNumber(target.value)} />
      </label>
      <Button type="primary" htmlType="submit" loading={count.isPending}>
        {say('found')}
      </Button>
      <span role="status">
        {count.isSuccess ? (
          <>
            {say('last', { number: count.data.asset.number, name: count.data.asset.name })}{' '}
            <Outcome outcome={count.data.outcome} />
          </>
        ) : null}
      </span>
    </form>
  )
}
