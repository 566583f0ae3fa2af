import type { DeliveryId } from '@shiji/contract/contracts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedItem } from './stock-item-page.tsx'

const WORDS = {
  enter: { zh: '入库', en: 'Enter' },
  enterTitle: { zh: '入库：{name}', en: 'Enter: {name}' },
  issue: { zh: '出库', en: 'Issue' },
  issueTitle: { zh: '出库：{name}（现存 {onHand} {unitWord}）', en: 'Issue: {name} (there are {onHand} {unitWord})' },
  quantity: { zh: '数量（{unitWord}）', en: 'Quantity ({unitWord})' },
  on: { zh: '日期', en: 'Day' },
  delivery: { zh: '哪次到货', en: 'Which delivery' },
  deliveryHint: {
    zh: '按合同到货的选上，入库是否及时就有据可查',
    en: 'Named, it proves how soon it entered the store',
  },
  ofDelivery: {
    zh: '{deliveredOn} {item} {noteNumber}，未入库 {left} {unitWord}',
    en: '{deliveredOn} {item} {noteNumber}, {left} {unitWord} to enter',
  },
  receiver: { zh: '领用人', en: 'Taken by' },
  ticket: { zh: '用于工单（编号）', en: 'For a ticket (its number)' },
  asset: { zh: '用于资产（编号）', en: 'For an asset (its number)' },
  note: { zh: '说明', en: 'Note' },
} as const

const renewed = { onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.stock.key() }) }

type MoveProps = { readonly item: OpenedItem }

export function EnterStock({ item: { id, name, unitWord } }: MoveProps) {
  const say = useWords(WORDS)
  const deliveries = useQuery(queries.stock.listStockDeliveries.queryOptions())
  const enter = useMutation(queries.stock.enterStock.mutationOptions(renewed))
  const choices = (deliveries.data ?? []).map(({ id: value, ...delivery }) => {
    return { value, label: say('ofDelivery', delivery) }
  })
  return (
    <AskButton
      primary
      label={say('enter')}
      title={say('enterTitle', { name })}
      questions={[
        { name: 'quantity', label: say('quantity', { unitWord }) },
        { name: 'on', label: say('on'), kind: 'day', initial: today() },
        {
          name: 'deliveryId',
          label: say('delivery'),
          hint: say('deliveryHint'),
          kind: 'choice',
          optional: true,
          choices,
        },
        { name: 'note', label: say('note'), optional: true },
      ]}
      deed={enter}
      inputOf={(answer) => ({
        id,
        quantity: answer('quantity'),
        happenedOn: answer('on'),
        deliveryId: answer('deliveryId') === '' ? null : (answer('deliveryId') as DeliveryId),
        note: answer('note'),
      })}
    />
  )
}

export function IssueStock({ item: { id, name, onHand, unitWord } }: MoveProps) {
  const say = useWords(WORDS)
  const issue = useMutation(queries.stock.issueStock.mutationOptions(renewed))
  return (
    <AskButton
      label={say('issue')}
      title={say('issueTitle', { name, onHand, unitWord })}
      questions={[
        { name: 'quantity', label: say('quantity', { unitWord }) },
        { name: 'on', label: say('on'), kind: 'day', initial: today() },
        { name: 'receiver', label: say('receiver') },
        { name: 'ticketNumber', label: say('ticket'), optional: true },
        { name: 'assetNumber', label: say('asset'), optional: true },
        { name: 'note', label: say('note'), optional: true },
      ]}
      deed={issue}
      inputOf={(answer) => ({
        id,
        quantity: answer('quantity'),
        happenedOn: answer('on'),
        receiver: answer('receiver'),
        ticketNumber: answer('ticketNumber'),
        assetNumber: answer('assetNumber'),
        note: answer('note'),
      })}
    />
  )
}
