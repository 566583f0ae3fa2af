import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { LabelSheet, LabelSheetHead } from '#desk/kit/label-sheet.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '点位标签', en: 'Labels of points' },
  scan: { zh: '巡检点位', en: 'Point of a round' },
  noneAbout: { zh: '请先新建巡检路线。', en: 'Make a route first.' },
} as const

/** The code leads to the point in the app of the phone, and its last part is what the label says in letters. */
export function PointLabelsPage() {
  const say = useWords(WORDS)
  const { route } = useSearch({ from: '/desk/upkeep/labels' })
  const routes = useQuery(queries.upkeepRounds.listRoutes.queryOptions())
  const chosen = (routes.data ?? []).filter(({ id }) => route === undefined || id === route)
  const labels = chosen.flatMap(({ name: routeName, points }) =>
    points.map(({ id, code, name, place }) => ({
      key: id,
      address: `${window.location.origin}/m/p/${encodeURIComponent(code)}`,
      scan: say('scan'),
      name: code,
      lines: [name, `${place} · ${routeName}`],
    })),
  )
  return (
    <>
      <LabelSheetHead title={say('title')} count={labels.length} />
      <Loaded query={routes}>{() => <LabelSheet labels={labels} noneAbout={say('noneAbout')} />}</Loaded>
    </>
  )
}
