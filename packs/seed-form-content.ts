import { type Decimal, decimal, isDecimal } from '@shiji/kernel/decimal'
import type { FormContent, FormStage, IndicatorRow } from '@shiji/kernel/form/form-content'

/** The shape of the annotated seed forms that this test reads. */
export type SeedForm = {
  readonly formId: string
  readonly templateId: string
  readonly stage: string
  readonly fiscalYear: number
  readonly currencyUnit: '元' | '万元' | null
  readonly declaringUnit?: string
  readonly header: Readonly<Record<string, unknown>>
  readonly funding: Readonly<Record<string, unknown>> | null
  readonly textSections: Readonly<Record<string, string>>
  readonly lineItems: readonly Readonly<Record<string, string | null>>[]
  readonly subProjects: readonly {
    readonly name: string
    readonly amount: string
    readonly amountRaw?: string
    readonly detail?: Readonly<Record<string, string>>
  }[]
  readonly indicators: readonly SeedIndicator[]
  readonly safeguards: readonly {
    readonly category?: string
    readonly document: string
    readonly measure?: string
    readonly phases?: Readonly<Record<string, boolean>>
  }[]
  readonly priorEvaluations?: readonly { readonly year: number }[]
  readonly reviewSteps?: readonly { readonly reviewer: string }[]
  readonly totals?: { readonly weight: string; readonly score: string }
  readonly anomalies: readonly { readonly code: string; readonly severity: string; readonly description: string }[]
}

type SeedIndicator = {
  readonly seedLine: number
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly targetText: string | null
  readonly remark: string | null
  readonly weight: string | null
  readonly actualText: string | null
  readonly score: string | null
  readonly deviationText: string | null
  readonly layoutShift: { readonly kind: string } | null
}

/** What a faithful reader makes of an annotated form: repaired rows with a doubt for every layout fault. */
export function seedFormContent(seed: SeedForm): FormContent {
  return {
    template: seed.templateId,
    edition: null,
    stage: seed.stage.replace('_', '-') as FormStage,
    year: seed.fiscalYear,
    moneyUnit: seed.currencyUnit,
    project: String(seed.header.项目名称 ?? ''),
    unit: seed.declaringUnit ?? (typeof seed.header.实施单位 === 'string' ? seed.header.实施单位 : null),
    fields: { ...fieldsOf(seed.header), ...textsOf(seed.textSections), ...executionRate(seed) },
    money: moneyOf(seed),
    lines: seed.lineItems.map((line) => ({
      project: line.projectName ?? '',
      content: line.content ?? '',
      item: line.item ?? '',
      amount: amount(line.amount),
      unitPrice: amount(line.unitPrice),
      unitPriceBasis: line.unitPriceBasis ?? null,
      quantity: amount(line.quantity),
      quantityBasis: line.quantityBasis ?? null,
      remark: line.remark ?? null,
      line: null,
    })),
    parts: seed.subProjects.map((part) => ({
      name: part.name,
      amount: amount(part.amount),
      amountText: part.detail?.金额_raw ?? part.amountRaw ?? part.amount,
      fields: part.detail ?? {},
      line: null,
    })),
    indicators: seed.indicators.map(indicatorOf),
    safeguards: seed.safeguards.map(({ category, document, measure, phases }) => ({
      category: category ?? '',
      document,
      measure: measure ?? '',
      phases: phases ?? {},
      line: null,
    })),
    schedule: [],
    priorEvaluations: (seed.priorEvaluations ?? []).map(({ year }) => ({ year, score: '', opinion: '' })),
    reviews: (seed.reviewSteps ?? []).map(({ reviewer }) => ({ reviewer, opinion: '', signer: '', date: '' })),
    revisions: [],
    totals: seed.totals ? { weight: amount(seed.totals.weight), score: amount(seed.totals.score) } : null,
    doubts: [],
  }
}

function indicatorOf(seed: SeedIndicator): IndicatorRow {
  const { layoutShift } = seed
  return {
    level1: seed.level1,
    level2: seed.level2,
    level3: seed.level3.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
    target: seed.targetText ?? '',
    remark: seed.remark,
    weight: amount(seed.weight),
    actual: seed.actualText,
    score: amount(seed.score),
    reason: seed.deviationText,
    part: null,
    doubts: layoutShift === null ? [] : [{ code: layoutShift.kind, field: 'level2', parameters: {} }],
    rawCells: [],
    line: seed.seedLine,
  }
}

/** Ticks of a choice are its options joined by 、. */
function fieldsOf(header: SeedForm['header']): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(header)) {
    if (key.endsWith('_选项') || key.endsWith('_raw')) continue
    if (typeof value === 'string' || value === null) fields[key] = value ?? ''
    else if (Array.isArray(value)) fields[key.replace('_勾选', '')] = value.join('、')
    else fields[key] = ticked(value)
  }
  return fields
}

function ticked(value: unknown): string {
  return Object.entries(value ?? {})
    .filter(([, isTicked]) => isTicked === true)
    .map(([option]) => option)
    .join('、')
}

function textsOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, html]) => [key, html.replace(/<\/p>\s*<p>/g, '\n').replace(/<\/?p>/g, '')]),
  )
}

const MONEY_KEYS: Readonly<Record<string, string>> = {
  sameNameLastYearBudget: 'lastYearBudget',
  sameNameLastYearExecuted: 'lastYearExecuted',
}

function moneyOf({ funding }: SeedForm): Record<string, Decimal | null> {
  const money: Record<string, Decimal | null> = {}
  for (const [key, value] of Object.entries(funding ?? {})) {
    if (typeof value === 'string' || value === null) money[MONEY_KEYS[key] ?? key] = amount(value)
  }
  for (const row of rowsOf(funding)) {
    const suffix = row.label === '年度资金总额' ? '' : `.${row.label}`
    for (const key of ['initialBudget', 'fullYearBudget', 'fullYearExecuted'] as const) {
      money[`${key}${suffix}`] = amount(row[key] ?? null)
    }
    if (suffix === '') {
      money.executionWeight = amount(row.weight ?? null)
      money.executionScore = amount(row.score ?? null)
    }
  }
  return money
}

function executionRate({ funding }: SeedForm): Record<string, string> {
  const [total] = rowsOf(funding)
  return total?.executionRate ? { 执行率: total.executionRate } : {}
}

function rowsOf(funding: SeedForm['funding']): Record<string, string | null>[] {
  return Array.isArray(funding?.rows) ? funding.rows : []
}

function amount(text: string | null | undefined): Decimal | null {
  const plain = (text ?? '').replace(/,/g, '').replace(/^\./, '0.')
  return isDecimal(plain) ? decimal(plain) : null
}
