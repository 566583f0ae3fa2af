import type { FormContent } from '@shiji/kernel/form/form-content'
import { useWords } from '#desk/words/use-words.ts'
import type { FormScore } from '../edit/opened-form.ts'

const WORDS = {
  total: { zh: '按规则，总分', en: 'Total by the rules' },
  totalCalibre: {
    zh: '口径：预算执行率得分与各行规则得分之和；有行未能打分时不给等级',
    en: 'Execution points and the points of every row together; no grade while a row has none',
  },
  grade: { zh: '等级 {grade}', en: 'Grade {grade}' },
  noGrade: { zh: '暂不定级', en: 'No grade yet' },
  execution: { zh: '预算执行率', en: 'Budget execution' },
  executionCalibre: { zh: '口径：全年执行数 ÷ 全年预算数', en: 'Executed over the budget of the full year' },
  executionScore: { zh: '得 {score} 分', en: '{score} points' },
  printed: { zh: '表上印的总分', en: 'Total the form prints' },
  printedCalibre: { zh: '口径：表上“总分”一格的原文', en: 'As the form prints it' },
  agrees: { zh: '✓ 与规则一致', en: '✓ agrees with the rules' },
  differs: { zh: '! 与规则不同', en: '! differs from the rules' },
  notPrinted: { zh: '表上没有印', en: 'Not printed' },
  warnings: { zh: '需要你处理 {count} 项', en: '{count} things need you' },
  clear: { zh: '✓ 没有需要处理的', en: '✓ Nothing needs you' },
} as const

type ScoreSummaryProps = { readonly content: FormContent; readonly score: FormScore }

export function ScoreSummary({ content, score }: ScoreSummaryProps) {
  const say = useWords(WORDS)
  const { total, grade, execution, warnings } = score
  const printed = content.totals?.score ?? null
  const open = warnings.filter(({ severity }) => severity !== 'hint')
  return (
    <div className="score-strip">
      <section className="card score-card" title={say('totalCalibre')}>
        <h2 className="small">{say('total')}</h2>
        <p className="score-number">{total ?? '—'}</p>
        <p className="small">{grade === null ? say('noGrade') : say('grade', { grade })}</p>
      </section>
      <section className="card score-card" title={say('printedCalibre')}>
        <h2 className="small">{say('printed')}</h2>
        <p className="score-number">{printed ?? '—'}</p>
        <p className="small">{printed === null ? say('notPrinted') : say(printed === total ? 'agrees' : 'differs')}</p>
      </section>
      <section className="card score-card" title={say('executionCalibre')}>
        <h2 className="small">{say('execution')}</h2>
        <p className="score-number">{execution.rate ?? '—'}</p>
        <p className="small">{say('executionScore', { score: execution.score ?? '—' })}</p>
      </section>
      <section className="card score-card">
        <h2 className="small">{open.length === 0 ? say('clear') : say('warnings', { count: open.length })}</h2>
        <ul className="score-warnings">
          {open.map(({ code, where, message }) => (
            <li key={`${code} ${where}`}>{message}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
