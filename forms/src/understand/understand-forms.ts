import type { Doubt, FormContent, FormStage, IndicatorRow, SubProject } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { RawDocument } from '../read/raw-document.ts'
import { readAmount } from './cells/amounts.ts'
import { sheetOf } from './cells/sheet.ts'
import { findYear } from './fields/form-year.ts'
import { amountsOfMoney, type PlacedAmount, proportionDoubts } from './fields/money-proportion.ts'
import type { FormDraft } from './form-draft.ts'
import { carryLevels, suspectMissingLabels, takeLabelsAfterBreak } from './indicators/carry-levels.ts'
import { type DraftRow, readNumber } from './indicators/indicator-draft.ts'
import { isIndicator } from './indicators/indicator-table.ts'
import { weighByPrintedPoints } from './indicators/printed-points.ts'
import { repairLevels } from './indicators/repair-levels.ts'
import { sisterLevels } from './indicators/sister-levels.ts'
import { readForm } from './read-form.ts'
import { recogniserOf } from './recognise-template.ts'
import { projectDoubts } from './repeats/repeat-tables.ts'
import { type FormItems, splitForms } from './split-forms.ts'
import { doubtsOfNotes, raise } from './understand-wording.ts'
import { unfoldTables } from './unfold/unfold-tables.ts'
import { type Vocabulary, vocabularyOf } from './words/vocabulary.ts'

/** Longer files are no forms; what is left out is said. */
const MAX_ITEMS = 20_000

/**
 * From the text and tables of a file to the content of every form in it. Damage is taken for granted: shifted rows,
 * lost merges, names broken over pages. What was repaired keeps its raw cells and a doubt; nothing is guessed silently.
 */
export function understandForms(document: RawDocument, templates: readonly FormTemplate[]): FormContent[] {
  const sheet = sheetOf(document)
  const kept = unfoldTables(sheet.items.slice(0, MAX_ITEMS))
  const recognise = recogniserOf(templates)
  const vocabularyFor = vocabularies()
  const drafts = splitForms(kept, templates).map((form): Understood => {
    const year = findYear(form.items)
    const { template, byTitle } = recognise(form, year)
    const draft = readForm(form, { vocabulary: vocabularyFor(template), tellsMerges: sheet.tellsMerges, year })
    const rows = levelled(draft, sheet.tellsMerges)
    return { form, template, byTitle, year, draft, rows }
  })
  const forms = repaired(drafts.filter(holdsAForm), sheet.tellsMerges)
  const cut: Doubt[] = sheet.items.length > MAX_ITEMS ? [raise('document-too-long', 'form', { limit: MAX_ITEMS })] : []
  const left = doubtsOfNotes(document.notes)
  let lastYear: number | null = null
  return forms.map((understood, at) => {
    const content = contentOf(understood, lastYear)
    lastYear = content.year ?? lastYear
    const ofFile = at === 0 ? [...cut, ...left] : cut
    return ofFile.length === 0 ? content : { ...content, doubts: [...content.doubts, ...ofFile] }
  })
}

