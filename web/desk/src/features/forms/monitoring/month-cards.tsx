import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import { CourseLight } from './course-light.tsx'
import type { Month } from './month-draft.ts'

const WORDS = {
  money: { zh: '预算执行', en: 'Money spent' },
  of: { zh: '/ {budget} 元', en: 'of {budget} yuan' },
  noBudget: { zh: '元，还没有预算数', en: 'yuan, no budget recorded' },
  pace: { zh: '序时进度的 {percent}%', en: '{percent} % of what the calendar asks' },
  goal: { zh: '绩效目标', en: 'Goals' },
  lit: { zh: '{lit} / {all} 项有灯', en: '{lit} of {all} rows have a light' },
  whole: { zh: '本月综合', en: 'The month as a whole' },
  none: { zh: '还没有灯', en: 'No light yet' },
  basis: { zh: '按第 {version} 版批复目标，规则包', en: 'By approved version {version}, rule pack' },
  alerts: { zh: '需要注意', en: 'Worth a look' },
  row: { zh: '{name}：{message}', en: '{name}: {message}' },
} as const

const YUAN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
/** An amount as it is read, from its exact text. */
const inYuan = (amount: string) => YUAN.format(amount as `${number}`)

/** Money beside goals, and the light of both together. */
export function MonthCards({ month }: { readonly month: Month }) {
  const say = useWords(WORDS)
  const { money, rows, goalLight, light, alerts } = month
  const lit = rows.filter((row) => row.light !== null).length
  const sentence = ({ position, message }: Month['alerts'][number]) => {
    const name = rows
      .find((row) => row.position === position)
      ?.indicator.split('-')
      .at(-1)
    return name === undefined ? message : say('row', { name, message })
  }
  return (
    <div className="month-cards">
      <section className="card month-card">
        <h2>{say('money')}</h2>
        <p>
          <b className="month-number">{inYuan(money.executed)}</b>{' '}
          {money.budget === null ? say('noBudget') : say('of', { budget: inYuan(money.budget) })}
        </p>
        {money.light === null ? null : <CourseLight light={money.light} percent={null} />}
        {money.percent === null ? null : <p className="small">{say('pace', { percent: money.percent })}</p>}
      </section>
      <section className="card month-card">
        <h2>{say('goal')}</h2>
        <p className="strong">{say('lit', { lit, all: rows.length })}</p>
        {goalLight === null ? null : <CourseLight light={goalLight} percent={null} />}
      </section>
      <section className="card month-card">
        <h2>{say('whole')}</h2>
        {light === null ? <p className="strong">{say('none')}</p> : <CourseLight light={light} percent={null} />}
        <p className="small">
          {say('basis', { version: month.baseVersion })}{' '}
          <Link to="/rules" search={{ pack: month.rulePack }}>
            {month.rulePack}
          </Link>
        </p>
      </section>
      {alerts.length === 0 ? null : (
        <section className="card month-card">
          <h2>{say('alerts')}</h2>
          <ul className="month-alerts">
            {alerts.map((alert) => (
              <li key={`${alert.code} ${alert.position}`}>{sentence(alert)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
