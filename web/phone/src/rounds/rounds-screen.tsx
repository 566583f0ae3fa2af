import { formatClock } from '../../../desk/src/words/format-moment.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useNow } from '../shell/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { type Round, useRounds } from './use-rounds.ts'

const WORDS = {
  title: { zh: '巡检', en: 'Rounds' },
  open: { zh: '现在做', en: 'To be walked now' },
  ahead: { zh: '还没到时段', en: 'Not open yet' },
  done: { zh: '做完的', en: 'Finished' },
  over: { zh: '已过时段', en: 'Over' },
  none: { zh: '今天和明天没有要做的巡检。', en: 'No round today or tomorrow.' },
  more: {
    zh: '还有 {count} 次没有显示，请在桌面版查看。',
    en: '{count} more are not shown here; see them at the desk.',
  },
  points: { zh: '{seen}/{all} 个点位', en: '{seen} of {all} points' },
  late: { zh: '已过时限', en: 'late' },
  finished: { zh: '做完', en: 'done' },
} as const

const PARTS = ['open', 'ahead', 'over', 'done'] as const

export function RoundsScreen() {
  const say = useWords(WORDS)
  const { asked, rounds } = useRounds()
  return (
    <Screen title={say('title')} back="/">
      <AskedBlock asked={asked}>
        {({ more }) => (
          <>
            {rounds.length === 0 ? <p className="quiet">{say('none')}</p> : null}
            {PARTS.map((part) => (
              <Part key={part} title={say(part)} rounds={rounds.filter(({ phase }) => phase === part)} />
            ))}
            {more === 0 ? null : <p className="quiet">{say('more', { count: more })}</p>}
          </>
        )}
      </AskedBlock>
    </Screen>
  )
}

function Part({ title, rounds }: { readonly title: string; readonly rounds: readonly Round[] }) {
  if (rounds.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="cards">
        {rounds.map((round) => (
          <li key={round.occurrence.id}>
            <Link to={`/rounds/${round.occurrence.id}`} className="card">
              <RoundFacts round={round} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What it is, when it is due and how far it is. */
export function RoundFacts({ round }: { readonly round: Round }) {
  const say = useWords(WORDS)
  const now = useNow()
  const { occurrence, route, seen, phase } = round
  const { planName, unit, opensAt, dueAt } = occurrence
  const isLate = phase === 'open' && now > Date.parse(dueAt)
  return (
    <>
      <b>{planName}</b>
      <span className="quiet">
        {unit.name} · {formatClock(opensAt, now)}–{formatClock(dueAt, now)}
      </span>
      <span className={phase === 'done' ? 'light light-good' : `light ${isLate ? 'light-warn' : 'light-idle'}`}>
        {phase === 'done' ? `✓ ${say('finished')}` : isLate ? `! ${say('late')}` : '○'}{' '}
        {say('points', { seen, all: route.points.length })}
      </span>
    </>
  )
}
