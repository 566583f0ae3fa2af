import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useDeliver, useInstall, useMayWrite } from './contract-view.ts'

const WORDS = {
  title: { zh: '到货与安装', en: 'Deliveries and installation' },
  none: { zh: '合同没有采购行', en: 'The contract buys no lines of the plan' },
  item: { zh: '采购行', en: 'Line' },
  due: { zh: '应到货', en: 'Due' },
  come: { zh: '已到／应到', en: 'Come / planned' },
  deliveries: { zh: '到货', en: 'Deliveries' },
  late: { zh: '迟到', en: 'late' },
  installed: { zh: '{day} 安装于 {place}', en: 'installed {day} at {place}' },
  actions: { zh: '办理', en: 'Actions' },
  deliver: { zh: '登记到货', en: 'Record delivery' },
  deliverTitle: { zh: '登记到货：{item}', en: 'Delivery: {item}' },
  deliveredOn: { zh: '到货日期', en: 'Delivered on' },
  quantity: { zh: '数量', en: 'Quantity' },
  noteNumber: { zh: '送货单号', en: 'Delivery note' },
  install: { zh: '登记安装', en: 'Record installation' },
  installedOn: { zh: '安装日期', en: 'Installed on' },
  place: { zh: '安装地点', en: 'Place' },
} as const

type Line = OpenedContract['purchases'][number]

export function Deliveries({ contract: { id, purchases } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const deliver = useDeliver()
  const columns: readonly Column<Line>[] = [
    { key: 'item', title: say('item'), cell: ({ item }) => <span className="cell-name">{item}</span> },
    { key: 'due', title: say('due'), width: '120px', cell: ({ dueOn }) => dueOn },
    {
      key: 'come',
      title: say('come'),
      kind: 'number',
      width: '120px',
      cell: ({ delivered, quantity, unitWord }) => `${delivered} / ${quantity} ${unitWord}`,
    },
    { key: 'deliveries', title: say('deliveries'), width: '36%', cell: (line) => <Come id={id} line={line} /> },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '120px',
      cell: ({ id: purchaseId, item, delivered, quantity }) =>
        mayWrite && Number(delivered) < Number(quantity) ? (
          <AskButton
            label={say('deliver')}
            title={say('deliverTitle', { item })}
            questions={[
              { name: 'deliveredOn', label: say('deliveredOn'), kind: 'day', initial: today() },
              { name: 'quantity', label: say('quantity'), initial: String(Number(quantity) - Number(delivered)) },
              { name: 'noteNumber', label: say('noteNumber'), optional: true },
            ]}
            deed={deliver}
            inputOf={(answer) => ({
              id,
              purchaseId,
              deliveredOn: answer('deliveredOn'),
              quantity: answer('quantity'),
              noteNumber: answer('noteNumber'),
              documentId: null,
            })}
          />
        ) : null,
    },
  ]
  return (
    <ContractSection title={say('title')} none={say('none')} isEmpty={purchases.length === 0}>
      <DataTable caption={say('title')} columns={columns} rows={purchases} keyOf={(row) => row.id} />
    </ContractSection>
  )
}

function Come({ id, line }: { readonly id: OpenedContract['id']; readonly line: Line }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const install = useInstall()
  if (line.deliveries.length === 0) return '—'
  return line.deliveries.map(({ id: deliveryId, deliveredOn, quantity, noteNumber, isLate, ...delivery }) => (
    <span key={deliveryId} className="two-lines">
      <span>
        {deliveredOn} · {quantity} {line.unitWord} <span className="small">{noteNumber}</span>{' '}
        {isLate ? <Light kind="watch" word={say('late')} /> : null}
      </span>
      {delivery.installedOn === null ? (
        mayWrite ? (
          <span>
            <AskButton
              label={say('install')}
              questions={[
                { name: 'installedOn', label: say('installedOn'), kind: 'day', initial: today() },
                { name: 'place', label: say('place') },
              ]}
              deed={install}
              inputOf={(answer) => {
                return { id, deliveryId, installedOn: answer('installedOn'), installedAt: answer('place') }
              }}
            />
          </span>
        ) : null
      ) : (
        <span className="small">{say('installed', { day: delivery.installedOn, place: delivery.installedAt })}</span>
      )}
    </span>
  ))
}
