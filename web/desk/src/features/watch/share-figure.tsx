import { useWords } from '#desk/words/use-words.ts'
import type { ProbeLine } from './probe-view.ts'

const WORDS = {
  coverage: { zh: '覆盖 {coverage}%', en: 'coverage {coverage} %' },
  bounds: { zh: '{lowest}–{highest}%', en: '{lowest}–{highest} %' },
  none: { zh: '没有数据', en: 'no data' },
  about: {
    zh: '没有观测到的时间全按中断或全按可用计，数值在 {lowest}% 与 {highest}% 之间',
    en: 'With all unseen time down, or all of it up, the figure lies between {lowest} % and {highest} %',
  },
} as const

/** The figure never stands without its coverage and the bounds of what nobody saw. */
export function ShareFigure({ figure }: { readonly figure: ProbeLine['availability'] }) {
  const say = useWords(WORDS)
  const { share, coverage, lowest, highest } = figure
  if (share === null || coverage === null || lowest === null || highest === null) {
    return <span className="small">{say('none')}</span>
  }
  return (
    <span className="watch-share">
      <strong>{share}%</strong>
      <span className="small" title={say('about', { lowest, highest })}>
        {say('coverage', { coverage })}
        {lowest === highest ? null : ` · ${say('bounds', { lowest, highest })}`}
      </span>
    </span>
  )
}
