import { type Decimal, sum } from '../decimal.ts'
import type { FormContent } from '../form/form-content.ts'
import { indexNames } from '../library/find-alike.ts'
import { convertMoney } from '../money.ts'
import { type JudgeSetting, judgeLastYear, type LastYearVerdict } from '../renewal/judge-last-year.ts'

/** A promise beside the same promise of the year before, whatever its spelling was. */
type ComparedRow = {
  /** Counted from 0 on this year's declaration. */
  readonly position: number
  readonly change: 'new' | 'same' | 'changed'
  readonly last: {
    readonly target: string
    readonly actual: string | null
    readonly verdict: LastYearVerdict
  } | null
}

type ComparedYears = {
  readonly rows: readonly ComparedRow[]
  /** Promises of last year that are not made again. */
  readonly gone: readonly { readonly name: string; readonly target: string }[]
}

/** Each row with what was promised and achieved last year. rules.md §3.3: adequacy asks for last year's actual. */
export function compareYears(now: FormContent, last: FormContent, setting: JudgeSetting): ComparedYears {
  const judged = judgeLastYear(last, setting)
  const index = indexNames(
    last.indicators.map(({ level3 }) => level3),
    setting.reader,
  )
  const kept = new Set<number>()
  const rows = now.indicators.map(({ level3, target }, position): ComparedRow => {
    const same = index.findAlike(setting.reader.read(level3)).find(({ at, likeness }) => {
      return likeness.kind === 'same' && !kept.has(at)
    })
    const found = same === undefined ? undefined : judged[same.at]
    if (same === undefined || found === undefined) return { position, change: 'new', last: null }
    kept.add(same.at)
    const { target: was, actual, verdict } = found
    return {
      position,
      change: was.trim() === target.trim() ? 'same' : 'changed',
      last: { target: was, actual, verdict },
    }
  })
  const gone = last.indicators.filter((_, at) => !kept.has(at)).map(({ level3, target }) => ({ name: level3, target }))
  return { rows, gone }
}

/** The money of the year in 元: the amount of the form, or the sum of its cost lines; null when neither stands there. */
export function yearMoney({ money, moneyUnit, lines }: FormContent): Decimal | null {
  const amounts = lines.flatMap(({ amount }) => amount ?? [])
  const asked = money.yearBudget ?? (amounts.length === 0 ? null : sum(amounts))
  return asked === null || moneyUnit === null ? null : convertMoney(asked, moneyUnit, '元')
}
