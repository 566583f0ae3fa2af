import { BLANK_ROWS } from './blank-row.ts'
import type { FormContent, IndicatorRow, ReviewOpinion, Safeguard } from './form-content.ts'
import type { FormTemplate, RepeatName } from './form-template.ts'

/** A blank form: what the sheet itself says before anyone writes on it, with one empty row per branch of its tree. */
export function emptyContent(template: FormTemplate): FormContent {
  return {
    template: template.id,
    edition: template.edition,
    stage: template.stage,
    year: null,
    moneyUnit: template.moneyUnit,
    project: '',
    unit: null,
    fields: Object.fromEntries(
      template.fields.filter(({ keptAs }) => keptAs === undefined).map(({ key }) => [key, '']),
    ),
    money: Object.fromEntries(template.money.map(({ key }) => [key, null])),
    lines: [],
    parts: [],
    indicators: template.tree.flatMap(({ name, level2 }) => level2.map((branch) => emptyIndicator(name, branch))),
    safeguards: givenOf(template, 'safeguards').map(emptySafeguard),
    schedule: [],
    priorEvaluations: [],
    reviews: givenOf(template, 'reviews').map(emptyReview),
    revisions: [],
    totals: null,
    doubts: [],
  }
}

function givenOf(template: FormTemplate, over: RepeatName): readonly string[] {
  return template.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap(({ repeat }) => (repeat?.over === over ? (repeat.given ?? []) : []))
}

function emptyIndicator(level1: string, level2: string): IndicatorRow {
  return { ...BLANK_ROWS.indicators, level1, level2 }
}

function emptySafeguard(category: string): Safeguard {
  return { ...BLANK_ROWS.safeguards, category }
}

function emptyReview(reviewer: string): ReviewOpinion {
  return { ...BLANK_ROWS.reviews, reviewer }
}
