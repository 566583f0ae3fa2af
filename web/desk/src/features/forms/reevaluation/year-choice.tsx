import { Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  year: { zh: '年度', en: 'Year' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
} as const

const YEARS_BACK = 8

type YearChoiceProps = { readonly year: number; readonly onChange: (year: number) => void }

/** The year a page is about; results come after the year, so the coming one is not offered. */
export function YearChoice({ year, onChange }: YearChoiceProps) {
  const say = useWords(WORDS)
  const now = new Date().getFullYear()
  const years = [...new Set([year, ...Array.from({ length: YEARS_BACK }, (_, back) => now - back)])].toSorted()
  return (
    <Select
      aria-label={say('year')}
      value={year}
      options={years.map((one) => ({ value: one, label: say('oneYear', { year: one }) }))}
      onChange={onChange}
    />
  )
}
