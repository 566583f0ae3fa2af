import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import type { api } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import { EFFECTS } from '../reevaluation/effect-words.ts'
import './results.css'

const WORDS = {
  title: { zh: '以前年度的结果', en: 'What earlier years mean' },
  result: { zh: '{year} 年 {total} 分 {grade}', en: '{year}: {total} points {grade}' },
  none: { zh: '还没有评价结果', en: 'No result yet' },
  budget: { zh: '对本年预算', en: 'For this budget' },
  open: { zh: '看未答复的整改 {count} 件', en: 'See {count} unanswered corrections' },
} as const

type LastResultProps = {
  readonly consequence: Awaited<ReturnType<typeof api.review.readReview>>['consequence']
}

/** The newest result and unanswered corrections of earlier years, and what they ask of this declaration. */
export function LastResult({ consequence }: LastResultProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const sayGrade = useGrade()
  if (consequence === null) return null
  const { result, effect, open, notes } = consequence
  return (
    <section className="last-result" aria-label={say('title')}>
      <p>
        <span className="strong">{say('title')}</span>{' '}
        {result === null ? (
          say('none')
        ) : (
          <Link to="/projects/forms/$formId/re-evaluation" params={{ formId: result.formId }}>
            {say('result', { year: result.year, total: result.total, grade: sayGrade(result.grade) })}
          </Link>
        )}
        {effect === null ? null : (
          <>
            {' · '}
            {say('budget')} <Light kind={EFFECTS[effect].light} word={sayIn(EFFECTS[effect], language)} />
          </>
        )}
        {open === 0 ? null : (
          <>
            {' · '}
            <Link to="/rectifications" search={{ standing: 'open' }}>
              {say('open', { count: open })}
            </Link>
          </>
        )}
      </p>
      {notes.map(({ code, message }) => (
        <p key={code} className="severity-warning">
          {message}
        </p>
      ))}
    </section>
  )
}
