import { Link } from '@tanstack/react-router'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit, Scope } from './cockpit-view.ts'

const WORDS = {
  tiles: { zh: '灯和钱', en: 'Lights and money' },
  alarm: { zh: '预警', en: 'Alarm' },
  watch: { zh: '关注', en: 'Watch' },
  fine: { zh: '正常', en: 'Fine' },
  'not-begun': { zh: '未开始', en: 'Not begun' },
  unbound: { zh: '未绑定', en: 'Not bound' },
  rows: { zh: '项指标', en: 'rows' },
  money: { zh: '预算执行', en: 'Budget spent' },
  paid: { zh: '已付 {executed} / {budget} 元', en: '{executed} of {budget} yuan paid' },
  none: { zh: '没有登记预算', en: 'No budget on record' },
  without: { zh: '另有 {count} 个项目没有登记预算', en: '{count} more projects without a budget' },
} as const

const TILES = [
  { show: 'alarm', of: 'alarm', kind: 'bad' },
  { show: 'watch', of: 'watch', kind: 'watch' },
  { show: 'fine', of: 'fine', kind: 'good' },
  { show: 'not-begun', of: 'notBegun', kind: 'not-started' },
  { show: 'unbound', of: 'unbound', kind: 'none' },
] as const satisfies readonly { show: string; of: keyof Cockpit['all']['lights']; kind: LightKind }[]

type TilesProps = { readonly cockpit: Cockpit; readonly scope: Scope }

/** How many promises stand at each light, and how much of the money is spent. */
export function LightTiles({ cockpit: { all }, scope }: TilesProps) {
  const say = useWords(WORDS)
  const { rate, executed, budget, without } = all.money
  return (
    <nav className="cockpit-tiles" aria-label={say('tiles')}>
      {TILES.map(({ show, of, kind }) => (
        <Link key={show} className="card cockpit-tile" to="/board" search={{ ...scope, show }}>
          <Light kind={kind} word={say(show)} />
          <span>
            <b className="cockpit-number">{all.lights[of]}</b> {say('rows')}
          </span>
        </Link>
      ))}
      <Link className="card cockpit-tile" to="/cockpit" search={scope} hash="money">
        <span>{say('money')}</span>
        <b className="cockpit-number">{rate === null ? '—' : `${rate}%`}</b>
        <span className="small">
          {rate === null ? say('none') : say('paid', { executed: formatMoney(executed), budget: formatMoney(budget) })}
        </span>
        {without === 0 ? null : <span className="small">{say('without', { count: without })}</span>}
      </Link>
    </nav>
  )
}
