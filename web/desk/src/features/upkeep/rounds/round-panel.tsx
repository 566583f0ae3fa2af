import type { OccurrenceId } from '@shiji/contract/upkeep'
import { sayEntered } from '@shiji/kernel/upkeep/say-entered'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import type { RoundSeen } from '../occurrences/occurrence-seen.ts'
import { VisitForm } from './visit-form.tsx'
import { VisitPhotos } from './visit-photos.tsx'

const WORDS = {
  points: { zh: '点位 {seen}/{all}', en: 'Points {seen} of {all}' },
  waiting: { zh: '还没看', en: 'not seen yet' },
  fine: { zh: '正常', en: 'in order' },
  skipped: { zh: '跳过：{why}', en: 'skipped: {why}' },
  late: { zh: '补录', en: 'entered late' },
  yes: { zh: '正常', en: 'in order' },
  no: { zh: '异常', en: 'at fault' },
} as const

export function RoundPanel({ id }: { readonly id: OccurrenceId }) {
  const round = useQuery(queries.upkeepRounds.openRound.queryOptions({ input: { id } }))
  return <Loaded query={round}>{(seen) => <Points round={seen} />}</Loaded>
}

function Points({ round }: { readonly round: RoundSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  const { route, visits, occurrence } = round
  const next = route.points.find(({ id }) => !visits.some(({ pointId }) => pointId === id))
  const isOpen = (occurrence.state === 'planned' && occurrence.phase !== 'ahead') || occurrence.state === 'missed'
  return (
    <section className="card">
      <h2>
        {route.name} · {say('points', { seen: visits.length, all: route.points.length })}
      </h2>
      <ol className="upkeep-points">
        {route.points.map((point) => (
          <li key={point.id}>
            <span className="two-lines">
              <strong>{point.name}</strong>
              <span className="small">
                {point.code} · {point.place}
              </span>
            </span>
            <Seen visit={visits.find(({ pointId }) => pointId === point.id)} />
          </li>
        ))}
      </ol>
      {mayWork && isOpen && next !== undefined ? <VisitForm key={next.id} round={round} point={next} /> : null}
    </section>
  )
}

function Seen({ visit }: { readonly visit: RoundSeen['visits'][number] | undefined }) {
  const list = useList()
  const say = useWords(WORDS)
  const language = useLanguage()
  if (visit === undefined) return <Light kind="not-started" word={say('waiting')} />
  const { readings, faults, skipReason, happenedAt, who, isLateEntry, note } = visit
  const entered = sayEntered(visit, language, formatMoment)
  const told = readings.map(({ name, value }) => {
    return `${name} ${value === 'yes' || value === 'no' ? say(value) : value}`
  })
  const light =
    skipReason === '' ? (
      <Light kind={faults.length === 0 ? 'good' : 'bad'} word={faults.length === 0 ? say('fine') : list(faults)} />
    ) : (
      <Light kind="watch" word={say('skipped', { why: skipReason })} />
    )
  return (
    <span className="two-lines">
      <span className="upkeep-lights">
        {light}
        {isLateEntry ? <Light kind="watch" word={say('late')} /> : null}
      </span>
      <span className="small">
        {formatMoment(happenedAt)} {who} {told.join(' · ')} {note}
      </span>
      {entered === null ? null : <span className="small">{entered}</span>}
      <VisitPhotos visit={visit} />
    </span>
  )
}
