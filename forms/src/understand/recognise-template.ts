import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { dropNumbering, fold, foldLabel } from './cells/cell-text.ts'
import { filledCells, type SheetItem } from './cells/sheet.ts'
import { type FormItems, titleOf } from './split-forms.ts'

export type Recognised = { readonly template: FormTemplate | null; readonly byTitle: boolean }

/** Half of the labels of a sheet may be lost when its title stands; without a title nearly all must be there. */
const LEAST_WITH_TITLE = 0.5
const LEAST_WITHOUT_TITLE = 0.85

export type Recogniser = (form: FormItems, year: number | null) => Recognised

type Sheet = {
  readonly template: FormTemplate
  readonly titles: readonly string[]
  /** Every spelling of each label the sheet asks for. */
  readonly asked: readonly (readonly string[])[]
}

/** Finds the template whose title and labels a form carries. */
export function recogniserOf(templates: readonly FormTemplate[]): Recogniser {
  const sheets = templates.map((template) => ({
    template,
    titles: template.titles.map((title) => titleOf(title) ?? fold(title)),
    asked: askedLabels(template).map((labels) => labels.map(foldLabel)),
  }))
  return (form, year) => recogniseAmong(sheets, form, year)
}

/** Among editions the one whose labels fit best counts, then the latest of its time. */
function recogniseAmong(sheets: readonly Sheet[], form: FormItems, year: number | null): Recognised {
  const words = wordsOn(form.items)
  let best: { readonly template: FormTemplate; readonly rank: number; readonly byTitle: boolean } | null = null
  for (const { template, titles, asked } of sheets) {
    const byTitle = titles.some((title) => form.titles.includes(title))
    const share = labelShare(asked, words)
    if (share < (byTitle ? LEAST_WITH_TITLE : LEAST_WITHOUT_TITLE)) continue
    if (!byTitle && form.titles.length > 0) continue
    const rank = share + (byTitle ? 1 : 0) + editionFit(template, year)
    if (best === null || rank > best.rank) best = { template, rank, byTitle }
  }
  return { template: best?.template ?? null, byTitle: best?.byTitle ?? false }
}

/** Signatures and covers are often left off, so only fields of the sheet's body count. */
function askedLabels(template: FormTemplate): readonly (readonly string[])[] {
  return [
    ...template.fields
      .filter(({ kind, keptAs }) => kind !== 'signature' && keptAs === undefined)
      .map(({ labels }) => labels),
    ...Object.values(template.columns).flatMap((columns) => Object.values(columns ?? {})),
  ]
}

function labelShare(asked: Sheet['asked'], words: ReadonlySet<string>): number {
  if (asked.length === 0) return 0
  return asked.filter((labels) => labels.some((label) => words.has(label))).length / asked.length
}

const YEARS_APART = 100

function editionFit(template: FormTemplate, year: number | null): number {
  if (year === null) return 0
  const apart = year - Number.parseInt(template.edition, 10)
  return apart < 0 ? -0.2 : 0.01 * (1 - Math.min(apart, YEARS_APART) / YEARS_APART)
}

/** Every label-like text of the form: whole cells, what stands before a colon, words of lines. */
function wordsOn(items: readonly SheetItem[]): ReadonlySet<string> {
  const words = new Set<string>()
  const add = (text: string) => {
    const word = foldLabel(text)
    words.add(word)
    words.add(dropNumbering(word))
  }
  for (const item of items) {
    const texts =
      item.kind === 'text' ? [item.text, ...item.text.split(/\s{2,}/)] : filledCells(item).map(({ text }) => text)
    for (const text of texts) {
      if (text.length <= 40) add(text)
      const colon = text.slice(0, 40).search(/[:：]/)
      if (colon > 0) add(text.slice(0, colon))
    }
  }
  return words
}
