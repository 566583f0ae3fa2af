import { AskButton } from '#desk/kit/ask-button.tsx'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useSaying, useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useDeduct, useDeductFromRecords, useHoldAppraisal, useMayWrite } from './contract-view.ts'

const WORDS = {
  title: { zh: '服务条款与考核', en: 'Service terms and appraisal' },
  none: { zh: '合同没有约定服务条款，也没有扣分', en: 'No terms were agreed and nothing was taken off' },
  terms: { zh: '服务条款', en: 'Terms' },
  term: { zh: '条款', en: 'Term' },
  target: { zh: '要求', en: 'Required' },
  measure: { zh: '取数', en: 'Read by' },
  each: { zh: '每月未达扣', en: 'Points a month' },
  ledger: { zh: '扣分台账', en: 'Deduction ledger' },
  when: { zh: '年月', en: 'When' },
  reason: { zh: '事由', en: 'Reason' },
  points: { zh: '扣分', en: 'Points' },
  by: { zh: '记录', en: 'Recorded by' },
  fromRecords: { zh: '从记录扣分', en: 'Deduct from the records' },
  byHand: { zh: '登记扣分', en: 'Deduct by hand' },
  hold: { zh: '完成年度考核', en: 'Hold the appraisal' },
  year: { zh: '考核年度', en: 'Year' },
  heldOn: { zh: '考核日期', en: 'Held on' },
  opinion: { zh: '考核意见', en: 'Opinion' },
  negative: {
    zh: '误扣用负数冲回；台账不能修改。',
    en: 'A mistake is taken back by negative points; the ledger never changes.',
  },
  asksRecords: {
    zh: '逐月用记录核对每条条款，未达的扣一次；没有记录的月份不扣。',
    en: 'Every month is held against every term; what was missed is taken off once, months without records are not.',
  },
  held: { zh: '{year} 年度：{score} 分', en: '{year}: {score} points' },
  passed: { zh: '合格', en: 'passed' },
  failed: { zh: '不合格', en: 'failed' },
  mark: { zh: '合格线 {mark} 分，每分 {value} 元', en: 'pass mark {mark}; a point costs {value} yuan' },
} as const

type Term = OpenedContract['terms'][number]
type Entry = OpenedContract['deductions'][number]

export function AppraisalCard({ contract }: { readonly contract: OpenedContract }) {
  const saying = useSaying()
  const say = useWords(WORDS)
  const { terms, deductions, appraisals, passMark, pointValue } = contract
  return (
    <ContractSection
      title={say('title')}
      none={say('none')}
      isEmpty={terms.length + deductions.length + appraisals.length === 0}
      action={<Acts contract={contract} />}
    >
      <p className="contract-empty">{say('mark', { mark: passMark, value: pointValue })}</p>
      <ul className="contract-notes">
        {appraisals.map(({ year, score, passed, opinion, heldOn, recordedBy }) => (
          <li key={year}>
            <span className="two-lines">
              <strong>{say('held', { year, score })}</strong>
              <span className="small">{saying(`${heldOn} ${recordedBy}`, opinion)}</span>
            </span>
            <Light kind={passed ? 'good' : 'bad'} word={say(passed ? 'passed' : 'failed')} />
          </li>
        ))}
      </ul>
      {terms.length === 0 ? null : <Terms terms={terms} />}
      {deductions.length === 0 ? null : <Ledger deductions={deductions} />}
    </ContractSection>
  )
}

function Terms({ terms }: { readonly terms: readonly Term[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Term>[] = [
    { key: 'term', title: say('term'), cell: ({ name }) => name },
    { key: 'target', title: say('target'), width: '20%', cell: ({ target }) => target },
    { key: 'measure', title: say('measure'), width: '30%', cell: ({ measureName }) => measureName },
    { key: 'each', title: say('each'), kind: 'number', width: '130px', cell: ({ points }) => points },
  ]
  return <DataTable caption={say('terms')} columns={columns} rows={terms} keyOf={({ name }) => name} />
}

function Ledger({ deductions }: { readonly deductions: readonly Entry[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Entry>[] = [
    {
      key: 'when',
      title: say('when'),
      width: '110px',
      cell: ({ year, month }) => (month === null ? year : `${year}-${String(month).padStart(2, '0')}`),
    },
    { key: 'reason', title: say('reason'), cell: ({ reason }) => reason },
    { key: 'points', title: say('points'), kind: 'number', width: '90px', cell: ({ points }) => points },
    { key: 'by', title: say('by'), width: '120px', cell: ({ recordedBy }) => recordedBy },
  ]
  const keyOf = ({ year, month, term, recordedAt, reason, points }: Entry) =>
    [year, month, term, recordedAt, reason, points].join(' ')
  return <DataTable caption={say('ledger')} columns={columns} rows={deductions} keyOf={keyOf} />
}

function Acts({ contract: { id, endsOn } }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const mayConfirm = useMay('contracts.confirm')
  const [records, hand, hold] = [useDeductFromRecords(), useDeduct(), useHoldAppraisal()]
  const last = endsOn < today() ? endsOn : today()
  const year = { name: 'year', label: say('year'), initial: last.slice(0, 4) } as const
  return (
    <>
      {mayWrite ? (
        <>
          <AskButton
            label={say('fromRecords')}
            questions={[{ ...year, hint: say('asksRecords') }]}
            deed={records}
            inputOf={(answer) => ({ id, year: Number(answer('year')) })}
          />
          <AskButton
            label={say('byHand')}
            questions={[
              year,
              { name: 'points', label: say('points'), hint: say('negative') },
              { name: 'reason', label: say('reason'), kind: 'words' },
            ]}
            deed={hand}
            inputOf={(answer) => {
              return { id, year: Number(answer('year')), points: answer('points'), reason: answer('reason') }
            }}
          />
        </>
      ) : null}
      {mayConfirm ? (
        <AskButton
          label={say('hold')}
          questions={[
            year,
            { name: 'heldOn', label: say('heldOn'), kind: 'day', initial: today() },
            { name: 'opinion', label: say('opinion'), kind: 'words' },
          ]}
          deed={hold}
          inputOf={(answer) => {
            return { id, year: Number(answer('year')), heldOn: answer('heldOn'), opinion: answer('opinion') }
          }}
        />
      ) : null}
    </>
  )
}
