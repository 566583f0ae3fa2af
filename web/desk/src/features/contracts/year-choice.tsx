import { Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  year: { zh: '年度', en: 'Year' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
} as const

const YEARS_BACK = 8

export const thisYear = () => new Date().getFullYear()

type YearChoiceProps = { readonly year: number; readonly onChoose: (year: number) => void }

export function YearChoice({ year, onChoose }: YearChoiceProps) {
  const say = useWords(WORDS)
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear() + 1 - back)
  return (
    <Select
      aria-label={say('year')}
      value={year}
      options={years.map((value) => ({ value, label: say('oneYear', { year: value }) }))}
      onChange={onChoose}
    />
  )
}
