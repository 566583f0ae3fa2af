import { useWords } from '#desk/words/use-words.ts'
import { FindingCounts } from '../edit/finding-counts.tsx'
import { SEVERITY_SHAPES } from '../edit/severity-shapes.ts'
import { useCellName } from './cell-name.ts'
import type { Reviewed } from './review-summary.tsx'

const WORDS = {
  title: { zh: '四项审核要点', en: 'The four criteria' },
  none: { zh: '✓ 机器没有发现问题', en: '✓ Nothing noticed by the machine' },
} as const

type ReviewChecksProps = { readonly form: Reviewed; readonly onJump: (place: string) => void }

/** What the machine noticed, under the criterion it speaks to; each finding leads to its cell. */
export function ReviewChecks({ form, onJump }: ReviewChecksProps) {
  const say = useWords(WORDS)
  const nameOf = useCellName(form.rows)
  return (
    <section className="review-checks" aria-label={say('title')}>
      <h2 className="case-heading">{say('title')}</h2>
      {form.criteria.map(({ key, name, findings }) => (
        <details key={key} open={findings.some(({ severity }) => severity === 'error')}>
          <summary>
            {name}{' '}
            {findings.length === 0 ? (
              <span className="small">{say('none')}</span>
            ) : (
              <FindingCounts findings={findings} />
            )}
          </summary>
          <ul>
            {findings.map(({ code, severity, where, message, advice }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one place may have several findings of one code
              <li key={`${code} ${where} ${at}`}>
                <button type="button" onClick={() => onJump(where)}>
                  <span className={`severity-${severity}`} aria-hidden>
                    {SEVERITY_SHAPES[severity]}
                  </span>{' '}
                  {message} <span className="small">{nameOf(where)}</span>
                  <span className="small">{advice}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
