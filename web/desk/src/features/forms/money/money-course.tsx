import { ProjectId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { MoneyLines } from './money-lines.tsx'
import './money.css'

const WORDS = {
  title: { zh: '预算执行与计划', en: 'Spending against the plan' },
  more: { zh: '资金来源、拨款和支付', en: 'Sources, appropriations and payments' },
} as const

/** The money of the year beside the goals of a declaration. */
export function MoneyCourse({ projectId, year }: { readonly projectId: string; readonly year: number | null }) {
  const say = useWords(WORDS)
  const input = { id: ProjectId.parse(projectId), year: year ?? 0 }
  const money = useQuery({ ...queries.money.readMoney.queryOptions({ input }), enabled: year !== null })
  if (year === null) return null
  return (
    <section className="money-section" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <Loaded query={money} rows={3}>
        {(now) => <MoneyLines money={now} />}
      </Loaded>
      <Link to="/projects/$projectId/money" params={{ projectId }} search={{ year }}>
        {say('more')}
      </Link>
    </section>
  )
}
