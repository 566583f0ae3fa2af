import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit, Scope } from './cockpit-view.ts'
import { Deadlines } from './deadlines.tsx'
import { LightTiles } from './light-tiles.tsx'
import { MoneyRows } from './money-rows.tsx'
import { UnitRows } from './unit-rows.tsx'
import { WorstRows } from './worst-rows.tsx'
import './cockpit.css'

const WORDS = {
  title: { zh: '驾驶舱', en: 'Cockpit' },
  about: {
    zh: '{year} 年度的灯、钱和期限 · 数据截至 {at}',
    en: 'Lights, money and deadlines of {year} · as of {at}',
  },
  reading: { zh: '{year} 年度的灯、钱和期限', en: 'Lights, money and deadlines of {year}' },
  empty: { zh: '{year} 年度还没有批复的申报', en: 'No declaration of {year} is approved yet' },
  emptyAbout: {
    zh: '目标批复以后，这里看得到各单位的灯、钱和期限；也可以在上面换一个年度或单位。',
    en: 'Once goals are approved, the lights, money and deadlines of each unit stand here; or choose another year or unit above.',
  },
  projects: { zh: '看项目', en: 'See the projects' },
  more: {
    zh: '项目太多，只算了前面的；请在上面选一个单位。',
    en: 'There are more projects than are summed up here; choose a unit above.',
  },
} as const

/** S34: what needs a leader today; every figure opens the rows it is made of. */
export function CockpitPage() {
  const say = useWords(WORDS)
  const { unit, year = thisYear() } = useSearch({ from: '/desk/cockpit' })
  useLive('evidence', queries.cockpit.key())
  const input = { year, ...(unit === undefined ? {} : { unitId: unit }) }
  const seen = useQuery(queries.cockpit.readCockpit.queryOptions({ input }))
  const at = seen.data?.asOf
  const about = at === undefined ? say('reading', { year }) : say('about', { year, at: formatMoment(at) })
  return (
    <>
      <PageHead title={say('title')} about={about} />
      <Loaded query={seen}>
        {(cockpit) =>
          cockpit.all.projects === 0 ? (
            <Nothing scope={{ year, unit }} />
          ) : (
            <Everything cockpit={cockpit} scope={{ year, unit }} />
          )
        }
      </Loaded>
    </>
  )
}

function Nothing({ scope }: { readonly scope: Scope }) {
  const say = useWords(WORDS)
  const { year } = scope
  const action = (
    <Link className="button-link" to="/projects" search={scope}>
      {say('projects')}
    </Link>
  )
  return <StateBlock state={{ kind: 'empty', title: say('empty', { year }), about: say('emptyAbout'), action }} />
}

function Everything({ cockpit, scope }: { readonly cockpit: Cockpit; readonly scope: Scope }) {
  const say = useWords(WORDS)
  return (
    <div className="cockpit">
      <LightTiles {...{ cockpit, scope }} />
      <div className="cockpit-halves">
        <WorstRows cockpit={cockpit} />
        <Deadlines cockpit={cockpit} />
      </div>
      <UnitRows {...{ cockpit, scope }} />
      <MoneyRows {...{ cockpit, scope }} />
      {cockpit.more ? <p className="small">{say('more')}</p> : null}
    </div>
  )
}
