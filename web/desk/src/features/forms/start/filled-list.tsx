import type { MoneyUnit } from '@shiji/kernel/form/form-content'
import { useWords } from '#desk/words/use-words.ts'
import { shownCell } from '../edit/shown-cell.ts'
import type { RenewalPreview } from './renewal-draft.ts'

const WORDS = {
  title: { zh: '系统已填', en: 'Filled in for you' },
  'last-declaration': { zh: '来自去年的申报表', en: 'from last year’s declaration' },
  'self-evaluation': { zh: '来自去年的自评表', en: 'from last year’s self-evaluation' },
  payments: { zh: '来自支付记录', en: 'from the payments' },
  today: { zh: '今天', en: 'today' },
} as const

type FilledListProps = {
  readonly preview: RenewalPreview
  readonly unit: MoneyUnit | null
  readonly nameOf: (where: string) => string
}

/** What nobody has to type, each with where it comes from. */
export function FilledList({ preview: { filled }, unit, nameOf }: FilledListProps) {
  const say = useWords(WORDS)
  if (filled.length === 0) return null
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <dl className="card-body start-filled">
        {filled.map(({ where, value, from }) => (
          <div key={where}>
            <dt className="small">{nameOf(where)}</dt>
            <dd>
              {shownCell({ kind: where.startsWith('money.') ? 'money' : 'text' }, value, unit)}{' '}
              <span className="small">{say(from)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
