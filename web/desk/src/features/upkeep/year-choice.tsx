import { Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { year: { zh: '年度', en: 'Year' } } as const

type YearChoiceProps = { readonly year: number; readonly onChoose: (year: number) => void }

export function YearChoice({ year, onChoose }: YearChoiceProps) {
  const say = useWords(WORDS)
  const next = new Date().getFullYear() + 1
  const years = [next, next - 1, next - 2, next - 3].map((value) => ({ value, label: String(value) }))
  return <Select aria-label={say('year')} value={year} options={years} onChange={onChoose} />
}
