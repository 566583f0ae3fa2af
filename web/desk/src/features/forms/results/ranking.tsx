import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import { EFFECTS } from '../reevaluation/effect-words.ts'
import type { Result } from './results-page.tsx'

const WORDS = {
  caption: { zh: '排名', en: 'Ranking' },
  rank: { zh: '名次', en: 'Rank' },
  inYear: { zh: '{year} 第 {rank}', en: '{year}, {rank}' },
  project: { zh: '项目', en: 'Project' },
  self: { zh: '自评', en: 'Self' },
  total: { zh: '总分', en: 'Total' },
  again: { zh: '复核', en: 're-evaluated' },
  own: { zh: '自评', en: 'the unit’s own' },
  grade: { zh: '等级', en: 'Grade' },
  effect: { zh: '下年预算', en: 'Next budget' },
  open: { zh: '整改未答复 {count}', en: '{count} corrections open' },
  public: { zh: '公开件', en: 'Public copy' },
  publicOf: { zh: '“{name}”的公开件', en: 'Public copy of "{name}"' },
  action: { zh: '操作', en: 'Action' },
} as const

/** Best first; every figure leads to the page it comes from. */
export function Ranking({ results }: { readonly results: readonly Result[] }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const sayGrade = useGrade()
  const columns: readonly Column<Result>[] = [
    { key: 'rank', title: say('rank'), width: '10%', cell: ({ year, rank }) => say('inYear', { year, rank }) },
    {
      key: 'project',
      title: say('project'),
      width: '34%',
      cell: ({ projectId, project, unit }) => (
        <div>
          <Link className="cell-name" to="/projects/$projectId" params={{ projectId }}>
            {project}
          </Link>
          <p className="small">{unit}</p>
        </div>
      ),
    },
    {
      key: 'self',
      title: say('self'),
      kind: 'number',
      cell: ({ formId, selfTotal }) => (
        <Link to="/projects/forms/$formId/self-evaluation" params={{ formId }}>
          {selfTotal}
        </Link>
      ),
    },
    {
      key: 'total',
      title: say('total'),
      kind: 'number',
      cell: ({ formId, total, reEvaluated }) => (
        <div>
          <Link to="/projects/forms/$formId/re-evaluation" params={{ formId }}>
            {total}
          </Link>
          <p className="small">{say(reEvaluated ? 'again' : 'own')}</p>
        </div>
      ),
    },
    { key: 'grade', title: say('grade'), cell: ({ grade }) => sayGrade(grade) },
    {
      key: 'effect',
      title: say('effect'),
      cell: ({ effect, openRectifications: count }) => (
        <div>
          {effect === null ? '—' : <Light kind={EFFECTS[effect].light} word={sayIn(EFFECTS[effect], language)} />}
          {count === 0 ? null : <p className="small severity-error">{say('open', { count })}</p>}
        </div>
      ),
    },
    {
      key: 'public',
      title: say('action'),
      kind: 'actions',
      cell: ({ formId, project: name }) => (
        <Link to="/projects/forms/$formId/publication" params={{ formId }} aria-label={say('publicOf', { name })}>
          {say('public')}
        </Link>
      ),
    },
  ]
  return <DataTable caption={say('caption')} columns={columns} rows={results} keyOf={({ formId }) => formId} />
}
