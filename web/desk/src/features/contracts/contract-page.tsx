import type { ContractId } from '@shiji/contract/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { Acceptances } from './acceptances.tsx'
import { AppraisalCard } from './appraisal-card.tsx'
import { ChangeOrders } from './change-orders.tsx'
import { type OpenedContract, useMayWrite, useSettle } from './contract-view.ts'
import { Deliveries } from './deliveries.tsx'
import { Instalments } from './instalments.tsx'
import { METHOD_WORDS } from './method-words.ts'
import { Milestones } from './milestones.tsx'
import { SupervisionNotes } from './supervision-notes.tsx'
import './contracts.css'

const WORDS = {
  amount: { zh: '合同金额（元）', en: 'Amount (yuan)' },
  paid: { zh: '已付（元）', en: 'Paid (yuan)' },
  vendor: { zh: '供应商', en: 'Vendor' },
  supervisor: { zh: '监理', en: 'Supervisor' },
  project: { zh: '项目', en: 'Project' },
  term: { zh: '期限', en: 'Runs' },
  year: { zh: '第 {year} 年／共 {years} 年', en: 'year {year} of {years}' },
  method: { zh: '采购方式', en: 'Bought by' },
  signed: { zh: '签订', en: 'Signed' },
  changed: { zh: '签订时 {amount}', en: '{amount} when signed' },
  settlement: { zh: '结算（元）', en: 'Settled (yuan)' },
  settle: { zh: '结算', en: 'Settle' },
  settledOn: { zh: '结算日期', en: 'Settled on' },
  settledAmount: { zh: '结算金额（元）', en: 'Amount settled (yuan)' },
  above: { zh: '超出合同', en: 'above the contract' },
  within: { zh: '不超合同', en: 'within the contract' },
} as const

/** S29: a contract with everything that came of it. */
export function ContractPage() {
  const { contractId } = useParams({ from: '/desk/contracts/$contractId' })
  const input = { id: contractId as ContractId }
  const contract = useQuery(queries.contracts.openContract.queryOptions({ input }))
  return <Loaded query={contract}>{(seen) => <Opened contract={seen} />}</Loaded>
}

function Opened({ contract }: { readonly contract: OpenedContract }) {
  return (
    <>
      <PageHead title={contract.name} about={contract.number} action={<Settle contract={contract} />} />
      <div className="contract-page">
        <Facts contract={contract} />
        <Instalments contract={contract} />
        <Milestones contract={contract} />
        <Deliveries contract={contract} />
        <Acceptances contract={contract} />
        <AppraisalCard contract={contract} />
        <ChangeOrders contract={contract} />
        <SupervisionNotes contract={contract} />
      </div>
    </>
  )
}

function Settle({ contract: { id, settlement } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const settle = useSettle()
  const mayWrite = useMayWrite()
  if (!mayWrite || settlement !== null) return null
  return (
    <AskButton
      label={say('settle')}
      questions={[
        { name: 'settledOn', label: say('settledOn'), kind: 'day', initial: today() },
        { name: 'amount', label: say('settledAmount') },
      ]}
      deed={settle}
      inputOf={(answer) => ({ id, settledOn: answer('settledOn'), amount: answer('amount') })}
    />
  )
}

function Facts({ contract }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const sayMethod = useWords(METHOD_WORDS)
  const { amount, signedAmount, paid, vendor, supervisor, project, startsOn, endsOn, termYear, termYears } = contract
  return (
    <section className="card">
      <dl className="facts facts-beside">
        <div>
          <dt>{say('amount')}</dt>
          <dd className="contract-figure">{formatMoney(amount)}</dd>
          {Number(amount) === Number(signedAmount) ? null : (
            <dd className="small">{say('changed', { amount: formatMoney(signedAmount) })}</dd>
          )}
        </div>
        <div>
          <dt>{say('paid')}</dt>
          <dd className="contract-figure">{formatMoney(paid)}</dd>
        </div>
        <Settlement contract={contract} />
        <div>
          <dt>{say('vendor')}</dt>
          <dd>
            <Link to="/vendors/$vendorId" params={{ vendorId: vendor.id }}>
              {vendor.name}
            </Link>
          </dd>
          {supervisor === null ? null : (
            <dd className="small">
              {say('supervisor')} {supervisor.name}
            </dd>
          )}
        </div>
        <div>
          <dt>{say('term')}</dt>
          <dd>
            {startsOn} – {endsOn}
          </dd>
          <dd className="small">{say('year', { year: termYear, years: termYears })}</dd>
        </div>
        <div>
          <dt>{say('method')}</dt>
          <dd>{sayMethod(contract.method)}</dd>
          <dd className="small">
            {say('signed')} {contract.signedOn}
          </dd>
        </div>
        <div>
          <dt>{say('project')}</dt>
          <dd>{project.name}</dd>
        </div>
      </dl>
    </section>
  )
}

function Settlement({ contract: { settlement, amount } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  if (settlement === null) return null
  const isAbove = Number(settlement.amount) > Number(amount)
  return (
    <div>
      <dt>{say('settlement')}</dt>
      <dd className="contract-figure">{formatMoney(settlement.amount)}</dd>
      <dd>
        <Light kind={isAbove ? 'bad' : 'good'} word={say(isAbove ? 'above' : 'within')} />
      </dd>
    </div>
  )
}
