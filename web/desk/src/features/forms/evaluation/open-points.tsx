import { Button } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { fieldId, goToField, type SelfEvaluation } from './self-evaluation.ts'

const WORDS = {
  title: { zh: '需要您处理 {count} 项', en: '{count} things need you' },
  none: { zh: '✓ 没有要处理的，可以提交', en: '✓ Nothing is open; it can be handed in' },
  unproved: { zh: '没有记录证明的指标 {count} 项', en: '{count} rows without records to prove them' },
  noneUnproved: { zh: '✓ 每一项都有记录或材料', en: '✓ Every row has records or material' },
  asserted: { zh: '（单位自述）', en: ' (stated by the unit)' },
} as const

type OpenPointsProps = { readonly own: SelfEvaluation; readonly statementField: string }

/** What a person must still do, and what nobody has proved yet; every line leads to its field. */
export function OpenPoints({ own, statementField }: OpenPointsProps) {
  const say = useWords(WORDS)
  const { problems, rows } = own
  const weak = rows.filter(({ proof, weight }) => weight !== '0' && (proof === 'asserted' || proof === 'unproved'))
  return (
    <div className="evaluation-open">
      <section className="card">
        <h2>{problems.length === 0 ? say('none') : say('title', { count: problems.length })}</h2>
        {problems.length === 0 ? null : (
          <ul className="evaluation-list">
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.position}`}>
                <Button type="link" onClick={() => goToField(fieldOf(problem, { own, statementField }))}>
                  {problem.message}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{weak.length === 0 ? say('noneUnproved') : say('unproved', { count: weak.length })}</h2>
        {weak.length === 0 ? null : (
          <ul className="evaluation-list">
            {weak.map(({ position, level3, proof }) => (
              <li key={position}>
                <Button type="link" onClick={() => goToField(fieldId('actual', position))}>
                  {level3}
                  {proof === 'asserted' ? say('asserted') : ''}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function fieldOf({ code, position }: SelfEvaluation['problems'][number], { own, statementField }: OpenPointsProps) {
  const row = own.rows.find((one) => one.position === position)
  if (row === undefined) return statementField
  switch (code) {
    case 'reason-missing':
    case 'over-achievement-unexplained':
      return fieldId('reason', row.position)
    case 'row-not-scored':
      return fieldId(row.weight === null ? 'weight' : row.actual === '' ? 'actual' : 'score', row.position)
    case 'score-off-the-rule':
    case 'score-not-accepted':
      return fieldId('score', row.position)
    default:
      return fieldId('actual', row.position)
  }
}
