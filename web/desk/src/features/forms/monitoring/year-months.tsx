import { Link } from '@tanstack/react-router'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  month: { zh: '{month} 月：{what}', en: 'Month {month}: {what}' },
  none: { zh: '没有报过', en: 'Nothing written' },
  draft: { zh: '草稿', en: 'draft' },
  unlit: { zh: '已报，无灯', en: 'reported, no light' },
  red: { zh: '红灯', en: 'red' },
  yellow: { zh: '黄灯', en: 'yellow' },
  green: { zh: '绿灯', en: 'green' },
  blue: { zh: '蓝灯', en: 'blue' },
} as const

type Project = Awaited<ReturnType<typeof api.oversight.readMonitoring>>['projects'][number]
type Month = Project['months'][number]

const SHAPES = { red: '✕', yellow: '!', green: '✓', blue: '✓' } as const

/** The months somebody wrote, each with its light; each opens its month. */
export function YearMonths({ formId, months }: Pick<Project, 'formId' | 'months'>) {
  const say = useWords(WORDS)
  if (months.length === 0) return <span className="small">{say('none')}</span>
  return (
    <span className="year-months">
      {months.map((month) => {
        const what = say(wordOf(month))
        const shape = month.state === 'draft' ? '…' : month.light === null ? '—' : SHAPES[month.light]
        const said = say('month', { month: month.month, what })
        return (
          <Link
            key={month.month}
            to="/projects/forms/$formId/monitoring"
            params={{ formId }}
            search={{ month: month.month }}
            className={`year-month-${wordOf(month)}`}
            aria-label={said}
            title={said}
          >
            {month.month} <span aria-hidden>{shape}</span>
          </Link>
        )
      })}
    </span>
  )
}

function wordOf({ state, light }: Month): 'draft' | 'unlit' | NonNullable<Month['light']> {
  return state === 'draft' ? 'draft' : (light ?? 'unlit')
}
