import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import { Rectifications } from '../monitoring/rectifications.tsx'
import { FormHead } from '../sheet/form-head.tsx'
import { TakeSheet } from '../take-sheet.tsx'
import '../forms.css'
import '../monitoring/monitoring.css'
import { Consequence } from './consequence.tsx'
import { DifferenceReport } from './difference-report.tsx'
import { ReScoreDesk } from './re-score-desk.tsx'
import './reevaluation.css'

const WORDS = {
  early: { zh: '自评还没有提交', en: 'The self-evaluation is not handed in yet' },
  earlyAbout: { zh: '提交以后，财政在这里逐行复核。', en: 'Once it is, finance scores it again here, row by row.' },
  none: { zh: '还没有复核', en: 'Nobody has scored it again yet' },
  letter: { zh: '反馈书', en: 'Letter of the result' },
  letterAbout: {
    zh: '把最近一次的结果、各行差异和要整改的事反馈给单位。',
    en: 'Gives the latest result, the differences by row and what must be corrected back to the unit.',
  },
} as const

/** 复核: the re-score beside the unit's own, what came of it, and what must be corrected. */
export function ReEvaluationPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/re-evaluation' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  const read = useQuery(queries.evaluation.readSelfEvaluation.queryOptions({ input: { id: FormId.parse(formId) } }))
  return (
    <Loaded query={opened}>{(form) => <Loaded query={read}>{(own) => <Again form={form} own={own} />}</Loaded>}</Loaded>
  )
}

function Again({ form, own }: { readonly form: OpenedForm; readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const mayReview = useMay('performance.review')
  const id = FormId.parse(own.id)
  const reports = useQuery(queries.reEvaluation.listReEvaluations.queryOptions({ input: { id } }))
  if (own.state === 'draft') {
    return (
      <>
        <FormHead form={form} />
        <StateBlock state={{ kind: 'empty', title: say('early'), about: say('earlyAbout') }} />
      </>
    )
  }
  return (
    <>
      <FormHead form={form} />
      <Consequence own={own} />
      <Loaded query={reports} rows={2}>
        {(done) => (
          <>
            {done.length === 0 && !mayReview ? <StateBlock state={{ kind: 'empty', title: say('none') }} /> : null}
            {done.map((report) => (
              <DifferenceReport key={report.id} report={report} />
            ))}
            {done.length === 0 ? null : (
              <p className="again-tools">
                <TakeSheet sheet={say('letter')} take={(as) => api.reEvaluation.printFeedback({ id, as })} />
                <span className="small">{say('letterAbout')}</span>
              </p>
            )}
          </>
        )}
      </Loaded>
      {mayReview ? <ReScoreDesk own={own} /> : null}
      <Rectifications id={FormId.parse(own.declarationId)} month={null} remedy={null} />
    </>
  )
}
