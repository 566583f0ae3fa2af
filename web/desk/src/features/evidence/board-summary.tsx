import { Link } from '@tanstack/react-router'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { BoardDeclaration, EvidenceRow } from './row-types.ts'

const WORDS = {
  kept: { zh: '照今天的走势能达成的', en: 'On course to be kept' },
  ofRows: { zh: '/ {count} 项已绑定', en: 'of {count} bound rows' },
  lights: {
    zh: '正常 {fine} · 关注 {watch} · 预警 {alarm} · 未开始 {none}',
    en: 'fine {fine} · watch {watch} · alarm {alarm} · not begun {none}',
  },
  bound: { zh: '有记录证明的指标', en: 'Rows proved by records' },
  ofAll: { zh: '/ {count} 项', en: 'of {count} rows' },
  lacking: {
    zh: '还没有记录 {count} 项 · 未绑定 {unbound} 项',
    en: 'no records yet for {count} · {unbound} not bound',
  },
  records: { zh: '依据记录', en: 'Records of evidence' },
  count: { zh: '条', en: 'records' },
  stated: { zh: '其中说明类 {count} 条', en: '{count} of them mere statements' },
  worst: { zh: '最需要您看的', en: 'Look at these first' },
  calm: { zh: '没有预警', en: 'Nothing is in alarm' },
} as const

const MOST_WORST = 3
const COUNT = new Intl.NumberFormat('en-US')

/** What the board says before anybody reads a row. */
export function BoardSummary({ declarations }: { readonly declarations: readonly BoardDeclaration[] }) {
  const say = useWords(WORDS)
  const rows = declarations.flatMap(({ id, rows: own }) => own.map((row) => ({ id, row })))
  const bound = rows.filter(({ row }) => row.measure !== null)
  const count = (light: EvidenceRow['light']) => bound.filter(({ row }) => row.light === light).length
  const [fine, watch, alarm] = [count('fine'), count('watch'), count('alarm')]
  // Nothing that happened is a figure too, where the register proves it.
  const proved = bound.filter(({ row }) => row.reading !== null && row.reading.value !== null).length
  const records = bound.reduce((all, { row }) => all + (row.reading?.counted ?? 0), 0)
  const stated = bound.reduce((all, { row }) => all + (row.reading?.strengths.D ?? 0), 0)
  const worst = bound.filter(({ row }) => row.light === 'alarm').slice(0, MOST_WORST)
  return (
    <div className="board-cards">
      <section className="card board-card">
        <h2>{say('kept')}</h2>
        <p>
          <b className="board-number">{fine}</b> {say('ofRows', { count: bound.length })}
        </p>
        <p className="small">{say('lights', { fine, watch, alarm, none: bound.length - fine - watch - alarm })}</p>
      </section>
      <section className="card board-card">
        <h2>{say('bound')}</h2>
        <p>
          <b className="board-number">{proved}</b> {say('ofAll', { count: rows.length })}
        </p>
        <p className="small">{say('lacking', { count: bound.length - proved, unbound: rows.length - bound.length })}</p>
      </section>
      <section className="card board-card">
        <h2>{say('records')}</h2>
        <p>
          <b className="board-number">{COUNT.format(records)}</b> {say('count')}
        </p>
        <p className="small">{say('stated', { count: stated })}</p>
      </section>
      <section className="card board-card">
        <h2>{say('worst')}</h2>
        {worst.length === 0 ? <p className="small">{say('calm')}</p> : null}
        {worst.map(({ id, row }) => (
          <p key={`${id} ${row.position}`}>
            <Link to="/board/$formId/$position" params={{ formId: id, position: String(row.position) }}>
              {row.level3}
            </Link>{' '}
            <Light kind="bad" word={row.headroom ?? row.lightName} />
          </p>
        ))}
      </section>
    </div>
  )
}
