import { useEffect } from 'react'
import { AskedBlock } from '../shell/asked-block.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'
import { useRounds, visitOf } from './use-rounds.ts'

const WORDS = {
  title: { zh: '点位 {code}', en: 'Point {code}' },
  none: {
    zh: '现在没有要到这个点位的巡检，或者这一次已经看过。',
    en: 'No round that runs now comes to this point, or it was seen already.',
  },
} as const

/** Where the code of a label leads: to its point on a round that runs now. */
export function LabelScreen({ code }: { readonly code: string }) {
  const say = useWords(WORDS)
  const { asked, rounds } = useRounds()
  const places = rounds.flatMap((round) => {
    const point = round.route.points.find((one) => one.code === code)
    if (round.phase !== 'open' || point === undefined) return []
    const { arrived, waiting } = visitOf(round, point.id)
    return arrived === null && waiting === null ? [`/rounds/${round.occurrence.id}/${point.id}?scan`] : []
  })
  const [place] = places
  useEffect(() => {
    if (place !== undefined) go(place, { replace: true })
  }, [place])
  return (
    <Screen title={say('title', { code })} back="/rounds">
      <AskedBlock asked={asked}>{() => <p className="quiet">{say('none')}</p>}</AskedBlock>
    </Screen>
  )
}
