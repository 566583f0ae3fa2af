import { isWithUnit } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { FormHead } from '../sheet/form-head.tsx'
import { AccountCard } from './account-card.tsx'
import { EvaluationRows } from './evaluation-rows.tsx'
import { EvaluationSummary } from './evaluation-summary.tsx'
import { EvaluationWay } from './evaluation-way.tsx'
import { OpenPoints } from './open-points.tsx'
import { RevisedRows } from './revised-rows.tsx'
import { idOf, renewSelfEvaluation, type SelfEvaluation, useCells } from './self-evaluation.ts'

const WORDS = {
  draft: { zh: '草稿，改一格存一格', en: 'Draft, saved cell by cell' },
  saving: { zh: '正在保存…', en: 'Saving …' },
  returned: { zh: '已退回，改好后重新送审', en: 'Returned; correct it and hand it in again' },
  rejected: { zh: '不予认可，改好后重新送审', en: 'Not accepted; correct it and hand it in again' },
  handedIn: { zh: '{at} 送审，等各席审核', en: 'Handed in {at}; the desks have it' },
  accepted: { zh: '{at} 送审，审核通过', en: 'Handed in {at} and accepted' },
  take: { zh: '采用全部计算值', en: 'Take all computed values' },
  taken: { zh: '已按最新记录填好完成值和得分', en: 'Actuals and points are filled in from the latest records' },
  propose: { zh: '采用 {count} 条建议的原因', en: 'Take {count} proposed reasons' },
  weigh: { zh: '剩余分值均分给 {count} 行', en: 'Share the points left among {count} rows' },
  inWords: {
    zh: '{count} 行文字目标照目标填写（记为单位自述）',
    en: 'Write {count} targets in words as reached (stated by the unit)',
  },
  statement: { zh: '总体说明（随表提交）', en: 'Statement (goes with the form)' },
  handIn: { zh: '自评送审', en: 'Hand in' },
  sure: { zh: '自评送审，{total} 分？', en: 'Hand in with {total} points?' },
  final: {
    zh: '送审后由各席依次审核，退回以前不能再改；通过后进入复核。',
    en: 'The desks look at it in turn; nothing changes unless they return it. Then it goes to re-evaluation.',
  },
} as const

type EvaluationDeskProps = { readonly form: OpenedForm; readonly own: SelfEvaluation }

/** A self-evaluation at work: what it comes to, what waits for a person, and its rows. */
export function EvaluationDesk({ form, own }: EvaluationDeskProps) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const cells = useCells(own)
  const [statement, setStatement] = useState(own.statement)
  const isWithUs = isWithUnit(own.state)
  const isOpen = mayWrite && isWithUs
  const field = useId()
  return (
    <>
      <FormHead
        form={form}
        about={<Standing own={own} isSaving={cells.isSaving} />}
        isSaved={!cells.isSaving}
        action={isOpen ? <HandIn own={own} statement={statement} /> : undefined}
      />
      <EvaluationSummary own={own} />
      {isOpen ? <Tools own={own} write={cells.write} /> : null}
      {isWithUs ? <OpenPoints own={own} statementField={field} /> : null}
      <EvaluationRows {...{ own, isOpen }} write={cells.write} />
      <AccountCard {...{ own, isOpen }} />
      <RevisedRows revised={own.revised} />
      <section className="evaluation-statement">
        <label htmlFor={field}>{say('statement')}</label>
        {isOpen ? (
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={2000}
            value={statement}
            onChange={({ target }) => setStatement(target.value)}
          />
        ) : (
          <p id={field}>{own.statement === '' ? '—' : own.statement}</p>
        )}
      </section>
      <EvaluationWay own={own} />
    </>
  )
}

/** Where it stands, in one line below the name. */
function Standing({ own, isSaving }: { readonly own: SelfEvaluation; readonly isSaving: boolean }) {
  const say = useWords(WORDS)
  const at = own.handedInAt === null ? '' : formatMoment(own.handedInAt)
  switch (own.state) {
    case 'draft':
      return say(isSaving ? 'saving' : 'draft')
    case 'returned':
    case 'rejected':
      return <Light kind="bad" word={say(own.state)} />
    case 'handed-in':
    case 'in-review':
      return <Light kind="watch" word={say('handedIn', { at })} />
    case 'accepted':
      return <Light kind="good" word={say('accepted', { at })} />
  }
}

type ToolsProps = { readonly own: SelfEvaluation; readonly write: ReturnType<typeof useCells>['write'] }

function Tools({ own, write }: ToolsProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const take = useMutation(
    queries.evaluation.takeComputedValues.mutationOptions({
      onSuccess: async () => {
        message.success(say('taken'))
        await renewSelfEvaluation()
      },
    }),
  )
  const proposals = own.rows.flatMap((row) =>
    row.reason === '' && row.proposedReason !== null
      ? [{ row, column: 'reason' as const, now: row.proposedReason }]
      : [],
  )
  const weights = own.rows.flatMap((row) =>
    row.proposedWeight === null ? [] : [{ row, column: 'weight' as const, now: row.proposedWeight }],
  )
  const inWords = own.rows.flatMap((row) =>
    row.actual === '' && row.target !== '' && !/\d/.test(row.target)
      ? [{ row, column: 'actual' as const, now: row.target }]
      : [],
  )
  const put = (changes: Parameters<typeof write>[0]) => void write(changes).catch(() => undefined)
  const { id, version } = own
  return (
    <>
      <ProblemAlert problem={take.error} />
      <p className="evaluation-tools">
        <Button loading={take.isPending} onClick={() => take.mutate({ id: idOf(id), version })}>
          {say('take')}
        </Button>
        {proposals.length === 0 ? null : (
          <Button onClick={() => put(proposals)}>{say('propose', { count: proposals.length })}</Button>
        )}
        {inWords.length === 0 ? null : (
          <Button onClick={() => put(inWords)}>{say('inWords', { count: inWords.length })}</Button>
        )}
        {weights.length === 0 ? null : (
          <Button onClick={() => put(weights)}>{say('weigh', { count: weights.length })}</Button>
        )}
      </p>
    </>
  )
}

function HandIn({ own, statement }: { readonly own: SelfEvaluation; readonly statement: string }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [modal, questions] = Modal.useModal()
  const { id, version, total } = own
  const handIn = useMutation(
    queries.evaluation.handInSelfEvaluation.mutationOptions({
      onSuccess: async () => {
        await renewSelfEvaluation()
        await queryClient.invalidateQueries({ queryKey: queries.declarationLife.key() })
        await queryClient.invalidateQueries({ queryKey: queries.flow.key() })
      },
      onError: (problem) => message.error(problem.detail),
    }),
  )
  const send = () => handIn.mutateAsync({ id: idOf(id), version, statement }).catch(() => undefined)
  const ask = () =>
    void modal.confirm({ title: say('sure', { total }), content: say('final'), okText: say('handIn'), onOk: send })
  return (
    <>
      {questions}
      <Button type="primary" loading={handIn.isPending} onClick={ask}>
        {say('handIn')}
      </Button>
    </>
  )
}
