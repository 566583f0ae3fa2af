import type { VendorId } from '@shiji/contract/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { useAddLicence, useMayWrite } from './contract-view.ts'

const WORDS = {
  papers: { zh: '资质与人员证书', en: 'Licences and certificates' },
  noPapers: { zh: '还没有登记资质', en: 'No licence was entered yet' },
  add: { zh: '登记证书', en: 'Enter a licence' },
  holder: { zh: '持证人（空着是公司）', en: 'Holder (empty: the firm)' },
  firm: { zh: '公司', en: 'The firm' },
  name: { zh: '证书', en: 'Licence' },
  number: { zh: '编号', en: 'Number' },
  from: { zh: '有效期自', en: 'Valid from' },
  until: { zh: '有效期至（空着是长期）', en: 'Valid until (empty: for good)' },
  span: { zh: '有效期', en: 'Valid' },
  always: { zh: '长期', en: 'for good' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'valid' },
  ending: { zh: '60 天内到期', en: 'ends within 60 days' },
  ended: { zh: '已过期', en: 'ended' },
  'not-yet': { zh: '尚未生效', en: 'not yet valid' },
  contracts: { zh: '合同', en: 'Contracts' },
  noContracts: { zh: '还没有合同', en: 'No contract yet' },
  scores: { zh: '历年考核', en: 'Appraisals' },
  noScores: { zh: '还没有考核', en: 'No appraisal yet' },
  score: { zh: '{year} 年度 {score} 分', en: '{year}: {score} points' },
} as const

const LIGHTS = { valid: 'good', ending: 'watch', ended: 'bad', 'not-yet': 'not-started' } as const

type Opened = Awaited<ReturnType<typeof api.contracts.openVendor>>
type Paper = Opened['papers'][number]

export function VendorPage() {
  const { vendorId } = useParams({ from: '/desk/vendors/$vendorId' })
  const input = { id: vendorId as VendorId }
  const vendor = useQuery(queries.contracts.openVendor.queryOptions({ input }))
  return <Loaded query={vendor}>{(seen) => <Shown vendor={seen} />}</Loaded>
}

function Shown({ vendor }: { readonly vendor: Opened }) {
  const say = useWords(WORDS)
  const { name, creditCode, contact, papers, contractsHeld, appraisals } = vendor
  const about = [creditCode, contact].filter((part) => part !== '').join(' · ')
  return (
    <>
      <PageHead title={name} about={about} action={<Add id={vendor.id} />} />
      <div className="contract-page">
        <ContractSection title={say('papers')} none={say('noPapers')} isEmpty={papers.length === 0}>
          <Papers papers={papers} />
        </ContractSection>
        <ContractSection title={say('contracts')} none={say('noContracts')} isEmpty={contractsHeld.length === 0}>
          <ul className="contract-notes">
            {contractsHeld.map(({ id, name: title, number, startsOn, endsOn }) => (
              <li key={id}>
                <span className="two-lines">
                  <Link to="/contracts/$contractId" params={{ contractId: id }}>
                    {title}
                  </Link>
                  <span className="small">
                    {number} · {startsOn} – {endsOn}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </ContractSection>
        <ContractSection title={say('scores')} none={say('noScores')} isEmpty={appraisals.length === 0}>
          <ul className="contract-notes">
            {appraisals.map(({ contract, year, score }) => (
              <li key={`${contract} ${year}`}>
                <span className="two-lines">
                  {say('score', { year, score })}
                  <span className="small">{contract}</span>
                </span>
              </li>
            ))}
          </ul>
        </ContractSection>
      </div>
    </>
  )
}

function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Paper>[] = [
    { key: 'name', title: say('name'), cell: ({ name }) => <span className="cell-name">{name}</span> },
    { key: 'holder', title: say('holder'), width: '18%', cell: ({ holder }) => holder || say('firm') },
    { key: 'number', title: say('number'), width: '18%', cell: ({ number }) => number },
    {
      key: 'span',
      title: say('span'),
      width: '210px',
      cell: ({ validFrom, validUntil }) => `${validFrom} – ${validUntil ?? say('always')}`,
    },
    {
      key: 'state',
      title: say('state'),
      width: '150px',
      cell: ({ state }) => <Light kind={LIGHTS[state]} word={say(state)} />,
    },
  ]
  const keyOf = ({ holder, name, number, validFrom }: Paper) => [holder, name, number, validFrom].join(' ')
  return <DataTable caption={say('papers')} columns={columns} rows={papers} keyOf={keyOf} />
}

function Add({ id }: Pick<Opened, 'id'>) {
  const say = useWords(WORDS)
  const add = useAddLicence()
  if (!useMayWrite()) return null
  return (
    <AskButton
      primary
      label={say('add')}
      questions={[
        { name: 'holder', label: say('holder'), optional: true },
        { name: 'name', label: say('name') },
        { name: 'number', label: say('number'), optional: true },
        { name: 'from', label: say('from'), kind: 'day', initial: today() },
        { name: 'until', label: say('until'), kind: 'day', optional: true },
      ]}
      deed={add}
      inputOf={(answer) => ({
        id,
        holder: answer('holder'),
        name: answer('name'),
        number: answer('number'),
        validFrom: answer('from'),
        validUntil: answer('until') === '' ? null : answer('until'),
        documentId: null,
      })}
    />
  )
}
