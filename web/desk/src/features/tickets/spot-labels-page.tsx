import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, QRCode } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './spot-labels.css'

const WORDS = {
  title: { zh: '报修标签', en: 'Labels' },
  about: {
    zh: '{count} 张，A4 每页 8 张；打印时请选“实际大小”',
    en: '{count} labels, 8 on a page of A4; print them at actual size',
  },
  print: { zh: '打印', en: 'Print' },
  scan: { zh: '扫码报修', en: 'Scan to report a fault' },
  none: { zh: '没有可打印的标签', en: 'There are no labels to print' },
  noneAbout: { zh: '已停用的报修点不打印。请先新增报修点。', en: 'Closed places are left out. Add places first.' },
} as const

/** As they are stuck to doors and devices; dark on white, whatever the theme. */
const INK = '#000000'
const PAPER = '#ffffff'
const SIZE = 150

type Row = Awaited<ReturnType<typeof api.deskSpots.listSpots>>[number]

export function SpotLabelsPage() {
  const say = useWords(WORDS)
  const { unitId } = useSearch({ from: '/desk/spots/labels' })
  const list = useQuery(queries.deskSpots.listSpots.queryOptions({ input: { unitId } }))
  const rows = (list.data ?? []).filter(({ isOpen }) => isOpen)
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about', { count: rows.length })}
        action={
          rows.length === 0 ? undefined : (
            <Button type="primary" onClick={() => window.print()}>
              {say('print')}
            </Button>
          )
        }
      />
      <Loaded query={list}>
        {() =>
          rows.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <ul className="spot-labels">
              {rows.map((row) => (
                <li key={row.id}>
                  <Label row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function Label({ row: { name, unit, path } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  const address = `${window.location.origin}${path}`
  return (
    <>
      {/* Its address stands beside it. */}
      <div aria-hidden>
        <QRCode type="svg" value={address} size={SIZE} color={INK} bgColor={PAPER} bordered={false} errorLevel="M" />
      </div>
      <p>
        <b>{say('scan')}</b>
        <span className="spot-name">{name}</span>
        <span>{unit.name}</span>
        <span className="spot-address">{address.replace(/^https?:\/\//, '')}</span>
      </p>
    </>
  )
}
