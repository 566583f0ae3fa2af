import type { StockItemId } from '@shiji/contract/assets-stock'
import { MOVEMENT_KINDS } from '@shiji/kernel/assets/stock'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { EnterStock, IssueStock } from './move-stock.tsx'
import { StockLight } from './stock-state.tsx'
import { useStockFacts } from './use-stock-facts.ts'
import './assets.css'

const WORDS = {
  onHand: { zh: '现存', en: 'There are' },
  minimum: { zh: '最低库存', en: 'Minimum' },
  unit: { zh: '所属单位', en: 'Unit' },
  room: { zh: '库房', en: 'Store' },
  model: { zh: '规格型号', en: 'Model' },
  change: { zh: '修改资料', en: 'Change' },
  movements: { zh: '出入库', en: 'What went in and out' },
  on: { zh: '日期', en: 'Day' },
  kind: { zh: '事由', en: 'Why' },
  quantity: { zh: '数量', en: 'Quantity' },
  details: { zh: '说明', en: 'Details' },
  by: { zh: '{recordedBy} 记于 {at}', en: 'recorded by {recordedBy} {at}' },
  delivery: { zh: '到货 {deliveredOn} {item} {noteNumber}', en: 'delivery of {deliveredOn}: {item} {noteNumber}' },
  ticket: { zh: '工单 {number}', en: 'Ticket {number}' },
  takenBack: { zh: '已冲销', en: 'taken back' },
  takeBack: { zh: '冲销', en: 'Take back' },
  takeBackTitle: { zh: '冲销这笔出入库；原记录保留', en: 'Take this movement back; it stays in the record' },
  reason: { zh: '原因', en: 'Why' },
  actions: { zh: '办理', en: 'Actions' },
  none: { zh: '还没有出入库', en: 'Nothing went in or out yet' },
  cut: { zh: '这里列出最近 200 笔；现存数按全部出入库计算。', en: 'The latest 200; the sum is over all of them.' },
} as const

export type OpenedItem = Awaited<ReturnType<typeof api.stock.openStockItem>>
type Movement = OpenedItem['movements'][number]

const renewed = { onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.stock.key() }) }

export function StockItemPage() {
  const { itemId } = useParams({ from: '/desk/stock/$itemId' })
  const item = useQuery(queries.stock.openStockItem.queryOptions({ input: { id: itemId as StockItemId } }))
  return <Loaded query={item}>{(seen) => <Opened item={seen} />}</Loaded>
}

function Opened({ item }: { readonly item: OpenedItem }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('assets.write')
  const tools = mayWrite ? (
    <>
      <Change item={item} />
      <IssueStock item={item} />
    </>
  ) : undefined
  return (
    <>
      <PageHead
        title={item.name}
        about={item.code}
        tools={tools}
        action={mayWrite ? <EnterStock item={item} /> : undefined}
      />
      <div className="asset-sections">
        <Facts item={item} />
        <Movements movements={item.movements} />
        {item.isCut ? <p className="small">{say('cut')}</p> : null}
      </div>
    </>
  )
}

function Facts({ item }: { readonly item: OpenedItem }) {
  const say = useWords(WORDS)
  const { onHand, unitWord, minimum, unit, room, model } = item
  const facts = [
    ['minimum', minimum === '0' ? '' : `${minimum} ${unitWord}`],
    ['model', model],
    ['room', room?.name ?? ''],
    ['unit', unit.name],
  ] as const
  return (
    <section className="card">
      <dl className="facts facts-beside">
        <div>
          <dt>{say('onHand')}</dt>
          <dd>
            <strong>
              {onHand} {unitWord}
            </strong>{' '}
            <StockLight item={item} />
          </dd>
        </div>
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Change({ item }: { readonly item: OpenedItem }) {
  const say = useWords(WORDS)
  const { questions, factsOf } = useStockFacts()
  const change = useMutation(queries.stock.changeStockItem.mutationOptions(renewed))
  return (
    <AskButton
      label={say('change')}
      questions={questions(item)}
      deed={change}
      inputOf={(answer) => ({ id: item.id, ...factsOf(answer) })}
    />
  )
}

function Movements({ movements }: Pick<OpenedItem, 'movements'>) {
  const say = useWords(WORDS)
  const sayKind = useWords(MOVEMENT_KINDS)
  const columns: readonly Column<Movement>[] = [
    { key: 'on', title: say('on'), width: '120px', cell: ({ happenedOn }) => happenedOn },
    {
      key: 'kind',
      title: say('kind'),
      width: '150px',
      cell: ({ kind, isTakenBack }) => (
        <span className="two-lines">
          <span>{sayKind(kind)}</span>
          {isTakenBack ? <Light kind="none" word={say('takenBack')} /> : null}
        </span>
      ),
    },
    {
      key: 'quantity',
      title: say('quantity'),
      kind: 'number',
      width: '100px',
      cell: ({ quantity }) => (quantity.startsWith('-') ? quantity : `+${quantity}`),
    },
    { key: 'details', title: say('details'), cell: (movement) => <Details movement={movement} /> },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '110px',
      cell: ({ id, mayTakeBack }) => (mayTakeBack ? <TakeBack id={id} /> : null),
    },
  ]
  return (
    <DataTable
      caption={say('movements')}
      columns={columns}
      rows={movements}
      keyOf={({ id }) => id}
      none={{ title: say('none') }}
    />
  )
}

function Details({ movement }: { readonly movement: Movement }) {
  const say = useWords(WORDS)
  const { receiver, note, delivery, ticket, asset, recordedBy, recordedAt } = movement
  return (
    <span className="two-lines">
      <span>
        {[receiver, delivery === null ? '' : say('delivery', delivery), note].filter((part) => part !== '').join(' · ')}{' '}
        {ticket === null ? null : (
          <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
            {say('ticket', { number: ticket.number })}
          </Link>
        )}{' '}
        {asset === null ? null : (
          <Link to="/equipment/$assetId" params={{ assetId: asset.id }}>
            {asset.number} {asset.name}
          </Link>
        )}
      </span>
      <span className="small">{say('by', { recordedBy, at: formatMoment(recordedAt) })}</span>
    </span>
  )
}

function TakeBack({ id }: Pick<Movement, 'id'>) {
  const say = useWords(WORDS)
  const takeBack = useMutation(queries.stock.takeBackMovement.mutationOptions(renewed))
  return (
    <AskButton
      label={say('takeBack')}
      title={say('takeBackTitle')}
      questions={[{ name: 'reason', label: say('reason') }]}
      deed={takeBack}
      inputOf={(answer) => ({ id, reason: answer('reason') })}
    />
  )
}
