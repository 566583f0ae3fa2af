import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import type { ProjectLights } from './project-row.ts'

const WORDS = {
  none: { zh: '{year} 年没有批复的申报', en: 'Nothing approved for {year}' },
  bar: { zh: '{year} 年 {count} 项指标：{parts}', en: '{count} rows of {year}: {parts}' },
  part: { zh: '{light} {count} 项', en: '{light} {count}' },
  alarm: { zh: '预警', en: 'alarm' },
  watch: { zh: '关注', en: 'watch' },
  fine: { zh: '正常', en: 'fine' },
  notBegun: { zh: '未开始', en: 'not begun' },
  unbound: { zh: '未绑定', en: 'not bound' },
} as const

const LIGHTS = [
  { of: 'alarm', show: 'alarm', shape: '✕', kind: 'bad' },
  { of: 'watch', show: 'watch', shape: '!', kind: 'watch' },
  { of: 'fine', show: 'fine', shape: '✓', kind: 'good' },
  { of: 'notBegun', show: 'not-begun', shape: '○', kind: 'idle' },
  { of: 'unbound', show: 'unbound', shape: '—', kind: 'none' },
] as const

const WIDTH = 100

type LightCountProps = { readonly found: ProjectLights | null | undefined; readonly year: number }

/** How the rows of a project stand: a bar by light, and each count leading to its rows. */
export function LightCount({ found, year }: LightCountProps) {
  const say = useWords(WORDS)
  if (found === undefined) return '—'
  if (found === null) return <span className="small">{say('none', { year })}</span>
  const { lights, projectId: project } = found
  const lit = LIGHTS.map((light) => ({ ...light, count: lights[light.of] })).filter(({ count }) => count > 0)
  const all = lit.reduce((sum, { count }) => sum + count, 0)
  const parts = lit.map(({ of, count }) => say('part', { light: say(of), count })).join(' · ')
  let from = 0
  return (
    <div className="light-count">
      <svg
        viewBox={`0 0 ${WIDTH} 6`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('bar', { year, count: all, parts })}
      >
        {lit.map(({ of, kind, count }) => {
          const x = from
          from += (count / all) * WIDTH
          return <rect key={of} className={`light-bar-${kind}`} x={x} y="0" width={(count / all) * WIDTH} height="6" />
        })}
      </svg>
      <p>
        {lit.map(({ of, show, shape, kind, count }) => (
          <Link
            key={of}
            className={`light-number light-number-${kind}`}
            to="/board"
            search={{ year, project, show }}
            aria-label={say('part', { light: say(of), count })}
            title={say('part', { light: say(of), count })}
          >
            <span aria-hidden>{shape}</span> {count}
          </Link>
        ))}
      </p>
    </div>
  )
}
