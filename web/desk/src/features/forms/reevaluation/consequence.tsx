import { ProjectId } from '@shiji/contract/performance'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import { useGrade } from '../grade-words.ts'
import { EFFECTS } from './effect-words.ts'

const WORDS = {
  self: { zh: '自评', en: 'Self' },
  again: { zh: '复核后', en: 'After re-evaluation' },
  notYet: { zh: '还没有复核', en: 'Not scored again yet' },
  grade: { zh: '等级 {grade}', en: 'Grade {grade}' },
  next: { zh: '对 {year} 年预算', en: 'For the budget of {year}' },
  nothing: { zh: '没有规定', en: 'No rule' },
  open: { zh: '未答复的整改 {count} 件', en: '{count} corrections unanswered' },
  last: { zh: '{year} 年 {total} 分 {grade}', en: '{year}: {total} points, {grade}' },
  before: { zh: '以前各年', en: 'Years before' },
  none: { zh: '没有', en: 'None' },
} as const

/** What came of the year, and what it means for the next declaration. */
export function Consequence({ own }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const sayGrade = useGrade()
  const input = { id: ProjectId.parse(own.projectId) }
  const results = useQuery(queries.results.listProjectResults.queryOptions({ input }))
  return (
    <Loaded query={results} rows={2}>
      {(years) => {
        const now = years.find(({ formId }) => formId === own.id)
        if (now === undefined) return null
        const effect = now.effect === null ? null : EFFECTS[now.effect]
        const before = years.filter(({ year }) => year < now.year).slice(0, 3)
        return (
          <div className="again-cards">
            <section className="card again-card">
              <h2>{say('self')}</h2>
              <p className="again-number">{now.selfTotal}</p>
              <p className="small">{say('grade', { grade: sayGrade(now.selfGrade) })}</p>
            </section>
            <section className="card again-card">
              <h2>{say('again')}</h2>
              <p className="again-number">{now.reEvaluated ? now.total : '—'}</p>
              <p className="small">{now.reEvaluated ? say('grade', { grade: sayGrade(now.grade) }) : say('notYet')}</p>
            </section>
            <section className="card again-card">
              <h2>{say('next', { year: now.year + 1 })}</h2>
              {effect === null ? <p>{say('nothing')}</p> : <Light kind={effect.light} word={sayIn(effect, language)} />}
              <p className="small">{say('open', { count: now.openRectifications })}</p>
            </section>
            <section className="card again-card">
              <h2>{say('before')}</h2>
              {before.length === 0 ? <p>{say('none')}</p> : null}
              {before.map(({ year, total, grade }) => (
                <p key={year}>{say('last', { year, total, grade: sayGrade(grade) })}</p>
              ))}
            </section>
          </div>
        )
      }}
    </Loaded>
  )
}
