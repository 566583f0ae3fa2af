import { AskButton } from '#desk/kit/ask-button.tsx'
import { Light } from '#desk/kit/light.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { today } from '#desk/words/today.ts'
import { useSaying, useWords } from '#desk/words/use-words.ts'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useAskForChange, useJudgeChange, useMayWrite } from './contract-view.ts'

const WORDS = {
  title: { zh: '变更', en: 'Changes' },
  none: { zh: '没有提出过变更', en: 'No change was asked for' },
  ask: { zh: '提出变更', en: 'Ask for a change' },
  what: { zh: '变更内容', en: 'What changes' },
  reason: { zh: '理由', en: 'Reason' },
  delta: { zh: '金额增减（元，减少写负数）', en: 'More or less (yuan)' },
  endsOn: { zh: '新的结束日期', en: 'New end' },
  askedOn: { zh: '提出日期', en: 'Asked on' },
  carriedOutOn: { zh: '已开始实施的日期', en: 'Carried out since' },
  number: { zh: '变更 {number}', en: 'Change {number}' },
  about: { zh: '{askedOn} {askedBy} 提出：{reason}', en: '{askedOn}, {askedBy}: {reason}' },
  money: { zh: '{delta} 元', en: '{delta} yuan' },
  open: { zh: '待审定', en: 'to be decided' },
  approved: { zh: '同意', en: 'approved' },
  rejected: { zh: '不同意', en: 'rejected' },
  carriedOut: { zh: '{day} 起实施', en: 'carried out since {day}' },
  judge: { zh: '审定', en: 'Decide' },
  verdict: { zh: '结论', en: 'Verdict' },
  opinion: { zh: '意见', en: 'Opinion' },
} as const

const LIGHTS = { approved: 'good', rejected: 'bad' } as const

export function ChangeOrders({ contract: { id, changes } }: { readonly contract: OpenedContract }) {
  const saying = useSaying()
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  return (
    <ContractSection
      title={say('title')}
      none={say('none')}
      isEmpty={changes.length === 0}
      action={mayWrite ? <Ask id={id} /> : null}
    >
      <ul className="contract-notes">
        {changes.map((change) => (
          <li key={change.id}>
            <span className="two-lines">
              <span>
                <strong>{say('number', { number: change.number })}</strong> {change.what}{' '}
                {Number(change.amountDelta) === 0 ? null : say('money', { delta: formatMoney(change.amountDelta) })}{' '}
                {change.endsOn}
              </span>
              <span className="small">
                {say('about', { askedOn: change.askedOn, askedBy: change.askedBy, reason: change.reason })}
              </span>
              {change.carriedOutOn === null ? null : (
                <span className="small">{say('carriedOut', { day: change.carriedOutOn })}</span>
              )}
              {change.opinion === null ? null : (
                <span className="small">{saying(change.judgedBy ?? '', change.opinion)}</span>
              )}
            </span>
            {change.verdict === null ? (
              <Light kind="watch" word={say('open')} />
            ) : (
              <Light kind={LIGHTS[change.verdict]} word={say(change.verdict)} />
            )}
            {change.mayJudge ? <Judge id={id} changeId={change.id} /> : null}
          </li>
        ))}
      </ul>
    </ContractSection>
  )
}

function Ask({ id }: Pick<OpenedContract, 'id'>) {
  const say = useWords(WORDS)
  const ask = useAskForChange()
  const orNone = (day: string) => (day === '' ? null : day)
  return (
    <AskButton
      label={say('ask')}
      questions={[
        { name: 'what', label: say('what'), kind: 'words' },
        { name: 'reason', label: say('reason'), kind: 'words' },
        { name: 'delta', label: say('delta'), initial: '0' },
        { name: 'endsOn', label: say('endsOn'), kind: 'day', optional: true },
        { name: 'askedOn', label: say('askedOn'), kind: 'day', initial: today() },
        { name: 'carriedOutOn', label: say('carriedOutOn'), kind: 'day', optional: true },
      ]}
      deed={ask}
      inputOf={(answer) => ({
        id,
        what: answer('what'),
        reason: answer('reason'),
        amountDelta: answer('delta'),
        endsOn: orNone(answer('endsOn')),
        askedOn: answer('askedOn'),
        carriedOutOn: orNone(answer('carriedOutOn')),
      })}
    />
  )
}

type JudgeProps = { readonly id: OpenedContract['id']; readonly changeId: OpenedContract['changes'][number]['id'] }

function Judge({ id, changeId }: JudgeProps) {
  const say = useWords(WORDS)
  const judge = useJudgeChange()
  const choices = (['approved', 'rejected'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <AskButton
      label={say('judge')}
      questions={[
        { name: 'verdict', label: say('verdict'), kind: 'choice', choices },
        { name: 'opinion', label: say('opinion'), kind: 'words' },
      ]}
      deed={judge}
      inputOf={(answer) => {
        const verdict = answer('verdict') === 'approved' ? 'approved' : 'rejected'
        return { id, changeId, verdict, opinion: answer('opinion') } as const
      }}
    />
  )
}
