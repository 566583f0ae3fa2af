import { compare, type Decimal, isDecimal, sum, ZERO } from '../decimal.ts'
import type { CellEdit } from '../form/apply-edits.ts'
import type { FormContent } from '../form/form-content.ts'
import type { RulePack } from '../rule-pack.ts'
import { requestOfForm } from '../scoring/request-of-form.ts'
import { scoreForm } from '../scoring/score-form.ts'

export type Taken = {
  /** What the records say, by position of the row. */
  readonly actuals: ReadonlyMap<number, string>
  /** Positions whose actual, or whose score, stands there with a person, a reason and a file. */
  readonly grounded: { readonly actual: ReadonlySet<number>; readonly score: ReadonlySet<number> }
  /** 全年预算数, 全年执行数 and 执行率 in the unit of the form; null where the money was not recorded. */
  readonly money: { readonly fullYear: Decimal; readonly executed: Decimal; readonly rate: Decimal | null } | null
}

/**
 * The edits that put every computed value into the form: actuals from records, money from the ledger of payments, and
 * the points the rules give. What a person grounded stays; a score in words, which only a person can give, stays too.
 */
export function takeComputed(content: FormContent, { actuals, grounded, money }: Taken, pack: RulePack): CellEdit[] {
  const indicators = content.indicators.map((row, position) => ({
    ...row,
    actual: grounded.actual.has(position) ? row.actual : (actuals.get(position) ?? row.actual),
  }))
  const amounts = money === null ? content.money : { ...content.money, ...money }
  const filled = { ...content, indicators, money: amounts }
  const unscored = { ...filled, indicators: indicators.map((row) => ({ ...row, score: null })) }
  const { rows, execution } = scoreForm(requestOfForm(unscored), pack)
  const inRows = indicators.flatMap((row, position): CellEdit[] => {
    const outcome = rows[position]?.outcome
    const byRule = outcome?.kind === 'scored' && !grounded.score.has(position) ? outcome.score : row.score
    return [
      ...edit(`indicators[${position}].actual`, content.indicators[position]?.actual, row.actual),
      ...edit(`indicators[${position}].score`, row.score, byRule),
    ]
  })
  const score = execution?.score ?? content.money.score ?? null
  const inMoney = Object.entries({ ...amounts, score }).flatMap(([key, now]) =>
    edit(`money.${key}`, content.money[key], now),
  )
  return [...inMoney, ...inRows]
}

/** 总分 of the form, as its rows stand. */
export function totalOfRows(content: FormContent, pack: RulePack): CellEdit[] {
  const { printedTotal, total, execution, rows } = scoreForm(requestOfForm(content), pack)
  const weight = sum([execution?.weight ?? ZERO, ...rows.flatMap((row) => row.weight ?? [])])
  return [
    ...edit('totals.weight', content.totals?.weight, weight),
    ...edit('totals.score', content.totals?.score, printedTotal ?? total),
  ]
}

function edit(where: string, was: string | null | undefined, now: string | null): CellEdit[] {
  const [before, after] = [was ?? '', now ?? '']
  const same = before === after || (isDecimal(before) && isDecimal(after) && compare(before, after) === 0)
  return same || after === '' ? [] : [{ where, was: before, now: after }]
}
