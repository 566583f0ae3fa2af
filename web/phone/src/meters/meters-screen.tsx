import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { type Meter, useMeters } from './use-meters.ts'

const WORDS = {
  title: { zh: '抄表和测速', en: 'Meters and speed tests' },
  none: {
    zh: '没有要抄的表计或线路，请在桌面版建立。',
    en: 'There is no meter or line to read; they are made at the desk.',
  },
  last: { zh: '上次 {value}（{time}）', en: 'last {value} ({time})' },
  never: { zh: '还没有抄过', en: 'never read' },
  waits: { zh: '{count} 次等待发送', en: '{count} waiting to be sent' },
} as const

export function MetersScreen() {
  const say = useWords(WORDS)
  const { asked, meters } = useMeters()
  return (
    <Screen title={say('title')} back="/">
      <AskedBlock asked={asked}>
        {() => (
          <>
            {meters.length === 0 ? <p className="quiet">{say('none')}</p> : null}
            <ul className="cards">
              {meters.map((meter) => (
                <li key={meter.id}>
                  <Link to={`/meters/${meter.id}`} className="card">
                    <b>{meter.name}</b>
                    <MeterFacts meter={meter} />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </AskedBlock>
    </Screen>
  )
}

/** Where it is, what it showed last, and what has not arrived. */
export function MeterFacts({ meter }: { readonly meter: Meter }) {
  const say = useWords(WORDS)
  const { unit, place, last, unitWord, waiting } = meter
  const value = last === null ? '' : `${last.value}${last.of === null ? '' : ` / ${last.of}`} ${unitWord}`.trim()
  return (
    <>
      <span className="quiet">{place === '' ? unit.name : `${unit.name} · ${place}`}</span>
      <span className="quiet">
        {last === null ? say('never') : say('last', { value, time: formatMoment(last.at) })}
      </span>
      {waiting.length === 0 ? null : (
        <span className="light light-idle">○ {say('waits', { count: waiting.length })}</span>
      )}
    </>
  )
}
