import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import './contracts.css'

const WORDS = {
  title: { zh: '合同', en: 'Contracts' },
  about: { zh: '到了哪个节点，付了多少，凭什么付', en: 'How far each is, what was paid, and on what grounds' },
  search: { zh: '名称、编号、供应商', en: 'Name, number, vendor' },
  sign: { zh: '录入合同', en: 'Enter a contract' },
  contract: { zh: '合同', en: 'Contract' },
  vendor: { zh: '供应商', en: 'Vendor' },
  term: { zh: '期限', en: 'Runs' },
  year: { zh: '第 {year} 年／共 {years} 年', en: 'year {year} of {years}' },
  amount: { zh: '合同金额（元）', en: 'Amount (yuan)' },
  paid: { zh: '已付（元）', en: 'Paid (yuan)' },
  next: { zh: '下一节点', en: 'Next milestone' },
  late: { zh: '{name} 已逾期', en: '{name} is overdue' },
  settled: { zh: '已结算', en: 'Settled' },
  done: { zh: '节点全部完成', en: 'All reached' },
  none: { zh: '{year} 年没有在履行的合同', en: 'No contract runs in {year}' },
  otherYears: { zh: '其他年度的合同，在上方换一个年度查看。', en: 'Choose another year above for its contracts.' },
  noneYet: {
    zh: '其他年度的合同，在上方换一个年度查看。新的合同：先在“供应商”里登记供应商，再录入。',
    en: 'Choose another year above for its contracts. For a new one enter the vendor under Vendors first.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.contracts.listContracts>>[number]

export function ContractsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWrite = useMay('contracts.write')
  const { year = thisYear(), search = '' } = useSearch({ from: '/desk/contracts' })
  const list = useQuery(queries.contracts.listContracts.queryOptions({ input: { year, search } }))
  const go = (wanted: { year?: number; search?: string }) =>
    void navigate({ to: '/contracts', search: { year, search, ...wanted }, replace: true })
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <>
          <Input.Search
            className="contract-search"
            aria-label={say('search')}
            placeholder={say('search')}
            defaultValue={search}
            allowClear
            onSearch={(text) => go({ search: text.trim() })}
          />
          <YearChoice year={year} onChoose={(chosen) => go({ year: chosen })} />
        </>
      }
      action={
        mayWrite ? (
          <Button type="primary" onClick={() => void navigate({ to: '/contracts/new' })}>
            {say('sign')}
          </Button>
        ) : undefined
      }
      query={list}
      columns={columns}
      none={{ title: say('none', { year }), about: say(mayWrite ? 'noneYet' : 'otherYears') }}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'contract',
      title: say('contract'),
      cell: ({ id, name, number, project }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/contracts/$contractId" params={{ contractId: id }}>
            {name}
          </Link>
          <span className="small">
            {number} · {project.name}
          </span>
        </span>
      ),
    },
    { key: 'vendor', title: say('vendor'), width: '15%', cell: ({ vendor }) => vendor.name },
    {
      key: 'term',
      title: say('term'),
      width: '190px',
      cell: ({ startsOn, endsOn, termYear, termYears }) => (
        <span className="two-lines">
          <span>
            {startsOn} – {endsOn}
          </span>
          <span className="small">{say('year', { year: termYear, years: termYears })}</span>
        </span>
      ),
    },
    { key: 'amount', title: say('amount'), kind: 'number', width: '130px', cell: ({ amount }) => formatMoney(amount) },
    { key: 'paid', title: say('paid'), kind: 'number', width: '130px', cell: ({ paid }) => formatMoney(paid) },
    { key: 'next', title: say('next'), width: '20%', cell: (row) => <Next row={row} /> },
  ]
}

function Next({ row: { next, isSettled } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  if (isSettled) return <Light kind="none" word={say('settled')} />
  if (next === null) return <Light kind="good" word={say('done')} />
  if (next.isLate) return <Light kind="bad" word={say('late', { name: next.name })} />
  return (
    <span>
      {next.name} <span className="small">{next.dueOn}</span>
    </span>
  )
}
