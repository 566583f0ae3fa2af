import { formatMoment } from '#desk/words/format-moment.ts'
import { useList, useWords } from '#desk/words/use-words.ts'
import { CaseDrawing } from './case-drawing.tsx'
import type { CaseSeen } from './case-view.ts'
import './flow.css'

const WORDS = {
  way: { zh: '流程', en: 'The way' },
  said: { zh: '经过', en: 'What happened' },
  passed: { zh: '已办', en: 'passed' },
  current: { zh: '在这里', en: 'here' },
  future: { zh: '未到', en: 'to come' },
  'left-out': { zh: '不经过', en: 'left out' },
} as const

const SHAPES = { passed: '✓', current: '●', future: '○', 'left-out': '—' } as const

/** The desks of a case with who is asked there, drawn and in words, and what was said. */
export function CaseHistory({ seen }: { readonly seen: CaseSeen }) {
  const say = useWords(WORDS)
  const list = useList()
  const desks = seen.nodes.filter(({ kind, state }) => SHOWN.includes(kind) && state !== 'left-out')
  return (
    <>
      <h2 className="case-heading">{say('way')}</h2>
      <ol className="case-way">
        {desks.map(({ id, name, state, people }) => (
          <li key={id} data-state={state}>
            <span aria-hidden className="case-mark">
              {SHAPES[state]}
            </span>
            <span>
              <strong>{name}</strong> <span className="visually-hidden">{say(state)}</span>
              <span className="small">{list(people)}</span>
            </span>
          </li>
        ))}
      </ol>
      <CaseDrawing seen={seen} />
      <h2 className="case-heading">{say('said')}</h2>
      <ol className="case-log">
        {seen.log.toReversed().map(({ number, at, sentence, opinion }) => (
          <li key={number}>
            <span className="small">{formatMoment(at)}</span>
            <span>{sentence}</span>
            {opinion === '' ? null : <q>{opinion}</q>}
          </li>
        ))}
      </ol>
    </>
  )
}

const SHOWN: readonly string[] = ['start', 'approve', 'end']
