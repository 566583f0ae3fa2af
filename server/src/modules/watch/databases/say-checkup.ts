import { FIGURE_WORDS, UNASKED_WORDS, UNPROVEN_WORDS } from '@shiji/contract/watch-database-words'
import { isUnproven } from '@shiji/kernel/watch/checkup/checkup-pack'
import type { CheckupFigures, CheckupFinding } from '@shiji/kernel/watch/checkup/judge-checkup'
import { type Language, say } from '@shiji/kernel/wording'
import type { Unasked } from './asked-database.ts'
import { CHECKUP_PACK } from './checkup-pack.ts'

const RULES = new Map(CHECKUP_PACK.rules.map((rule) => [rule.key, rule]))
const AREAS = new Map(CHECKUP_PACK.areas.map(({ key, name }) => [key, name]))

/** How many findings of each grade. */
export function countGrades(findings: readonly CheckupFinding[]) {
  const of = (grade: string) => findings.filter(({ rule }) => RULES.get(rule)?.grade === grade).length
  return { serious: of('serious'), notable: of('notable'), hint: of('hint') }
}

/** A finding in the words of its rule; one whose rule is gone from the pack says nothing. */
export function sayFindings(findings: readonly CheckupFinding[], language: Language) {
  return findings.flatMap(({ rule: key, subject, value, shown }) => {
    const rule = RULES.get(key)
    if (rule === undefined) return []
    const { grade, name, reason, risk, advice } = rule
    const parameters = { ...shown, subject, value: value ?? '' }
    return [
      {
        ...{ rule: key, area: sayArea(rule.area, language), grade, name: say(name, language) },
        ...{ reason: say(reason, language, parameters), risk: say(risk, language), advice: say(advice, language) },
      },
    ]
  })
}

/** What to be wary of: an engine nobody has tried, and what could not be looked at. */
export function sayUnasked(engine: string, unasked: readonly Unasked[], language: Language): string[] {
  const said = unasked.map(({ area, reason, code }) =>
    say(UNASKED_WORDS[reason], language, { area: sayArea(area, language), code }),
  )
  return [...(isUnproven(engine) ? [say(UNPROVEN_WORDS, language)] : []), ...new Set(said)]
}

export function sayFigures(now: CheckupFigures, before: CheckupFigures | null, language: Language) {
  return Object.entries(FIGURE_WORDS).flatMap(([key, name]) => {
    const value = now[key]
    return value === undefined ? [] : [{ key, name: say(name, language), value, before: before?.[key] ?? null }]
  })
}

function sayArea(area: string, language: Language): string {
  const name = AREAS.get(area)
  return name === undefined ? area : say(name, language)
}
