import type { Doubt, FormContent, FormStage, IndicatorRow, SubProject } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { RawDocument } from '../read/raw-document.ts'
import { readAmount } from './amounts.ts'
import { carryLevels, suspectMissingLabels, takeLabelsAfterBreak } from './carry-levels.ts'
import type { FormDraft } from './form-draft.ts'
import { findYear } from './form-year.ts'
import type { DraftRow } from './indicator-draft.ts'
import { readForm } from './read-form.ts'
import { recogniseTemplate } from './recognise-template.ts'
import { repairLevels } from './repair-levels.ts'
import { projectDoubts } from './repeat-tables.ts'
import { sheetOf } from './sheet.ts'
import { sisterLevels } from './sister-levels.ts'
import { type FormItems, splitForms } from './split-forms.ts'
import { raise } from './understand-wording.ts'

/** Longer files are no forms; what is left out is said. */
const MAX_ITEMS = 20_000

/**
 * From the text and tables of a file to the content of every form in it. Damage is taken for granted: shifted rows,
 * lost merges, names broken over pages. What was repaired keeps its raw cells and a doubt; nothing is guessed silently.
 */
export function understandForms(document: RawDocument, templates: readonly FormTemplate[]): FormContent[] {
  const sheet = sheetOf(document)
  const kept = sheet.items.slice(0, MAX_ITEMS)
  const drafts = splitForms(kept, templates).map((form): Understood => {
    const year = findYear(form.items)
    const { template, byTitle } = recogniseTemplate(form, templates, year)
    const draft = readForm(form, template, sheet.tellsMerges)
    const rows = levelled(draft, sheet.tellsMerges)
    return { form, template, byTitle, year, draft, rows }
  })
  const forms = drafts.filter(holdsAForm)
  const cut: Doubt[] = sheet.items.length > MAX_ITEMS ? [raise('document-too-long', 'form', { limit: MAX_ITEMS })] : []
  let lastYear: number | null = null
  return forms.map((understood) => {
    const content = contentOf(understood, forms, lastYear)
    lastYear = content.year ?? lastYear
    return cut.length === 0 ? content : { ...content, doubts: [...content.doubts, ...cut] }
  })
}

type Understood = {
  readonly form: FormItems
  readonly template: FormTemplate | null
  readonly byTitle: boolean
  readonly year: number | null
  readonly draft: FormDraft
  readonly rows: readonly DraftRow[]
}

function holdsAForm({ template, draft, rows, form }: Understood): boolean {
  if (template !== null || rows.length > 0 || draft.revisions.length > 0 || draft.reviews.length > 0) return true
  const named = form.project !== '' || form.titles.length > 0
  return named && (draft.fields.size > 1 || draft.money.size > 0)
}

function levelled(draft: FormDraft, tellsMerges: boolean): DraftRow[] {
  const carried = takeLabelsAfterBreak(
    carryLevels(
      draft.rows.map(({ row }) => row),
      { level1InHead: draft.level1InHead },
    ),
  )
  return tellsMerges ? carried : suspectMissingLabels(carried, draft.vocabulary.level)
}

function contentOf(understood: Understood, all: readonly Understood[], lastYear: number | null): FormContent {
  const { draft, template, form, year } = understood
  const sisters = all.filter((other) => other !== understood && other.template?.id === template?.id)
  const evidence = { words: draft.vocabulary.level, sister: sisterLevels(sisters.map(({ rows }) => rows)) }
  const indicators = repairLevels(understood.rows, evidence).map((row, index) =>
    indicatorOf(row, draft.rows[index]?.part ?? null),
  )
  const fields = draft.printedFields()
  const project = form.project || fields.项目名称 || ''
  projectDoubts(draft, project)
  const stage = template?.stage ?? stageOf(form, draft)
  return {
    template: template?.id ?? 'generic',
    edition: template?.edition ?? null,
    stage,
    year: year ?? lastYear,
    moneyUnit: draft.unit,
    project,
    unit: unitOf(fields, template),
    fields: withoutKept(fields, template),
    money: moneyOf(draft, template),
    lines: draft.lines,
    parts: partsOf(draft),
    indicators,
    safeguards: draft.safeguards,
    schedule: draft.schedule,
    priorEvaluations: draft.priorEvaluations,
    reviews: draft.reviews,
    revisions: draft.revisions,
    totals: draft.totals,
    doubts: [...formDoubts(understood, lastYear), ...draft.doubts],
  }
}

function formDoubts({ template, byTitle, year, rows }: Understood, lastYear: number | null): Doubt[] {
  const doubts: Doubt[] = []
  if (template === null) doubts.push(layoutUnknown(rows))
  else if (!byTitle) doubts.push(raise('title-missing', 'form', { template: template.name.zh }))
  if (year === null && lastYear !== null) doubts.push(raise('year-inferred', 'year', { year: lastYear }))
  return doubts
}

/** How sure the generic reading is: rows whose target can be read and whose cells stood under their heads. */
function layoutUnknown(rows: readonly DraftRow[]): Doubt {
  const readable = rows.filter(({ target }) => {
    const { kind } = parseTarget(target)
    return kind !== 'unreadable' && kind !== 'none'
  }).length
  const plain = rows.filter(({ doubts }) => doubts.length === 0).length
  const sureness = rows.length === 0 ? 0 : Math.round((50 * (readable + plain)) / rows.length)
  return raise('layout-unknown', 'form', { rows: rows.length, readable, sureness })
}

function stageOf({ titles }: FormItems, draft: FormDraft): FormStage {
  const title = titles.join('')
  if (/自评|评价表|评分表/.test(title)) return 'self-evaluation'
  if (/监控/.test(title)) return 'monitoring'
  if (/修订|调整/.test(title) || draft.revisions.length > 0) return 'revision'
  if (/审核/.test(title)) return 'review'
  const evaluated = draft.rows.some(({ row }) => row.actual !== null || row.score !== null) || draft.totals !== null
  return evaluated && title === '' ? 'self-evaluation' : 'declaration'
}

const UNIT_FIELDS: readonly string[] = ['填报单位', '实施单位', '主管部门']

function unitOf(fields: Readonly<Record<string, string>>, template: FormTemplate | null): string | null {
  const kept = template?.fields.filter(({ keptAs }) => keptAs === 'unit').map(({ key }) => key) ?? []
  for (const key of [...kept, ...UNIT_FIELDS]) if (fields[key]) return fields[key]
  return null
}

function withoutKept(fields: Readonly<Record<string, string>>, template: FormTemplate | null): Record<string, string> {
  const kept = new Set(
    template?.fields.filter(({ keptAs }) => keptAs !== undefined).map(({ key }) => key) ?? ['项目名称'],
  )
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !kept.has(key)))
}

/** Every amount a template asks for has its key; blank is null. */
function moneyOf(draft: FormDraft, template: FormTemplate | null): FormContent['money'] {
  const asked = template?.money.map(({ key }) => [key, null] as const) ?? []
  return { ...Object.fromEntries(asked), ...Object.fromEntries(draft.money) }
}

function partsOf(draft: FormDraft): SubProject[] {
  return draft.parts.map(({ name, amountText, fields, line }, index) => {
    const { amount, doubts } = readAmount(amountText, draft.unit, `parts[${index}].amount`)
    draft.doubts.push(...doubts)
    return { name, amount, amountText, fields, line }
  })
}

function indicatorOf(row: DraftRow, part: number | null): IndicatorRow {
  const { level1, level2, level3, target, remark, weight, actual, score, reason, doubts, rawCells, line } = row
  return { level1, level2, level3, target, remark, weight, actual, score, reason, part, doubts, rawCells, line }
}
