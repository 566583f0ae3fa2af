import { useWords } from '#desk/words/use-words.ts'
import type { SurveySeen } from './survey-page.tsx'

const WORDS = {
  title: { zh: '结果', en: 'Result' },
  running: {
    zh: '截止前不显示结果。已回收 {answered} / {invited} 份，至少要 {minimum} 份。',
    en: 'No result is shown before the last day. {answered} of {invited} have answered; at least {minimum} are needed.',
  },
  withdrawn: { zh: '调查已撤回，没有结果。', en: 'The survey was withdrawn and has no result.' },
  'too-few': {
    zh: '样本不足：回收 {answered} / {invited} 份，少于最小样本 {minimum}。不计入满意度，也不显示答了什么。',
    en: 'Too few: {answered} of {invited} answered, fewer than the minimum of {minimum}. It does not count, and what was answered is not shown.',
  },
  valid: {
    zh: '满意率 {share}%（{satisfied} / {answered} 份），95% 区间 {low}%–{high}%，回收率 {rate}%（抽中 {invited} 人）。',
    en: '{share} % satisfied ({satisfied} of {answered}), 95 % interval {low}–{high} %, response rate {rate} % ({invited} drawn).',
  },
  score: { zh: '回答', en: 'Answer' },
  5: { zh: '很满意', en: 'very satisfied' },
  4: { zh: '满意', en: 'satisfied' },
  3: { zh: '一般', en: 'neither' },
  2: { zh: '不满意', en: 'not satisfied' },
  1: { zh: '很不满意', en: 'not at all' },
  copies: { zh: '{count} 份', en: '{count}' },
} as const

/** The figure never without its number of answers, its interval and its response rate. */
export function SurveyResult({ survey }: { readonly survey: SurveySeen }) {
  const say = useWords(WORDS)
  const { standing, answered, invited, minimum, responseRate, scores } = survey
  const usual = { answered, invited, minimum, rate: responseRate ?? '' }
  const counted =
    standing.kind === 'valid'
      ? { share: standing.share, satisfied: standing.satisfied, ...standing.interval }
      : { share: '', satisfied: '', low: '', high: '' }
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <div className="card-body">
        <p>{say(standing.kind, { ...usual, ...counted })}</p>
        {scores === null ? null : (
          <dl className="survey-scores">
            {scores.map(({ score, count }) => (
              <div key={score}>
                <dt>{say(score as 1 | 2 | 3 | 4 | 5)}</dt>
                <dd>
                  <meter min={0} max={answered} value={count} aria-hidden /> {say('copies', { count })}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  )
}
