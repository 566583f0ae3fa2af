import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { LENGTH_WORDS, type OpenedProbe, STATE_LIGHTS, STATE_WORDS, sayLength } from './probe-view.ts'

const WORDS = {
  title: { zh: '各监测点', en: 'Vantage points' },
  rule: {
    zh: '{count} 个监测点中有 {needed} 个说中断才算中断；没有消息的算“未知”。',
    en: 'Out when {needed} of {count} vantage points say so; one that is silent is unknown.',
  },
  never: { zh: '还没有消息', en: 'nothing heard yet' },
  ago: { zh: '{length}前，{ms} 毫秒', en: '{length} ago, {ms} ms' },
  here: { zh: '本服务器', en: 'this server' },
  off: { zh: '已停用', en: 'switched off' },
} as const

/** The last word of each place a probe is looked at from, and how old it is. */
export function LooksCard({ looks, watchedFrom }: Pick<OpenedProbe, 'looks' | 'watchedFrom'>) {
  const say = useWords(WORDS)
  const sayState = useWords(STATE_WORDS)
  const sayWord = useWords(LENGTH_WORDS)
  if (watchedFrom === null) return null
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="card-body small">{say('rule', { count: looks.length, needed: watchedFrom.needed })}</p>
      <ul className="watch-list">
        {looks.map(({ id, name, isOn, state, ageSeconds, tookMs, problem }) => (
          <li key={id}>
            <Light kind={STATE_LIGHTS[state]} word={sayState(state)} />
            <strong>{name ?? say('here')}</strong>
            <span className="small">
              {ageSeconds === null
                ? say('never')
                : say('ago', { length: sayLength(ageSeconds, sayWord), ms: tookMs ?? 0 })}
            </span>
            {isOn ? null : <span className="small">{say('off')}</span>}
            {problem === '' ? null : <span>{problem}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
