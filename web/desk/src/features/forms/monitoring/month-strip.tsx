import { Link } from '@tanstack/react-router'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { CourseLight } from './course-light.tsx'

const WORDS = {
  months: { zh: '月份', en: 'Months' },
  month: { zh: '{month} 月', en: 'Month {month}' },
  draft: { zh: '草稿', en: 'Draft' },
  blank: { zh: '未报', en: 'Not reported' },
} as const

export type Months = Awaited<ReturnType<typeof api.monitoring.listMonths>>

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

type MonthStripProps = { readonly formId: string; readonly months: Months['months']; readonly now: number }

/** The twelve months, each with what it was reported with. */
export function MonthStrip({ formId, months, now }: MonthStripProps) {
  const say = useWords(WORDS)
  return (
    <nav className="month-strip" aria-label={say('months')}>
      {ALL.map((month) => {
        const record = months.find((one) => one.month === month)
        return (
          <Link
            key={month}
            to="/projects/forms/$formId/monitoring"
            params={{ formId }}
            search={{ month }}
            aria-current={month === now ? 'page' : undefined}
            replace
          >
            {say('month', { month })}
            {record?.state !== 'reported' || record.light === null ? (
              <span>{record === undefined ? say('blank') : say('draft')}</span>
            ) : (
              <CourseLight light={record.light} percent={null} />
            )}
          </Link>
        )
      })}
    </nav>
  )
}