/** The words of a template are gathered once for all its forms in a file. */
function vocabularies(): (template: FormTemplate | null) => Vocabulary {
  const known = new Map<FormTemplate | null, Vocabulary>()
  return (template) => {
    const vocabulary = known.get(template) ?? vocabularyOf(template)
    known.set(template, vocabulary)
    return vocabulary
  }
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

/** Rows that promise something, with their levels; a row of labels alone only hands its labels down. */
function levelled(draft: FormDraft, tellsMerges: boolean): readonly DraftRow[] {
  const { level1InHead, printsLevels } = draft
  const labelled = takeLabelsAfterBreak(carryLevels(draft.rows, { level1InHead, printsLevels }))
  const carried = weighByPrintedPoints(labelled.filter(isIndicator))
  return tellsMerges ? carried : suspectMissingLabels(carried, draft.vocabulary.level)
}

/** Levels set right by the name and by the sister forms of the file; a file that tells its merges needs no repair. */
function repaired(forms: readonly Understood[], tellsMerges: boolean): Understood[] {
  if (tellsMerges) return [...forms]
  const sister = sisterLevels(forms.map(({ rows, template }) => ({ rows, kind: template?.id ?? 'generic' })))
  return forms.map((form, index) => ({
    ...form,
    rows: repairLevels(form.rows, { words: form.draft.vocabulary.level, sister: (name) => sister(index, name) }),
  }))
}

function contentOf(understood: Understood, lastYear: number | null): FormContent {
  const { draft, template, form, year, rows } = understood
  const fields = draft.printedFields()
  const named = form.project || fields.项目名称 || ''
  const project = named || projectOfSheet(form)
  if (project !== named) draft.doubts.push(raise('project-from-sheet', 'project', { project }))
  projectDoubts(draft, project)
  const stage = template?.stage ?? stageOf(form, draft)
  const parts = partsOf(draft)
  const known = draft.doubts.length
  draft.doubts.push(...proportionDoubts([...amountsOfMoney(draft.money), ...amountsOfParts(parts)], draft.unit))
  draft.keepRaw(known, form.items)
  return {
    template: template?.id ?? 'generic',
    edition: template?.edition ?? null,
    stage,
    year: year ?? lastYear,
    moneyUnit: draft.unit,
    project,
    unit: unitOf(fields, template),
    fields: withoutKept(fields, template),
    money: moneyOf(draft, template, stage),
    lines: draft.lines,
    parts,
    indicators: rows.map(indicatorOf),
    safeguards: draft.safeguards,
    schedule: draft.schedule,
    priorEvaluations: draft.priorEvaluations,
    reviews: draft.reviews,
    revisions: draft.revisions,
    totals: draft.totals ?? totalOf(fields),
    doubts: [...formDoubts(understood, lastYear), ...draft.doubts],
  }
}

/** 表1, Sheet1 and names of forms say nothing about the project. */
const PLAIN_SHEET =
  /^(?:sheet|工作表|表|附[表件]|样表)?[\s（(]*[\d一二三四五六七八九十.-]*[)）]?$|绩效|目标表|申报表|自评|评价|预算|指标|模板|封面|汇总|目录|(?:19|20)\d{2}年?$/i

/** A workbook with a sheet per project often names the project on the tab alone. */
function projectOfSheet({ items }: FormItems): string {
  const name = items.find((item) => item.kind === 'text' && item.sheet)
  const text = name?.kind === 'text' ? name.text.trim() : ''
  return PLAIN_SHEET.test(text) ? '' : text
}

function formDoubts({ form, template, byTitle, year, rows }: Understood, lastYear: number | null): Doubt[] {
  const doubts: Doubt[] = []
  if (form.items.some((item) => item.kind === 'row' && item.byPosition)) doubts.push(raise('table-by-position', 'form'))
  if (template === null) doubts.push(layoutUnknown(rows))
  else if (!byTitle) doubts.push(raise('title-missing', 'form', { template: template.name.zh }))
  if (year === null && lastYear !== null) doubts.push(raise('year-inferred', 'year', { year: lastYear }))
  return doubts
}

/** A layout nobody has seen is never fully sure. */
const HIGHEST_SURENESS = 95

/** How sure the generic reading is: rows whose target can be read and whose cells stood under their heads. */
function layoutUnknown(rows: readonly DraftRow[]): Doubt {
  const readable = rows.filter(({ target }) => {
    const { kind } = parseTarget(target)
    return kind !== 'unreadable' && kind !== 'none'
  }).length
  const plain = rows.filter(({ doubts }) => doubts.length === 0).length
  const share = rows.length === 0 ? 0 : Math.round((50 * (readable + plain)) / rows.length)
  const sureness = Math.min(share, HIGHEST_SURENESS)
  return raise('layout-unknown', 'form', { rows: rows.length, readable, sureness })
}

function stageOf({ titles }: FormItems, draft: FormDraft): FormStage {
  const title = titles.join('')
  if (/自评|评价表|评分表/.test(title)) return 'self-evaluation'
  if (/监控/.test(title)) return 'monitoring'
  if (/修订|调整/.test(title) || draft.revisions.length > 0) return 'revision'
  if (/审核/.test(title)) return 'review'
  const evaluated = draft.rows.some(({ actual, score }) => actual !== null || score !== null) || draft.totals !== null
  return evaluated && title === '' ? 'self-evaluation' : 'declaration'
}

/** 重庆 sheets print the total beside the name of the project. */
function totalOf({ 自评总分: printed = '' }: Readonly<Record<string, string>>): FormContent['totals'] {
  const { value } = readNumber(printed, 'totals')
  return value === null ? null : { weight: null, score: value }
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
function moneyOf(draft: FormDraft, template: FormTemplate | null, stage: FormStage): FormContent['money'] {
  const asked = template?.money.map(({ key }) => [key, null] as const) ?? []
  const read = Object.fromEntries(draft.money)
  const { fullYear, ...others } = read
  // 预算数 on a declaration that speaks of nothing spent is what is asked for the year.
  const asks = template === null && stage === 'declaration' && !('executed' in read) && !('yearBudget' in read)
  const asksOnly = asks && fullYear !== undefined
  return { ...Object.fromEntries(asked), ...(asksOnly ? { ...others, yearBudget: fullYear } : read) }
}

function partsOf(draft: FormDraft): SubProject[] {
  return draft.parts.map(({ name, amountText, labelUnit, fields, raw, line }, index) => {
    const { amount, doubts } = readAmount(amountText, { unit: draft.unit, labelUnit, field: `parts[${index}].amount` })
    draft.doubts.push(...doubts.map((doubt) => ({ ...doubt, rawCells: raw })))
    return { name, amount, amountText, fields, line }
  })
}

function amountsOfParts(parts: readonly SubProject[]): PlacedAmount[] {
  return parts.flatMap(({ amount }, index) => (amount === null ? [] : [{ field: `parts[${index}].amount`, amount }]))
}

function indicatorOf(row: DraftRow): IndicatorRow {
  const { level1, level2, level3, target, remark, weight, actual, score, reason, part, doubts, rawCells, line } = row
  return { level1, level2, level3, target, remark, weight, actual, score, reason, part, doubts, rawCells, line }
}
