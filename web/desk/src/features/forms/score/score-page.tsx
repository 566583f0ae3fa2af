import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { FormHead } from '../sheet/form-head.tsx'
import '../forms.css'
import './score.css'
import { ScoreRows } from './score-rows.tsx'
import { ScoreSummary } from './score-summary.tsx'

const WORDS = {
  about: { zh: '按规则逐行打分，与表上印的得分对照', en: 'Every row scored by the rules, beside what the form prints' },
  none: { zh: '这份表不打分', en: 'This form is not scored' },
  noneAbout: {
    zh: '只有写明年度的自评表才打分；规则按地方和年度选定。',
    en: 'Only self-evaluations with a year are scored, by the rules of their place and year.',
  },
} as const

/** 自评: score beside each row with its reason in words, total, grade, printed against rule. */
export function ScorePage() {
  const say = useWords(WORDS)
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/score' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead form={form} about={say('about')} />
          {form.score === null ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <>
              <ScoreSummary content={form.content} score={form.score} />
              <ScoreRows content={form.content} score={form.score} formId={form.id} />
            </>
          )}
        </>
      )}
    </Loaded>
  )
}
