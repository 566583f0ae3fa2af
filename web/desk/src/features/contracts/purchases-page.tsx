import { PurchaseMethod } from '@shiji/contract/contracts'
import { ProjectId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useMayWrite, usePlan } from './contract-view.ts'
import { METHOD_WORDS } from './method-words.ts'
import { TenderOf } from './tender-of.tsx'
import './contracts.css'

const WORDS = {
  title: { zh: '采购计划', en: 'Procurement plan' },
  about: { zh: '要买什么，买了没有，到了没有', en: 'What is to be bought, and whether it came' },
  add: { zh: '列入计划', en: 'Plan a purchase' },
  item: { zh: '采购内容', en: 'Item' },
  project: { zh: '项目', en: 'Project' },
  quantity: { zh: '数量', en: 'Quantity' },
  unitWord: { zh: '单位（台、套、项）', en: 'Counted in' },
  estimate: { zh: '预算（元）', en: 'Estimate (yuan)' },
  method: { zh: '采购方式', en: 'Bought by' },
  due: { zh: '应到货', en: 'Due' },
  contract: { zh: '合同', en: 'Contract' },
  tender: { zh: '招标文件', en: 'Tender file' },
  come: { zh: '已到', en: 'Come' },
  state: { zh: '状态', en: 'State' },
  planned: { zh: '未签合同', en: 'no contract yet' },
  overdue: { zh: '逾期未到', en: 'overdue' },
  contracted: { zh: '待到货', en: 'to come' },
  partly: { zh: '部分到货', en: 'partly come' },
  delivered: { zh: '已到货', en: 'delivered' },
  none: { zh: '{year} 年还没有采购计划', en: 'Nothing is planned for {year}' },
} as const

const LIGHTS = {
  planned: 'not-started',
  overdue: 'bad',
  contracted: 'not-started',
  partly: 'watch',
  delivered: 'good',
} as const

export type PlannedPurchase = Awaited<ReturnType<typeof api.purchases.listPurchases>>[number]

export function PurchasesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { year = thisYear() } = useSearch({ from: '/desk/purchases' })
  const list = useQuery(queries.purchases.listPurchases.queryOptions({ input: { year } }))
  const choose = (chosen: number) => void navigate({ to: '/purchases', search: { year: chosen }, replace: true })
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={<YearChoice year={year} onChoose={choose} />}
      action={<Add year={year} />}
      query={list}
      columns={columns}
      none={{ title: say('none', { year }) }}
    />
  )
}

function useColumns(): readonly Column<PlannedPurchase>[] {
  const say = useWords(WORDS)
  const sayMethod = useWords(METHOD_WORDS)
  return [
    {
      key: 'item',
      title: say('item'),
      cell: ({ item, project }) => (
        <span className="two-lines">
          <span className="cell-name">{item}</span>
          <span className="small">{project.name}</span>
        </span>
      ),
    },
    {
      key: 'quantity',
      title: say('come'),
      kind: 'number',
      width: '110px',
      cell: ({ delivered, quantity, unitWord }) => `${delivered} / ${quantity} ${unitWord}`,
    },
    {
      key: 'estimate',
      title: say('estimate'),
      kind: 'number',
      width: '130px',
      cell: (row) => formatMoney(row.estimate),
    },
    { key: 'method', title: say('method'), width: '130px', cell: ({ method }) => sayMethod(method) },
    { key: 'due', title: say('due'), width: '110px', cell: ({ dueOn }) => dueOn },
    { key: 'contract', title: say('contract'), width: '130px', cell: ({ contract }) => <Bought contract={contract} /> },
    { key: 'tender', title: say('tender'), width: '190px', cell: (row) => <TenderOf purchase={row} /> },
    {
      key: 'state',
      title: say('state'),
      width: '130px',
      cell: ({ state }) => <Light kind={LIGHTS[state]} word={say(state)} />,
    },
  ]
}

function Bought({ contract }: Pick<PlannedPurchase, 'contract'>) {
  if (contract === null) return '—'
  return (
    <Link to="/contracts/$contractId" params={{ contractId: contract.id }}>
      {contract.number}
    </Link>
  )
}

function Add({ year }: { readonly year: number }) {
  const say = useWords(WORDS)
  const sayMethod = useWords(METHOD_WORDS)
  const plan = usePlan()
  const mayWrite = useMayWrite()
  const projects = useQuery(queries.performance.listProjects.queryOptions({ input: {}, enabled: mayWrite }))
  if (!mayWrite) return null
  const found = (projects.data?.projects ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <AskButton
      primary
      label={say('add')}
      questions={[
        { name: 'projectId', label: say('project'), kind: 'choice', choices: found },
        { name: 'item', label: say('item') },
        { name: 'quantity', label: say('quantity'), initial: '1' },
        { name: 'unitWord', label: say('unitWord'), initial: '台' },
        { name: 'estimate', label: say('estimate') },
        {
          name: 'method',
          label: say('method'),
          kind: 'choice',
          choices: PurchaseMethod.options.map((value) => ({ value, label: sayMethod(value) })),
        },
        { name: 'due', label: say('due'), kind: 'day', initial: today() },
      ]}
      deed={plan}
      inputOf={(answer) => ({
        projectId: ProjectId.parse(answer('projectId')),
        year,
        item: answer('item'),
        quantity: answer('quantity'),
        unitWord: answer('unitWord'),
        estimate: answer('estimate'),
        method: PurchaseMethod.parse(answer('method')),
        dueOn: answer('due'),
      })}
    />
  )
}
