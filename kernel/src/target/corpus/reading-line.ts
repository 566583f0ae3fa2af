import { sameMeaning } from '../compare-target.ts'
import { parseTarget } from '../parse-target.ts'
import { printTarget } from '../print-target.ts'
import type { Target, TargetMeaning } from '../target.ts'

/** One line that says how a target was read, for tables of tests: `number ge 95 %`, `deadline 2021-12-31 完成`. */
export function readingOf(target: Target): string {
  return target.qualifier === undefined ? meaningLine(target) : `${meaningLine(target)} (${target.qualifier})`
}

/** Whether the canonical text says the same again; an unreadable text has none. */
export function printsBack(target: Target): boolean {
  return target.kind === 'unreadable' || sameMeaning(parseTarget(printTarget(target)), target)
}

function meaningLine(meaning: TargetMeaning): string {
  switch (meaning.kind) {
    case 'number':
    case 'frequency':
      if ('stages' in meaning && meaning.stages)
        return words(
          'stages',
          ...meaning.stages.map(({ by, operator, value }) => `${by} ${operator} ${value}`),
          meaning.unit,
        )
      return words(
        meaning.kind,
        meaning.operator,
        meaning.value,
        meaning.unit,
        meaning.period && `per ${meaning.period}`,
      )
    case 'range':
      return words(
        'range',
        `${meaning.value}..${meaning.upper}`,
        meaning.unit,
        meaning.period && `per ${meaning.period}`,
      )
    case 'coverage':
      return words('coverage', meaning.operator, `${meaning.daysPerWeek}*${meaning.hoursPerDay}`)
    case 'deadline':
      return words('deadline', meaning.date, meaning.within && `within ${meaning.within}`, meaning.grades.join('+'))
    case 'relative':
      return words('relative', meaning.direction, meaning.operator, meaning.value, meaning.unit)
    case 'grade':
      return words('grade', meaning.operator ?? null, meaning.grades.join('+'))
    case 'none':
      return words('none', meaning.reason)
    case 'several':
      return meaning.parts.map(meaningLine).join(' | ')
    case 'unreadable':
      return words('unreadable', meaning.problem)
  }
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ')
}
