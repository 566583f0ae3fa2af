import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { CaseHistory } from '#desk/flow/case-history.tsx'
import { type CaseSeen, useCase } from '#desk/flow/case-view.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { CommentBox } from './comment-box.tsx'
import { Decision, type DecisionKind } from './decision.tsx'
import { ReviewChecks } from './review-checks.tsx'
import { ReviewRows } from './review-rows.tsx'
import { type Reviewed, ReviewSummary } from './review-summary.tsx'
import { useReviewKeys } from './use-review-keys.ts'

const WORDS = { drawer: { zh: '审核意见', en: 'Decision' } } as const

type CaseOnDeskProps = {
  readonly caseId: string
  readonly formId: string
  readonly move: (step: 1 | -1) => void
  readonly onDecided: () => void
}

/** The declaration on the desk: what is promised beside last year, and in the drawer the decision and the checks. */
export function CaseOnDesk({ caseId, formId, move, onDecided }: CaseOnDeskProps) {
  const seen = useCase(caseId)
  const reviewed = useQuery(queries.review.readReview.queryOptions({ input: { id: FormId.parse(formId) } }))
  return (
    <section className="review-case">
      <Loaded query={reviewed}>
        {(form) => <Loaded query={seen}>{(now) => <OnDesk {...{ form, move, onDecided }} seen={now} />}</Loaded>}
      </Loaded>
    </section>
  )
}

type OnDeskProps = Pick<CaseOnDeskProps, 'move' | 'onDecided'> & { readonly form: Reviewed; readonly seen: CaseSeen }

function OnDesk({ form, seen, move, onDecided }: OnDeskProps) {
  const say = useWords(WORDS)
  const [kind, setKind] = useState<DecisionKind | null>(null)
  const [place, setPlace] = useState('form')
  const [isCommenting, setCommenting] = useState(false)
  const may = (verb: string) => seen.verbs.some((one) => one.verb === verb)
  useReviewKeys((deed) => {
    switch (deed) {
      case 'agree':
      case 'return':
        if (may(deed)) setKind(deed)
        return
      case 'comment':
        setCommenting(true)
        return
      case 'next':
        move(1)
        return
      case 'previous':
        move(-1)
    }
  })
  const comment = (at: string) => {
    setPlace(at)
    setCommenting(true)
  }
  return (
    <>
      <ReviewSummary form={form} />
      <ReviewRows form={form} place={place} onPick={setPlace} onComment={comment} />
      <InDrawer title={say('drawer')}>
        <Decision {...{ seen, kind, onDecided }} onChoose={setKind} />
        {isCommenting ? <CommentBox form={form} place={place} onClose={() => setCommenting(false)} /> : null}
        <ReviewChecks form={form} onJump={setPlace} />
        <CaseHistory seen={seen} />
      </InDrawer>
    </>
  )
}
