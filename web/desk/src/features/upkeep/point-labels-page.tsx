import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, QRCode } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './point-labels.css'

const WORDS = {
  title: { zh: '点位标签', en: 'Labels of points' },
  about: {
    zh: '{count} 张，A4 每页 8 张；打印时请选“实际大小”',
    en: '{count} labels, 8 on a page of A4; print them at actual size',
  },
  print: { zh: '打印', en: 'Print' },
  scan: { zh: '巡检点位', en: 'Point of a round' },
  none: { zh: '没有可打印的标签', en: 'There are no labels to print' },
  noneAbout: { zh: '请先新建巡检路线。', en: 'Make a route first.' },
} as const

/** As they hang on the spot; dark on white, whatever the theme. */
const INK = '#000000'
const PAPER = '#ffffff'
const SIZE = 150

type Row = Awaited<ReturnType<typeof api.upkeepRounds.listRoutes>>[number]
type Point = Row['points'][number]

export function PointLabelsPage() {
  const say = useWords(WORDS)
  const { route } = useSearch({ from: '/desk/upkeep/labels' })
  const routes = useQuery(queries.upkeepRounds.listRoutes.queryOptions())
  const chosen = (routes.data ?? []).filter(({ id }) => route === undefined || id === route)
  const labels = chosen.flatMap(({ name, points }) => points.map((point) => ({ routeName: name, point })))
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about', { count: labels.length })}
        action={
          labels.length === 0 ? undefined : (
            <Button type="primary" onClick={() => window.print()}>
              {say('print')}
            </Button>
          )
        }
      />
      <Loaded query={routes}>
        {() =>
          labels.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <ul className="point-labels">
              {labels.map(({ routeName, point }) => (
                <li key={point.id}>
                  <Label {...{ routeName, point }} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

/** The code leads to the point in the app of the phone, and its last part is what the label says in letters. */
function Label({ routeName, point }: { readonly routeName: string; readonly point: Point }) {
  const say = useWords(WORDS)
  const { code, name, place } = point
  const address = `${window.location.origin}/m/p/${encodeURIComponent(code)}`
  return (
    <>
      {/* Its letters stand beside it. */}
      <div aria-hidden>
        <QRCode type="svg" value={address} size={SIZE} color={INK} bgColor={PAPER} bordered={false} errorLevel="M" />
      </div>
      <p>
        <b>{say('scan')}</b>
        <span className="point-code">{code}</span>
        <span>{name}</span>
        <span>
          {place} · {routeName}
        </span>
      </p>
    </>
  )
}
