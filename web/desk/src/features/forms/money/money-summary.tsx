import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ProjectMoney } from './money-lines.tsx'
import { SOURCE_WORDS } from './source-words.ts'
import { inYuan } from './yuan.ts'

const WORDS = {
  fullYear: { zh: '全年预算', en: 'Budget of the year' },
  initial: { zh: '年初 {amount}', en: 'Initially {amount}' },
  none: { zh: '没有登记预算', en: 'No budget recorded' },
  appropriated: { zh: '已拨款', en: 'Appropriated' },
  executed: { zh: '已执行', en: 'Spent' },
  payments: { zh: '{count} 笔支付', en: '{count} payments' },
  rate: { zh: '执行率', en: 'Execution' },
  calibre: { zh: '口径：全年执行数 ÷ 全年预算数', en: 'Spent over the budget of the full year' },
  caption: { zh: '资金来源', en: 'Sources' },
  source: { zh: '来源', en: 'Source' },
  yuan: { zh: '元', en: 'yuan' },
} as const

type Source = ProjectMoney['bySource'][number]

/** What was granted, what came, what was spent; and from where. */
export function MoneySummary({ money }: { readonly money: ProjectMoney }) {
  const say = useWords(WORDS)
  const saySource = useWords(SOURCE_WORDS)
  const { initial, fullYear, appropriated, executed, rate, payments, bySource } = money
  const columns: readonly Column<Source>[] = [
    { key: 'source', title: say('source'), cell: ({ source }) => saySource(source) },
    { key: 'fullYear', title: say('fullYear'), kind: 'number', cell: (row) => inYuan(row.fullYear) },
    { key: 'appropriated', title: say('appropriated'), kind: 'number', cell: (row) => inYuan(row.appropriated) },
  ]
  return (
    <>
      <div className="money-cards">
        <section className="card money-card">
          <h2>{say('fullYear')}</h2>
          <p>
            <b className="money-number">{fullYear === null ? '—' : inYuan(fullYear)}</b> {say('yuan')}
          </p>
          <p className="small">{initial === null ? say('none') : say('initial', { amount: inYuan(initial) })}</p>
        </section>
        <section className="card money-card">
          <h2>{say('appropriated')}</h2>
          <p>
            <b className="money-number">{inYuan(appropriated)}</b> {say('yuan')}
          </p>
        </section>
        <section className="card money-card">
          <h2>{say('executed')}</h2>
          <p>
            <b className="money-number">{inYuan(executed)}</b> {say('yuan')}
          </p>
          <p className="small">{say('payments', { count: payments })}</p>
        </section>
        <section className="card money-card" title={say('calibre')}>
          <h2>{say('rate')}</h2>
          <p>
            <b className="money-number">{rate === null ? '—' : `${rate}%`}</b>
          </p>
        </section>
      </div>
      {bySource.length === 0 ? null : (
        <section className="money-section">
          <h2>{say('caption')}</h2>
          <DataTable caption={say('caption')} columns={columns} rows={bySource} keyOf={({ source }) => source} />
        </section>
      )}
    </>
  )
}
