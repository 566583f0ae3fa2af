import { Checkbox } from 'antd'
import type { Dispatch } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { changedPart } from './changed-part.ts'
import { type Decisions, type Proposal, type RenewalPreview, textProposals } from './renewal-draft.ts'

const WORDS = {
  title: { zh: '改写建议', en: 'Proposed wording' },
  about: {
    zh: '年份和合同年度已顺延。不同意的取消勾选，原文保留。',
    en: 'Years and contract years moved on. Untick what you do not want; the text stays as it was.',
  },
  none: { zh: '没有要改写的地方。', en: 'Nothing to rewrite.' },
  was: { zh: '原来是“{was}”', en: 'It was "{was}"' },
} as const

type ProposalListProps = {
  readonly preview: RenewalPreview
  readonly decisions: Decisions
  readonly decide: Dispatch<Decisions>
  readonly nameOf: (where: string) => string
}

/** Texts that speak of last year, each with what it would become; and what a person must look at. */
export function ProposalList({ preview, decisions, decide, nameOf }: ProposalListProps) {
  const say = useWords(WORDS)
  const proposals = textProposals(preview)
  const turn = (where: string) => {
    const declined = new Set(decisions.declined)
    if (!declined.delete(where)) declined.add(where)
    decide({ ...decisions, declined })
  }
  return (
    <section className="card">
      <h2>
        {say('title')} <span className="small">{say(proposals.length === 0 ? 'none' : 'about')}</span>
      </h2>
      {preview.notices.length + proposals.length === 0 ? null : (
        <ul className="card-body start-list">
          {preview.notices.map(({ where, message }) => (
            <li key={`${where} ${message}`} className="start-warning">
              <span aria-hidden>!</span> <span className="strong">{nameOf(where)}</span> {message}
            </li>
          ))}
          {proposals.map((proposal) => (
            <li key={proposal.where}>
              <Checkbox checked={!decisions.declined.has(proposal.where)} onChange={() => turn(proposal.where)}>
                <span className="strong">{nameOf(proposal.where)}</span>
              </Checkbox>
              <Change proposal={proposal} was={(was) => say('was', { was })} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type ChangeProps = { readonly proposal: Proposal; readonly was: (text: string) => string }

/** The new text around the change; the words that changed are marked. */
function Change({ proposal, was }: ChangeProps) {
  const { before, old, fresh, after } = changedPart(proposal.was, proposal.now)
  return (
    <p className="start-change">
      {before}
      <mark title={was(old)}>{fresh}</mark>
      {after}
    </p>
  )
}
