import type { ProjectId } from '@shiji/contract/performance'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { inYuan } from './yuan.ts'

const WORDS = {
  title: { zh: '支付', en: 'Payments' },
  none: { zh: '还没有导入支付。', en: 'No payments were taken yet.' },
  day: { zh: '支付日期', en: 'Paid on' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  payee: { zh: '收款人', en: 'Payee' },
  purpose: { zh: '用途', en: 'Purpose' },
  more: { zh: '再看 100 笔', en: 'Show 100 more' },
} as const

type Payment = Awaited<ReturnType<typeof api.money.listPayments>>['payments'][number]

/** The payments the execution is summed from. */
export function Payments({ id, year }: { readonly id: ProjectId; readonly year: number }) {
  const say = useWords(WORDS)
  const pages = useInfiniteQuery(
    queries.money.listPayments.infiniteOptions({
      input: (after: string | undefined) => ({ id, year, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const columns: readonly Column<Payment>[] = [
    { key: 'day', title: say('day'), cell: ({ paidOn }) => paidOn },
    { key: 'amount', title: say('amount'), kind: 'number', cell: ({ amount }) => inYuan(amount) },
    { key: 'payee', title: say('payee'), cell: ({ payee }) => payee || '—' },
    { key: 'purpose', title: say('purpose'), cell: ({ purpose }) => purpose || '—' },
    { key: 'voucher', title: say('voucher'), cell: ({ voucher }) => voucher || '—' },
  ]
  return (
    <section className="money-section">
      <h2>{say('title')}</h2>
      <Loaded query={pages} rows={3}>
        {(data) => {
          const payments = data.pages.flatMap((page) => page.payments)
          if (payments.length === 0) return <p className="small">{say('none')}</p>
          return (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={payments}
              keyOf={(payment) => Object.values(payment).join(' ')}
            />
          )
        }}
      </Loaded>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
    </section>
  )
}
