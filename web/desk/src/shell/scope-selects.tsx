import type { UnitId } from '@shiji/contract/directory'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { thisYear } from '#desk/kit/this-year.ts'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  unit: { zh: '单位', en: 'Unit' },
  year: { zh: '年度', en: 'Year' },
  allYears: { zh: '全部年度', en: 'All years' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
} as const

const YEARS_BACK = 10

type ScopeSelectsProps = { readonly own: UnitId; readonly isOfYear: boolean }

/** The unit and the year a page shows, kept in its address. */
export function ScopeSelects({ own, isOfYear }: ScopeSelectsProps) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { unit = own, year } = useSearch({ strict: false })
  const show = (scope: { unit?: UnitId | undefined; year?: number | undefined }) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...scope }), replace: true })
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear() + 1 - back)
  const shown = year === undefined || years.includes(year) ? years : [year, ...years]
  return (
    <div className="scope">
      <UnitChoice
        label={say('unit')}
        value={unit}
        onChange={(chosen) => show({ unit: chosen === own ? undefined : chosen })}
      />
      <Select
        aria-label={say('year')}
        value={year ?? (isOfYear ? thisYear() : 0)}
        options={[
          ...(isOfYear ? [] : [{ value: 0, label: say('allYears') }]),
          ...shown.map((one) => ({ value: one, label: say('oneYear', { year: one }) })),
        ]}
        onChange={(chosen) => show({ year: chosen === 0 ? undefined : chosen })}
      />
    </div>
  )
}
