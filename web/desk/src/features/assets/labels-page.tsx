import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, QRCode } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { toFilter } from './asset-search.ts'
import './assets.css'
import '#desk/kit/list-import.css'
import '#desk/kit/on-paper.css'

const WORDS = {
  title: { zh: '资产标签', en: 'Labels of assets' },
  about: {
    zh: '扫码打开资产页；一次最多 100 张，先在台账里筛选',
    en: 'Scanned, a label opens its asset; 100 at most, filter the ledger first',
  },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '没有要打印的标签', en: 'There is no label to print' },
} as const

export function LabelsPage() {
  const say = useWords(WORDS)
  const search = useSearch({ from: '/desk/equipment/labels' })
  const list = useQuery(queries.assets.listAssets.queryOptions({ input: toFilter(search) }))
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={
          <Button type="primary" onClick={() => window.print()}>
            {say('print')}
          </Button>
        }
      />
      <Loaded query={list}>
        {({ assets }) =>
          assets.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none') }} />
          ) : (
            <div className="asset-labels">
              {assets.map(({ id, number, name, unit }) => (
                <div key={id} className="asset-label">
                  <span aria-hidden="true">
                    <QRCode type="svg" size={88} bordered={false} value={`${window.location.origin}/equipment/${id}`} />
                  </span>
                  <span className="two-lines">
                    <strong>{number}</strong>
                    <span>{name}</span>
                    <span className="small">{unit.name}</span>
                  </span>
                </div>
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  )
}
