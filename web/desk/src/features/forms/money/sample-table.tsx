import type { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { inYuan } from './yuan.ts'

const WORDS = {
  caption: { zh: '读出的前几行', en: 'The first lines as read' },
  facts: { zh: '读出 {rows} 笔，{refused} 行读不出来', en: '{rows} payments read, {refused} lines unreadable' },
  unread: {
    zh: '日期或金额还没有对应的列，对应好以后直接导入。',
    en: 'No column is read as the day or the amount yet; choose them and take the list.',
  },
  line: { zh: '行', en: 'Line' },
  day: { zh: '支付日期', en: 'Paid on' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  project: { zh: '项目', en: 'Project' },
  purpose: { zh: '用途', en: 'Purpose' },
} as const

type Reading = Awaited<ReturnType<typeof api.money.readPaymentList>>
type Row = Reading['sample'][number]

/** What the list says by the columns that were recognised, before anything is taken. */
export function SampleTable({ reading }: { readonly reading: Reading }) {
  const say = useWords(WORDS)
  const { sample, rows, refused, mapping } = reading
  if (mapping.paidOn === null || mapping.amount === null) return <p>{say('unread')}</p>
  const columns: readonly Column<Row>[] = [
    { key: 'line', title: say('line'), kind: 'number', cell: ({ line }) => line },
    { key: 'day', title: say('day'), cell: ({ paidOn }) => paidOn },
    { key: 'amount', title: say('amount'), kind: 'number', cell: ({ amount }) => inYuan(amount) },
    { key: 'project', title: say('project'), cell: ({ project }) => project || '—' },
    { key: 'purpose', title: say('purpose'), cell: ({ purpose }) => purpose || '—' },
  ]
  return (
    <>
      <p className="small">{say('facts', { rows, refused: refused.length })}</p>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={sample.slice(0, 5)}
        keyOf={({ line }) => String(line)}
      />
    </>
  )
}
