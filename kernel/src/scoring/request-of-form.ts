import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import type { IndicatorRequest, ScoreRequest } from './score-request.ts'

/** What the rules need of a form that was read: its money block, and each row with what the unit printed. */
export function requestOfForm(form: FormContent): ScoreRequest {
  const money = (key: string) => form.money[key] ?? ''
  const hasBudget = 'fullYear' in form.money || 'executed' in form.money
  return {
    rulePack: null,
    year: form.year,
    moneyUnit: form.moneyUnit,
    budget: hasBudget
      ? {
          initial: money('initial'),
          // A sheet with one column of budget (年初预算数（A）, 执行率 B/A) measures its execution by that.
          fullYear: 'fullYear' in form.money ? money('fullYear') : money('initial'),
          executed: money('executed'),
          weight: money('weight'),
          score: money('score'),
        }
      : null,
    indicators: form.indicators.map(rowRequest),
  }
}

function rowRequest({ level1, level2, level3, target, actual, weight, score, reason }: IndicatorRow): IndicatorRequest {
  return {
    level1,
    level2,
    level3,
    target,
    actual: actual ?? '',
    weight: weight ?? '',
    score: score ?? '',
    reason: reason ?? '',
    band: '',
    bandScore: '',
    baseline: '',
  }
}
