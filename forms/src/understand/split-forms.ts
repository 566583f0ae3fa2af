import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { fold } from './cells/cell-text.ts'
import { loneText, type SheetItem } from './cells/sheet.ts'
import { readHeadRow, readTextLine } from './fields/head-fields.ts'
import { indicatorHeadAt } from './indicators/tree-without-head.ts'
import { vocabularyOf } from './words/vocabulary.ts'

/** The items of one form, in order, and the titles printed over its parts. */
export type FormItems = {
  readonly titles: readonly string[]
  readonly items: readonly SheetItem[]
  readonly project: string
}

type Part = {
  title: string | null
  readonly items: SheetItem[]
  project: string | null
  hasIndicators: boolean
}

const TITLE =
  /^.{0,40}绩效.{0,20}(?:申报表|自评表|目标表|监控表|审核表|评价表|修订表|评分表|情况表|监控情况表|目标批复表|申请表|公开表|填报表|备案表|自评情况表)(?:\(.{1,16}\))?$/
const SHORT_TITLE = /^.{0,30}(?:项目自评表|绩效自评表|支出自评表)$/
const LONGEST_TITLE = 60
/** A cell may hold title, year and unit together. */
const LONGEST_HEADING = 600

/** A heading that names a form: the folded title without its year and annex number; a known title comes first. */
export function titleOf(text: string, known?: ReadonlyMap<string, string>): string | null {
  if (text.length > LONGEST_HEADING) return null
  const candidates = [fold(text), ...text.split(/\s+/).map(fold)].map(bareTitle)
  const titles = candidates.filter((bare) => TITLE.test(bare) || SHORT_TITLE.test(bare))
  const proper = titles.filter((bare) => bare.length <= LONGEST_TITLE && !/[。；;《》]/.test(bare))
  // Names of sheets are cut: 校园网运维 东湖区预算绩效目标申报表（2021 (2).
  const cut = [...(known?.keys() ?? [])].find((title) => candidates.slice(1).some((bare) => bare.startsWith(title)))
  return proper.find((bare) => known?.has(bare)) ?? (proper.length > 0 ? cut : undefined) ?? proper[0] ?? null
}

function bareTitle(text: string): string {
  return text
    .replace(/^附(?:件|表)?\d{0,2}(?:-\d)?[:：]?/, '')
    .replace(/\((?:19|20)\d{2}年?度?\)|^(?:19|20)\d{2}年度?/g, '')
}

/** A file may hold many forms, and a form many parts under titles of their own. */
export function splitForms(printed: readonly SheetItem[], templates: readonly FormTemplate[]): FormItems[] {
  const families = familiesOf(templates)
  const items = withMargins(printed, families)
  const forms: { titles: string[]; items: SheetItem[]; project: string; hasIndicators: boolean }[] = []
  for (const part of partsOf(items, families)) {
    const last = forms.at(-1)
    if (last !== undefined && belongs(part, last, families)) {
      if (part.title !== null) last.titles.push(part.title)
      last.items.push(...part.items)
      last.project ||= part.project ?? ''
      last.hasIndicators ||= part.hasIndicators
    } else {
      const titles = part.title === null ? [] : [part.title]
      forms.push({ titles, items: part.items, project: part.project ?? '', hasIndicators: part.hasIndicators })
    }
  }
  return forms
}

/** A title in the head margin counts where none stands in the text; what else stands there comes last. */
function withMargins(items: readonly SheetItem[], families: ReadonlyMap<string, string>): readonly SheetItem[] {
  const isMargin = (item: SheetItem) => item.kind === 'text' && item.margin === true
  const [margins, body] = [items.filter(isMargin), items.filter((item) => !isMargin(item))]
  if (margins.length === 0) return items
  const isTitle = (item: SheetItem) => titleOf(loneText(item) ?? '', families) !== null
  return body.some(isTitle) ? [...body, ...margins.filter((item) => !isTitle(item))] : [...margins, ...body]
}

function partsOf(items: readonly SheetItem[], families: ReadonlyMap<string, string>): Part[] {
  const vocabulary = vocabularyOf(null)
  const parts: Part[] = []
  let part: Part = { title: null, items: [], project: null, hasIndicators: false }
  let hasRows = false
  const close = (title: string | null) => {
    // The name of a worksheet belongs to what follows.
    const name = part.items.at(-1)
    const tab = name?.kind === 'text' && name.sheet ? part.items.splice(-1) : []
    parts.push(part)
    part = { title, items: tab, project: null, hasIndicators: false }
    hasRows = false
  }
  items.forEach((item, at) => {
    if (item.begins || (item.kind === 'text' && item.sheet && part.hasIndicators)) close(null)
    const lone = loneText(item)
    const title = lone === null ? null : titleOf(lone, families)
    // A workbook says the title twice: as the name of the sheet and on it.
    const again = title === part.title && !hasRows
    if (title !== null && !again && (hasRows || part.title !== null)) close(title)
    else if (title !== null) part.title = title
    const project = projectOf(item, vocabulary)
    if (project !== null && part.hasIndicators && part.project !== null && fold(part.project) !== fold(project))
      close(null)
    part.project ??= project
    part.hasIndicators ||= item.kind === 'row' && indicatorHeadAt(items, at, vocabulary) !== null
    hasRows ||= item.kind === 'row' && lone === null
    part.items.push(item)
  })
  parts.push(part)
  return parts
}

/** 项目名称 with a value beside it; the head of the cost lines says 项目名称 too, without a value. */
function projectOf(item: SheetItem, vocabulary: ReturnType<typeof vocabularyOf>): string | null {
  const lone = loneText(item)
  if (item.kind === 'text' || lone !== null) {
    const [line] = readTextLine(lone ?? '', vocabulary)
    return line?.label.key === '项目名称' && line.value !== '' ? line.value : null
  }
  const [first] = readHeadRow(item, vocabulary).entries
  const named = first?.label.kind === 'field' && first.label.key === '项目名称'
  if (!named || first.value === '' || vocabulary.repeatHead(item) !== null) return null
  return first.value
}

/** No form has more sheets than this. */
const MAX_PARTS = 12

function belongs(
  part: Part,
  form: { readonly titles: readonly string[]; readonly project: string; readonly hasIndicators: boolean },
  families: ReadonlyMap<string, string>,
): boolean {
  if (part.title === null) {
    const ownSheet = part.items[0]?.kind === 'text' && part.items[0].sheet && part.hasIndicators && form.hasIndicators
    return part.project === null ? !ownSheet : fold(part.project) === fold(form.project)
  }
  if (form.titles.length === 0 || form.titles.length >= MAX_PARTS) return false
  const family = families.get(part.title)
  const sameFamily = form.titles.some(
    (title) => (families.get(title) ?? stem(title)) === (family ?? stem(part.title ?? '')),
  )
  const sameProject = part.project === null || form.project === '' || fold(part.project) === fold(form.project)
  if (!form.titles.includes(part.title)) return sameFamily && sameProject
  // A title that comes again begins another form, unless this goes on with the same project's.
  if (part.hasIndicators && form.hasIndicators) return false
  return part.project === null ? part.hasIndicators : fold(part.project) === fold(form.project)
}

/** 财政项目支出绩效目标申报表(绩效目标) and …(制度保障) are parts of one form. */
function stem(title: string): string {
  return title.replace(/\(.{1,16}\)$/, '').replace(/^财政/, '')
}

function familiesOf(templates: readonly FormTemplate[]): ReadonlyMap<string, string> {
  return new Map(
    templates.flatMap(({ id, titles }) => titles.map((title) => [titleOf(title) ?? fold(title), id] as const)),
  )
}
