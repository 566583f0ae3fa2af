import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { LabelSheet, LabelSheetHead } from '#desk/kit/label-sheet.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '报修标签', en: 'Labels' },
  scan: { zh: '扫码报修', en: 'Scan to report a fault' },
  noneAbout: { zh: '已停用的报修点不打印。请先新增报修点。', en: 'Closed places are left out. Add places first.' },
} as const

export function SpotLabelsPage() {
  const say = useWords(WORDS)
  const { unitId } = useSearch({ from: '/desk/spots/labels' })
  const list = useQuery(queries.deskSpots.listSpots.queryOptions({ input: { unitId } }))
  const labels = (list.data ?? []).flatMap(({ id, isOpen, name, unit, path }) => {
    const address = `${window.location.origin}${path}`
    const letters = address.replace(/^https?:\/\//, '')
    return isOpen ? [{ key: id, address, scan: say('scan'), name, lines: [unit.name], letters }] : []
  })
  return (
    <>
      <LabelSheetHead title={say('title')} count={labels.length} />
      <Loaded query={list}>{() => <LabelSheet labels={labels} noneAbout={say('noneAbout')} />}</Loaded>
    </>
  )
}
