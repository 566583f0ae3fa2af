import { Act, CaseId } from '@shiji/contract/flow'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { CaseSeen } from '#desk/flow/case-view.ts'
import { useOpening } from '#desk/flow/use-opening.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  agree: { zh: '同意', en: 'Agree' },
  return: { zh: '退回', en: 'Return' },
  confirmAgree: { zh: '确认同意', en: 'Confirm: agree' },
  confirmReturn: { zh: '确认退回', en: 'Confirm: return' },
  opinion: { zh: '意见', en: 'Opinion' },
  reason: { zh: '退回理由（要写明）', en: 'Reason of the return (owed)' },
  confirmKeys: { zh: 'Ctrl+Enter 确认 · Esc 取消', en: 'Ctrl+Enter confirms · Esc cancels' },
  target: { zh: '退回到', en: 'Return to' },
  cancel: { zh: '取消', en: 'Cancel' },
  others: { zh: '转办、加签等其他办法', en: 'Other ways: transfer, add signers …' },
  notYours: { zh: '这一件现在不在您的环节', en: 'This case is not at your desk now' },
  agreed: { zh: '已同意：{subject}', en: 'Agreed: {subject}' },
  returned: { zh: '已退回：{subject}', en: 'Returned: {subject}' },
} as const

export type DecisionKind = 'agree' | 'return'

type DecisionProps = {
  readonly seen: CaseSeen
  /** What is being confirmed, null while nothing is. */
  readonly kind: DecisionKind | null
  readonly onChoose: (kind: DecisionKind | null) => void
  readonly onDecided: () => void
}

/** The two usual decisions, each confirmed once, so that a slip of the finger decides nothing. */
export function Decision({ seen, kind, onChoose, onDecided }: DecisionProps) {
  const say = useWords(WORDS)
  const isOpening = useOpening(seen)
  const offered = (['agree', 'return'] as const).filter((verb) => seen.verbs.some((one) => one.verb === verb))
  return (
    <section className="case-acts review-acts">
      {kind === null ? (
        <div className="case-buttons">
          {offered.length === 0 ? <p className="small">{say('notYours')}</p> : null}
          {offered.map((verb) => (
            <Button
              key={verb}
              type={verb === 'agree' ? 'primary' : 'default'}
              disabled={isOpening}
              aria-keyshortcuts={verb === 'agree' ? 'A' : 'R'}
              onClick={() => onChoose(verb)}
            >
              {say(verb)}
            </Button>
          ))}
        </div>
      ) : (
        <Confirmation key={kind} {...{ seen, kind, isOpening, onDecided }} onCancel={() => onChoose(null)} />
      )}
      {seen.subjectKind === 'declaration' ? (
        <Link to="/projects/forms/$formId/approval" params={{ formId: seen.subjectId }}>
          {say('others')}
        </Link>
      ) : null}
    </section>
  )
}

type ConfirmationProps = {
  readonly seen: CaseSeen
  readonly kind: DecisionKind
  readonly isOpening: boolean
  readonly onCancel: () => void
  readonly onDecided: () => void
}

function Confirmation({ seen, kind, isOpening, onCancel, onDecided }: ConfirmationProps) {
  const say = useWords(WORDS)
  const verb = seen.verbs.find((one) => one.verb === kind)
  const [opinion, setOpinion] = useState('')
  const [node, setNode] = useState(verb?.returnTo.at(0)?.node)
  const { act, send } = useDecision(seen, onDecided)
  const isReady = !isOpening && !act.isPending && verb !== undefined && (kind === 'agree' || opinion.trim() !== '')
  const confirm = () => {
    if (!isReady || verb === undefined) return
    const task = { task: verb.task, version: verb.taskVersion, opinion }
    send(kind === 'agree' ? { verb: 'agree', ...task } : { verb: 'return', ...task, to: { kind: 'step', node } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, which all have buttons too
    <div className="case-acts" onKeyDown={onKeyDown}>
      <label htmlFor="review-opinion">{say(kind === 'agree' ? 'opinion' : 'reason')}</label>
      <Input.TextArea
        id="review-opinion"
        autoFocus={kind === 'return'}
        value={opinion}
        maxLength={2000}
        rows={3}
        aria-describedby="review-confirm-keys"
        onChange={({ target }) => setOpinion(target.value)}
      />
      {kind === 'return' && verb !== undefined ? (
        <Select
          aria-label={say('target')}
          value={node}
          options={verb.returnTo.map((to) => ({ value: to.node, label: `${say('target')} ${to.name}` }))}
          onChange={setNode}
        />
      ) : null}
      <ProblemAlert problem={act.error} />
      <div className="case-buttons">
        <Button
          type="primary"
          autoFocus={kind === 'agree'}
          loading={act.isPending}
          disabled={!isReady && !act.isPending}
          onClick={confirm}
        >
          {say(kind === 'agree' ? 'confirmAgree' : 'confirmReturn')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
      <p className="small" id="review-confirm-keys">
        {say('confirmKeys')}
      </p>
    </div>
  )
}

function useDecision(seen: CaseSeen, onDecided: () => void) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const act = useMutation(
    queries.flow.actOnCase.mutationOptions({
      onSuccess: async (_, { act: { verb } }) => {
        message.success(say(verb === 'agree' ? 'agreed' : 'returned', { subject: seen.subject }))
        onDecided()
        await queryClient.invalidateQueries({ queryKey: queries.flow.listBox.key() })
        await queryClient.invalidateQueries({ queryKey: queries.flow.countTasks.key() })
        await queryClient.invalidateQueries({ queryKey: queries.flow.openCase.key() })
      },
    }),
  )
  return { act, send: (asked: object) => act.mutate({ id: CaseId.parse(seen.id), act: Act.parse(asked) }) }
}
