import type { AssetId } from '@shiji/contract/assets'
import { ASSET_CATEGORIES } from '@shiji/kernel/assets/asset-words'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { QRCode } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AssetLight } from './asset-state.tsx'
import { ChangeAsset } from './change-asset.tsx'
import './assets.css'

const WORDS = {
  state: { zh: '状态', en: 'State' },
  since: { zh: '{day} 起', en: 'since {day}' },
  unit: { zh: '使用单位', en: 'Unit' },
  room: { zh: '房间', en: 'Room' },
  keeper: { zh: '保管人', en: 'Keeper' },
  category: { zh: '类别', en: 'Category' },
  model: { zh: '型号', en: 'Model' },
  serial: { zh: '序列号', en: 'Serial number' },
  price: { zh: '单价（元）', en: 'Price (yuan)' },
  delivered: { zh: '到货', en: 'Delivered' },
  entered: { zh: '入账', en: 'Entered' },
  delay: { zh: '到货后 {days} 天入账', en: 'entered {days} days after delivery' },
  warranty: { zh: '保修至', en: 'Warranty until' },
  life: { zh: '经过', en: 'Life' },
  by: { zh: '{recordedBy} 记于 {at}', en: 'recorded by {recordedBy} {at}' },
  code: { zh: '标签二维码', en: 'QR code of the label' },
} as const

/** Entered later than this after it came, the books were late. */
const DAYS_TO_ENTER = 30

export type OpenedAsset = Awaited<ReturnType<typeof api.assets.openAsset>>

export function AssetPage() {
  const { assetId } = useParams({ from: '/desk/equipment/$assetId' })
  const asset = useQuery(queries.assets.openAsset.queryOptions({ input: { id: assetId as AssetId } }))
  return <Loaded query={asset}>{(seen) => <Opened asset={seen} />}</Loaded>
}

function Opened({ asset }: { readonly asset: OpenedAsset }) {
  const say = useWords(WORDS)
  return (
    <>
      <PageHead title={asset.name} about={asset.number} action={<ChangeAsset asset={asset} />} />
      <div className="asset-page">
        <div className="asset-sections">
          <Facts asset={asset} />
          <section className="card" aria-label={say('life')}>
            <h2>{say('life')}</h2>
            <Life events={asset.events} />
          </section>
        </div>
        <section className="card" aria-label={say('code')}>
          <h2>{say('code')}</h2>
          <div className="asset-code">
            {/* The number below says the same to those who do not see it. */}
            <span aria-hidden="true">
              <QRCode type="svg" size={160} value={`${window.location.origin}/equipment/${asset.id}`} />
            </span>
            <strong>{asset.number}</strong>
          </div>
        </section>
      </div>
    </>
  )
}

function Facts({ asset }: { readonly asset: OpenedAsset }) {
  const say = useWords(WORDS)
  const sayCategory = useWords(ASSET_CATEGORIES)
  const { unit, room, keeper, category, model, serial, price, deliveredOn, enteredOn, entryDelay } = asset
  const facts = [
    ['unit', unit.name],
    ['room', room?.name ?? ''],
    ['keeper', keeper],
    ['category', sayCategory(category)],
    ['model', model],
    ['serial', serial],
    ['price', price === null ? '' : formatMoney(price)],
    ['delivered', deliveredOn ?? ''],
    ['warranty', asset.warrantyUntil ?? ''],
  ] as const
  return (
    <section className="card">
      <dl className="facts facts-beside">
        <div>
          <dt>{say('state')}</dt>
          <dd>
            <AssetLight state={asset.state} /> <span className="small">{say('since', { day: asset.stateSince })}</span>
          </dd>
        </div>
        <div>
          <dt>{say('entered')}</dt>
          <dd>{enteredOn}</dd>
          {entryDelay === null ? null : (
            <dd>
              <Light kind={entryDelay > DAYS_TO_ENTER ? 'watch' : 'good'} word={say('delay', { days: entryDelay })} />
            </dd>
          )}
        </div>
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Life({ events }: Pick<OpenedAsset, 'events'>) {
  const say = useWords(WORDS)
  return (
    <ol className="asset-life">
      {events.map(({ happenedOn, state, room, keeper, note, recordedBy, recordedAt }) => (
        <li key={`${happenedOn} ${recordedAt} ${state}`}>
          <time dateTime={happenedOn}>{happenedOn}</time>
          <span className="two-lines">
            <span>
              <AssetLight state={state} />{' '}
              {[room, keeper, note].filter((part) => part !== null && part !== '').join(' · ')}
            </span>
            <span className="small">{say('by', { recordedBy, at: formatMoment(recordedAt) })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
