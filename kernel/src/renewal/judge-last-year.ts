import { compare, type Decimal, divide, isNegative, isZero } from '../decimal.ts'
import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import { targetOfRow } from '../form/target-of-row.ts'
import { indexNames } from '../library/find-alike.ts'
import type { NameReader } from '../library/read-name.ts'
import { judgeFulfilment } from '../scoring/fulfilment.ts'
import { meets } from '../target/compare-target.ts'
import { parseActual } from '../target/parse-actual.ts'
import type { Target } from '../target/target.ts'

/** How a promise went last year. `open`: a person has to judge; `not-reported`: the self-evaluation says nothing of it. */
export type LastYearVerdict = 'kept' | 'missed' | 'far-over' | 'open' | 'not-reported'

export type LastYearRow = {
  /** Counted from 0 on the declaration. */
  readonly row: number
  readonly name: string
  readonly target: string
  readonly actual: string | null
  readonly verdict: LastYearVerdict
  /** Actual ÷ target when far over, two places. */
  readonly ratio: Decimal | null
}

export type JudgeSetting = {
  readonly selfEvaluation: FormContent | null
  readonly reader: NameReader
  /** rules.md §3.6 R-OVER: from this ratio on the target was set too low, or the actual is wrong. */
  readonly farOverFrom: Decimal
}

/** Each row of last year's declaration with what its self-evaluation says was achieved. */
export function judgeLastYear(declaration: FormContent, setting: JudgeSetting): LastYearRow[] {
  const evaluated = setting.selfEvaluation?.indicators ?? []
  const index = indexNames(
    evaluated.map(({ level3 }) => level3),
    setting.reader,
  )
  return declaration.indicators.map((row, at) => {
    const [best] = index.findAlike(setting.reader.read(row.level3), 1)
    const actual = best?.likeness.kind === 'same' ? (evaluated[best.at]?.actual ?? null) : null
    const base = { row: at, name: row.level3, target: row.target, actual }
    return { ...base, ...judge({ row, target: targetOfRow(row, declaration) }, actual, setting.farOverFrom) }
  })
}

type Promised = { readonly row: IndicatorRow; readonly target: Target }

function judge({ row, target }: Promised, text: string | null, farOverFrom: Decimal) {
  if (text === null || text.trim() === '') return { verdict: 'not-reported', ratio: null } as const
  const actual = parseActual(text, target)
  if (actual.kind !== 'figure') {
    const grades = target.kind === 'grade' || target.kind === 'deadline' ? target.grades : []
    const said = judgeFulfilment(row.target, grades, text)
    return { verdict: said === 'fulfilled' ? 'kept' : said === 'failed' ? 'missed' : 'open', ratio: null } as const
  }
  const kept = meets(target, actual.value)
  if (kept === 'undecidable') return { verdict: 'open', ratio: null } as const
  if (!kept) return { verdict: 'missed', ratio: null } as const
  const upwards = (target.kind === 'number' || target.kind === 'frequency') && !/^l/.test(target.operator)
  if (!upwards || isZero(target.value) || isNegative(target.value)) return { verdict: 'kept', ratio: null } as const
  const ratio = divide(actual.value, target.value, { scale: 2, rounding: 'half-up' })
  const isFar = compare(ratio, farOverFrom) >= 0
  return isFar ? ({ verdict: 'far-over', ratio } as const) : ({ verdict: 'kept', ratio: null } as const)
}
