import { Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { thisYear } from './this-year.ts'

const WORDS = {
  year: { zh: '年度', en: 'Year' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
} as const

const YEARS_SHOWN = 8

type YearChoiceProps = {
  readonly year: number
  readonly onChoose: (year: number) => void
  /** The latest year offered; plans and contracts reach into the coming one, which is what stands when nothing is said. */
  readonly latest?: number
}

/** The year a page is about; the one chosen stays among the choices however old it is. */
export function YearChoice({ year, onChoose, latest = thisYear() + 1 }: YearChoiceProps) {
  const say = useWords(WORDS)
  const years = [...new Set([year, ...Array.from({ length: YEARS_SHOWN }, (_, back) => latest - back)])]
  const options = years
    .toSorted((one, other) => other - one)
    .map((value) => ({ value, label: say('oneYear', { year: value }) }))
  return <Select aria-label={say('year')} value={year} options={options} onChange={onChoose} />
}
