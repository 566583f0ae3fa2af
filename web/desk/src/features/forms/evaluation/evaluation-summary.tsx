import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import { inYuan } from '../money/yuan.ts'
import { ProofBar } from './proof-bar.tsx'
import type { SelfEvaluation } from './self-evaluation.ts'

const WORDS = {
  total: { zh: '自评总分', en: 'Total' },
  of: { zh: '/ 100', en: 'of 100' },
  grade: { zh: '等级 {grade}', en: 'Grade {grade}' },
  noGrade: { zh: '还有行没有得分，暂不定级', en: 'No grade while a row has no points' },
  red: { zh: '得分与预算执行不相称', en: 'Points and spending do not go together' },
  yellow: { zh: '预算执行偏低', en: 'Little of the money is spent' },
  execution: { zh: '预算执行率', en: 'Budget execution' },
  money: { zh: '{executed} ÷ {budget}', en: '{executed} ÷ {budget}' },
  noMoney: { zh: '还没有预算数或执行数', en: 'The budget or the spending is missing' },
  points: { zh: '得 {score} / {weight} 分', en: '{score} of {weight} points' },
  payments: { zh: '依据 {count} 笔支付', en: 'From {count} payments' },
  unproved: { zh: '与支付台账不一致', en: 'Differs from the payments' },
  noPayments: { zh: '没有导入支付清单', en: 'No payment list was taken' },
  proof: { zh: '得分靠什么证明', en: 'What proves the points' },
  frozen: { zh: '按第 {version} 版批复目标', en: 'By approved version {version}' },
  flags: { zh: '提示', en: 'Worth a look' },
  beyond: { zh: '大幅超过目标 {count} 项', en: '{count} rows went far beyond their target' },
  soft: { zh: '目标偏软 {count} 项', en: '{count} targets are soft' },
  calm: { zh: '没有超额和偏软的目标', en: 'No row far beyond, no soft target' },
} as const

/** What the year comes to and what it rests on. */
export function EvaluationSummary({ own }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const sayGrade = useGrade()
  const { total, grade, light, rows, baseVersion: version } = own
  const beyond = rows.filter(({ isOverAchieved }) => isOverAchieved).length
  const soft = rows.filter(({ softFor }) => softFor !== null).length
  return (
    <div className="evaluation-cards">
      <section className="card evaluation-card">
        <h2>{say('total')}</h2>
        <p>
          <b className="evaluation-number">{total}</b> {say('of')}
        </p>
        <p className="small">{grade === null ? say('noGrade') : say('grade', { grade: sayGrade(grade) })}</p>
        {light === null ? null : <Light kind={light === 'red' ? 'bad' : 'watch'} word={say(light)} />}
      </section>
      <Execution own={own} />
      <section className="card evaluation-card">
        <h2>{say('proof')}</h2>
        <ProofBar proof={own.proof} />
        <p className="small">{say('frozen', { version })}</p>
      </section>
      <section className="card evaluation-card">
        <h2>{say('flags')}</h2>
        {beyond === 0 && soft === 0 ? <p>{say('calm')}</p> : null}
        {beyond === 0 ? null : <p>{say('beyond', { count: beyond })}</p>}
        {soft === 0 ? null : <p>{say('soft', { count: soft })}</p>}
      </section>
    </div>
  )
}

function Execution({ own: { execution } }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const { budget, executed, rate, weight, score, trace, proof, payments } = execution
  return (
    <section className="card evaluation-card">
      <h2>{say('execution')}</h2>
      <p title={trace ?? undefined}>
        <b className="evaluation-number">{rate === null ? '—' : `${rate}%`}</b>{' '}
        {score === null || weight === null ? '' : say('points', { score, weight })}
      </p>
      <p className="small">
        {budget === null || executed === null
          ? say('noMoney')
          : say('money', { budget: inYuan(budget), executed: inYuan(executed) })}
      </p>
      <p className="small">
        {payments === 0 ? say('noPayments') : say(proof === 'unproved' ? 'unproved' : 'payments', { count: payments })}
      </p>
    </section>
  )
}
