import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput, proseOf } from '../lint-input.ts'

/** A003-17: plans that ended before the year of the form. Only titles count, not the story told around them. */
export function expiredBasis(input: LintInput): LintFinding[] {
  const { form, words } = input
  const { year } = form
  if (year === null) return []
  const documents = form.safeguards.map((it, index) => ({ where: `safeguards[${index}].document`, text: it.document }))
  const cited = [...proseOf(input), ...documents].flatMap(({ where, text }) =>
    titlesIn(text, words.planTitleWords.words).map((plan) => ({ where, plan })),
  )
  return cited.flatMap(({ where, plan }, index) => {
    const to = lastYearOf(plan, words.planPeriods)
    const isFirst = cited.findIndex((it) => it.plan === plan) === index
    return isFirst && to !== null && to < year ? [finding('basis-expired', where, { year, plan, to })] : []
  })
}

const TITLE = /《([^《》]{2,80})》/g
const YEARS = /(?:19|20)\d\d\s*年?\s*[-—–~至到]+\s*((?:19|20)\d\d)/

function titlesIn(text: string, planWords: readonly string[]): string[] {
  const titles = [...text.matchAll(TITLE)].flatMap(([, title = '']) => (hasAny(title, planWords) ? [title] : []))
  return [...new Set(titles)]
}

function lastYearOf(title: string, periods: readonly { name: string; to: number }[]): number | null {
  const [, written] = YEARS.exec(title) ?? []
  if (written !== undefined) return Number(written)
  return periods.find(({ name }) => title.includes(name))?.to ?? null
}
