import { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { ProofFiles } from '../proof-files.tsx'
import type { Gate } from './gate-card.tsx'
import type { Revision } from './revision-card.tsx'
import { type Asked, type RevisionDraft, useRevisionDraft } from './revision-draft.ts'
import { RevisionTable, shortName } from './revision-table.tsx'

const WORDS = {
  title: { zh: '提出修订', en: 'Ask for a revision' },
  again: { zh: '改好再提', en: 'Correct it and file again' },
  decision: { zh: '预算调整文件的文号', en: 'Number of the budget decision' },
  decisionFile: { zh: '预算调整文件', en: 'The budget decision' },
  problems: { zh: '送审前要改的', en: 'To be mended first' },
  reason: { zh: '权重重新分配的理由', en: 'Why the weights are spread so' },
  weight: { zh: '权重：{name}', en: 'Weight: {name}' },
  spread: { zh: '按比例分配取消行的权重', en: 'Spread the freed weight in proportion' },
  send: { zh: '送审', en: 'Send for review' },
  refile: { zh: '保存改动', en: 'Save the corrections' },
  sent: { zh: '修订已送审', en: 'The revision is on its way' },
  refiled: { zh: '改动已保存，请在流程里重新提交', en: 'Saved; submit it again in the flow' },
} as const

const CHECK_AFTER_MS = 400

type RevisionDeskProps = {
  readonly form: OpenedForm
  readonly gate: Gate
  /** A returned one, to be corrected. */
  readonly returned: Revision | null
}

/** The revision is written beside the locked values, checked while it is written, and sent. */
export function RevisionDesk({ form, gate, returned }: RevisionDeskProps) {
  const say = useWords(WORDS)
  const draft = useRevisionDraft(form, returned?.asked ?? null)
  const asked = useSettled(draft.asked)
  const id = FormId.parse(form.id)
  const check = useQuery(
    queries.revision.checkRevision.queryOptions({ input: { id, ...asked }, enabled: asked.rows.length > 0 }),
  )
  const problems = asked.rows.length === 0 ? [] : (check.data?.problems ?? [])
  return (
    <section aria-label={say('title')}>
      <h2 className="month-section">{say(returned === null ? 'title' : 'again')}</h2>
      {gate.open ? null : <DecisionFields draft={draft} />}
      <RevisionTable draft={draft} />
      {draft.isCancelling ? <WeightFields draft={draft} suggested={check.data?.suggestedWeights ?? []} /> : null}
      <div aria-live="polite">
        {problems.length === 0 ? null : (
          <>
            <p className="strong">{say('problems')}</p>
            <ul>
              {problems.map(({ where, code, message }) => (
                <li key={`${where} ${code}`} className="severity-error">
                  {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <SendRevision id={id} asked={draft.asked} returned={returned} isReady={problems.length === 0} />
    </section>
  )
}

type SendProps = {
  readonly id: FormId
  readonly asked: Asked
  readonly returned: Revision | null
  readonly isReady: boolean
}

function SendRevision({ id, asked, returned, isReady }: SendProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const done = async (sentence: keyof typeof WORDS) => {
    await queryClient.invalidateQueries({ queryKey: queries.revision.key() })
    await queryClient.invalidateQueries({ queryKey: queries.flow.key() })
    message.success(say(sentence))
  }
  const send = useMutation(queries.revision.sendRevision.mutationOptions({ onSuccess: () => done('sent') }))
  const again = useMutation(queries.revision.refileRevision.mutationOptions({ onSuccess: () => done('refiled') }))
  const isWaiting = send.isPending || again.isPending
  const put = () => (returned === null ? send.mutate({ id, ...asked }) : again.mutate({ id: returned.id, ...asked }))
  return (
    <>
      <ProblemAlert problem={send.error ?? again.error} />
      <p className="month-tools">
        <Button type="primary" disabled={asked.rows.length === 0 || !isReady} loading={isWaiting} onClick={put}>
          {say(returned === null ? 'send' : 'refile')}
        </Button>
      </p>
    </>
  )
}

function DecisionFields({ draft }: { readonly draft: RevisionDraft }) {
  const say = useWords(WORDS)
  const { decision, setDecision } = draft
  return (
    <p className="month-tools">
      <Input
        className="revision-reference"
        aria-label={say('decision')}
        placeholder={say('decision')}
        value={decision.reference}
        maxLength={200}
        onChange={({ target }) => setDecision({ ...decision, reference: target.value })}
      />
      <ProofFiles
        about={say('decisionFile')}
        files={decision.files}
        onChange={(files) => setDecision({ ...decision, files: files.slice(-1) })}
      />
    </p>
  )
}

type WeightFieldsProps = {
  readonly draft: RevisionDraft
  readonly suggested: readonly { readonly indicator: string; readonly weight: string }[]
}

/** rules.md §3.4: the weights of rows given up go to those that stay, for a reason. */
function WeightFields({ draft, suggested }: WeightFieldsProps) {
  const say = useWords(WORDS)
  return (
    <div className="revision-weights">
      <Button disabled={suggested.length === 0} onClick={() => draft.takeWeights(suggested)}>
        {say('spread')}
      </Button>
      <Input
        aria-label={say('reason')}
        placeholder={say('reason')}
        value={draft.reason}
        maxLength={2000}
        onChange={({ target }) => draft.setReason(target.value)}
      />
      <div className="revision-weight-list">
        {[...draft.weights].map(([indicator, weight]) => (
          <div key={indicator}>
            <span aria-hidden>{shortName(indicator)}</span>
            <Input
              aria-label={say('weight', { name: shortName(indicator) })}
              value={weight}
              maxLength={6}
              onChange={({ target }) => draft.weigh(indicator, target.value)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

/** What stands when nobody typed for a moment. */
function useSettled(asked: Asked): Asked {
  const text = JSON.stringify(asked)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(settled) as Asked
}
