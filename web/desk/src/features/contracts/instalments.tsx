import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useMayWrite, usePay } from './contract-view.ts'

const WORDS = {
  title: { zh: '分期付款', en: 'Instalments' },
  none: { zh: '没有分期款', en: 'There are no instalments' },
  name: { zh: '款项', en: 'Instalment' },
  due: { zh: '应付日期', en: 'Due' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  deducted: { zh: '考核扣 {amount}', en: '{amount} off by appraisal' },
  gate: { zh: '付款条件', en: 'Gate' },
  open: { zh: '不能支付', en: 'Cannot be paid' },
  ready: { zh: '可以支付', en: 'May be paid' },
  settled: { zh: '已付清', en: 'Paid' },
  over: { zh: '多付 {amount} 元', en: '{amount} yuan too much' },
  paid: { zh: '支付', en: 'Paid' },
  listed: { zh: '国库清单已见', en: 'in the treasury’s list' },
  unlisted: { zh: '清单未见', en: 'not in the list yet' },
  against: { zh: '付款时：{reasons}', en: 'when paid: {reasons}' },
  actions: { zh: '办理', en: 'Actions' },
  pay: { zh: '登记付款', en: 'Record payment' },
  payTitle: { zh: '登记付款：{name}，最多 {left} 元', en: 'Record the payment of {name}, at most {left} yuan' },
  paidOn: { zh: '付款日期', en: 'Paid on' },
  voucher: { zh: '支付凭证号', en: 'Voucher' },
  hint: {
    zh: '国库清单导入后按凭证号对上，同一笔钱只算一次。',
    en: 'The treasury’s list finds it by the voucher; the money counts once.',
  },
} as const

type Instalment = OpenedContract['instalments'][number]

export function Instalments({ contract: { id, instalments } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const pay = usePay()
  const columns: readonly Column<Instalment>[] = [
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, deducted }) => (
        <span className="two-lines">
          <span className="cell-name">{name}</span>
          {Number(deducted) === 0 ? null : (
            <span className="small">{say('deducted', { amount: formatMoney(deducted) })}</span>
          )}
        </span>
      ),
    },
    { key: 'due', title: say('due'), width: '110px', cell: ({ dueOn }) => dueOn },
    { key: 'amount', title: say('amount'), kind: 'number', width: '130px', cell: ({ amount }) => formatMoney(amount) },
    { key: 'gate', title: say('gate'), width: '26%', cell: (instalment) => <Gates instalment={instalment} /> },
    { key: 'paid', title: say('paid'), width: '26%', cell: ({ payments }) => <Payments payments={payments} /> },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '120px',
      cell: ({ id: instalmentId, name, left, gates }) =>
        mayWrite && Number(left) > 0 ? (
          <AskButton
            label={say('pay')}
            title={say('payTitle', { name, left: formatMoney(left) })}
            disabled={gates.length > 0}
            questions={[
              { name: 'paidOn', label: say('paidOn'), kind: 'day', initial: today() },
              { name: 'amount', label: say('amount'), initial: left },
              { name: 'voucher', label: say('voucher'), hint: say('hint') },
            ]}
            deed={pay}
            inputOf={(answer) => {
              const paid = { paidOn: answer('paidOn'), amount: answer('amount'), voucher: answer('voucher') }
              return { id, instalmentId, ...paid }
            }}
          />
        ) : null,
    },
  ]
  return (
    <ContractSection title={say('title')} none={say('none')} isEmpty={instalments.length === 0}>
      <DataTable caption={say('title')} columns={columns} rows={instalments} keyOf={(row) => row.id} />
    </ContractSection>
  )
}

function Gates({ instalment: { gates, left, over } }: { readonly instalment: Instalment }) {
  const say = useWords(WORDS)
  if (Number(over) > 0) return <Light kind="bad" word={say('over', { amount: formatMoney(over) })} />
  if (Number(left) === 0) return <Light kind="none" word={say('settled')} />
  if (gates.length === 0) return <Light kind="good" word={say('ready')} />
  return (
    <span className="two-lines">
      <span>
        <Light kind="bad" word={say('open')} />
      </span>
      <ul className="contract-gates">
        {gates.map(({ code, sentence }) => (
          <li key={code}>{sentence}</li>
        ))}
      </ul>
    </span>
  )
}

function Payments({ payments }: Pick<Instalment, 'payments'>) {
  const say = useWords(WORDS)
  if (payments.length === 0) return '—'
  return payments.map(({ paidOn, amount, voucher, isListed, against }) => (
    <span key={`${voucher} ${paidOn} ${amount}`} className="two-lines">
      <span>
        {paidOn} · {formatMoney(amount)}
      </span>
      <span className="small">
        {voucher} {say(isListed ? 'listed' : 'unlisted')}
      </span>
      {against.length === 0 ? null : (
        <span>
          <Light kind="bad" word={say('against', { reasons: against.join(' · ') })} />
        </span>
      )}
    </span>
  ))
}
