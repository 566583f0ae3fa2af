import type { RulePack } from '../rule-pack.ts'
import type { Target } from '../target/target.ts'
import { judgeWords } from './judge-words.ts'
import { fullPoints } from './points.ts'
import { type Judged, type Row, scored } from './row.ts'
import { step } from './trace.ts'

type DeadlineTarget = Extract<Target, { kind: 'deadline' }>

/** Done by the day earns the weight; late, or not known to be done, is a person's judgement by band. */
export function judgeDeadline(row: Row, target: DeadlineTarget, pack: RulePack): Judged {
  const limit = target.date ?? (target.within === 'year' ? '12-31' : null)
  if (row.band === null && row.actual.kind === 'date' && limit !== null && inTime(row.actual.date, limit, row.year)) {
    const score = fullPoints(row.weight)
    const said = { actual: row.actualText, target: row.targetText, score }
    return scored({ score, rule: 'R-DEADLINE', steps: [step('done-in-time', said)] })
  }
  const grades = target.grades.length > 0 ? target.grades : ['完成']
  return judgeWords(row, { rule: 'R-DEADLINE', grades }, pack)
}

/** Days are compared as text; a day without a year takes the year of the form, and without that it proves nothing. */
function inTime(done: string, limit: string, year: number | null): boolean {
  // Two days that both leave out the year are of one year.
  const of = year ?? (hasYear(done) || hasYear(limit) ? null : SAME_YEAR)
  const [actual, latest] = [latestDay(done, of), latestDay(limit, of)]
  return actual !== null && latest !== null && actual <= latest
}

const SAME_YEAR = 2000

function hasYear(written: string): boolean {
  return /^\d{4}-/.test(written)
}

function latestDay(written: string, year: number | null): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return written
  if (/^\d{4}-\d\d$/.test(written)) return `${written}-31`
  if (year === null) return null
  return /^\d\d-\d\d$/.test(written) ? `${year}-${written}` : /^\d\d$/.test(written) ? `${year}-${written}-31` : null
}
