import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decimal } from '@shiji/kernel/decimal'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'

type PromiseRow = {
  readonly form: string
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly target: string
}

/** The 188 promises of the real forms: level names, indicator names and targets. */
export function loadPromises(): PromiseRow[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'data', 'indicator-rows.json'), 'utf8'))
}

/** A municipal declaration with the 43 rows of the largest real form and invented texts. */
export function largestForm(template: FormTemplate): FormContent {
  const rows = loadPromises().filter(({ form }) => form === 'S002-1')
  return {
    ...emptyContent(template),
    year: 2020,
    project: '湖畔集中办公点信息系统运维',
    unit: '澄湖区信息中心',
    money: { totalBudget: decimal('4768009.00'), yearBudget: decimal('4768009.00') },
    indicators: rows.map(toIndicator),
  }
}

function toIndicator({ level1, level2, level3, target }: PromiseRow): IndicatorRow {
  const unknown = { remark: null, weight: null, actual: null, score: null, reason: null, part: null, line: null }
  return { level1, level2, level3, target, ...unknown, doubts: [], rawCells: [] }
}
