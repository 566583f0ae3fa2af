import { sayEntered } from '@shiji/kernel/upkeep/say-entered'
import { useState } from 'react'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { clockWithSeconds } from '../words/clock-text.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { CodeField } from './code-field.tsx'
import { RoundFacts } from './rounds-screen.tsx'
import { nextPoint, type Point, type Round, useRounds, visitOf } from './use-rounds.ts'

const WORDS = {
  title: { zh: '巡检', en: 'Round' },
  gone: { zh: '这次巡检不在今明两天的清单里。', en: 'This round is not among those of today and tomorrow.' },
  next: { zh: '下一点：{name}', en: 'Next: {name}' },
  unknown: { zh: '这条路线没有编号为 {code} 的点位，请核对标签。', en: 'No point of this route has the code {code}.' },
  waits: { zh: '等待发送', en: 'waiting to be sent' },
  refused: { zh: '没有收下', en: 'refused' },
  fine: { zh: '正常', en: 'in order' },
  skippedFor: { zh: '跳过：{reason}', en: 'skipped: {reason}' },
  and: { zh: '、', en: ', ' },
  late: { zh: '补录', en: 'entered late' },
} as const

/** The points of a round in their order, and the label of the one somebody stands before. */
export function RoundScreen({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const { asked, rounds } = useRounds()
  const [unknown, setUnknown] = useState<string | null>(null)
  const round = rounds.find(({ occurrence }) => occurrence.id === id)
  const next = round === undefined || round.phase !== 'open' ? null : nextPoint(round)
  const find = (code: string, proof: 'scan' | 'number') => {
    const point = round?.route.points.find((one) => one.code === code)
    setUnknown(point === undefined ? code : null)
    if (point !== undefined) go(`/rounds/${id}/${point.id}?${proof}`)
  }
  const action =
    next === null ? undefined : (
      <Link to={`/rounds/${id}/${next.id}`} className="primary">
        {say('next', { name: next.name })}
      </Link>
    )
  return (
    <Screen title={round?.occurrence.planName ?? say('title')} back="/rounds" action={action}>
      <AskedBlock asked={asked}>
        {() =>
          round === undefined ? (
            <p className="quiet">{say('gone')}</p>
          ) : (
            <>
              <div className="card">
                <RoundFacts round={round} />
              </div>
              {next === null ? null : <CodeField onCode={find} />}
              {unknown === null ? null : (
                <p className="band band-bad" role="alert">
                  {say('unknown', { code: unknown })}
                </p>
              )}
              <ol className="cards">
                {round.route.points.map((point) => (
                  <li key={point.id}>
                    <PointRow {...{ round, point }} />
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </AskedBlock>
    </Screen>
  )
}

function PointRow({ round, point }: { readonly round: Round; readonly point: Point }) {
  const { arrived, waiting } = visitOf(round, point.id)
  const facts = (
    <>
      <b>{point.name}</b>
      <span className="quiet">
        {point.code} · {point.place}
      </span>
      <PointLight {...{ round, point }} />
    </>
  )
  if (arrived !== null || waiting !== null || round.phase !== 'open') return <div className="card">{facts}</div>
  return (
    <Link to={`/rounds/${round.occurrence.id}/${point.id}`} className="card">
      {facts}
    </Link>
  )
}

function PointLight({ round, point }: { readonly round: Round; readonly point: Point }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { arrived, waiting } = visitOf(round, point.id)
  if (arrived !== null) {
    const { faults, skipReason, isLateEntry, who } = arrived
    const entered = sayEntered(arrived, language, clockWithSeconds)
    const isFine = faults.length === 0 && skipReason === ''
    const word = skipReason === '' ? faults.join(say('and')) || say('fine') : say('skippedFor', { reason: skipReason })
    return (
      <>
        <span className={`light ${isFine ? 'light-good' : 'light-warn'}`}>
          {isFine ? '✓' : '!'} {word}
        </span>
        <span className="quiet">
          {who} {clockWithSeconds(arrived.happenedAt)}
        </span>
        {entered === null ? null : <span className="quiet">{entered}</span>}
        {isLateEntry ? <span className="light light-warn">! {say('late')}</span> : null}
      </>
    )
  }
  if (waiting === null) return null
  return waiting.refused === null ? (
    <span className="light light-idle">○ {say('waits')}</span>
  ) : (
    <>
      <span className="light light-bad">✕ {say('refused')}</span>
      <span className="quiet">{waiting.refused}</span>
    </>
  )
}
