import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { fold } from './cell-text.ts'
import { inlineLabel, readHeadRow } from './head-fields.ts'
import { readIndicatorHead } from './indicator-columns.ts'
import { loneText, type SheetItem } from './sheet.ts'
import { vocabularyOf } from './vocabulary.ts'

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
  /^.{0,40}绩效.{0,20}(?:申报表|自评表|目标表|监控表|审核表|评价表|修订表|评分表|情况表|监控情况表|目标批复表|申请表|自评情况表)(?:\(.{1,16}\))?$/
const SHORT_TITLE = /^.{0,30}(?:项目自评表|绩效自评表|支出自评表)$/
const LONGEST_TITLE = 60

/** A heading that names a form: the folded title without its year and annex number. */
export function titleOf(text: string): string | null {
  if (text.length > 600) return null
  const whole = fold(text)
  for (const candidate of [whole, ...text.split(/\s+/).map(fold)]) {
    const bare = candidate
      .replace(/^附(?:件|表)?\d{0,2}(?:-\d)?[:：]?/, '')
      .replace(/\((?:19|20)\d{2}年?度?\)|^(?:19|20)\d{2}年度?/g, '')
    if (bare.length <= LONGEST_TITLE && (TITLE.test(bare) || SHORT_TITLE.test(bare)) && !/[。；;《》]/.test(bare))
      return bare
  }
  return null
}

/** A file may hold many forms, and a form many parts under titles of their own. */
export function splitForms(items: readonly SheetItem[], templates: readonly FormTemplate[]): FormItems[] {
  const families = familiesOf(templates)
  const forms: { titles: string[]; items: SheetItem[]; project: string; hasIndicators: boolean }[] = []
  for (const part of partsOf(items)) {
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

function partsOf(items: readonly SheetItem[]): Part[] {
  const vocabulary = vocabularyOf(null)
  const parts: Part[] = []
  let part: Part = { title: null, items: [], project: null, hasIndicators: false }
  let hasRows = false
  const close = (title: string | null) => {
    parts.push(part)
    part = { title, items: [], project: null, hasIndicators: false }
    hasRows = false
  }
  items.forEach((item, at) => {
    const lone = loneText(item)
    const title = lone === null ? null : titleOf(lone)
    if (title !== null && (hasRows || part.title !== null)) close(title)
    else if (title !== null) part.title = title
    const project = projectOf(item, vocabulary)
    if (project !== null && part.hasIndicators && part.project !== null && fold(part.project) !== fold(project))
      close(null)
    part.project ??= project
    part.hasIndicators ||= item.kind === 'row' && readIndicatorHead(items, at, vocabulary) !== null
    hasRows ||= item.kind === 'row' && lone === null
    part.items.push(item)
  })
  parts.push(part)
  return parts
}

/** 项目名称 with a value beside it; the head of the cost lines says 项目名称 too, without a value. */
function projectOf(item: SheetItem, vocabulary: ReturnType<typeof vocabularyOf>): string | null {
  if (item.kind === 'text') {
    const inline = inlineLabel(item.text.replace(/[_＿\s]+/g, ' '), vocabulary)
    return inline?.label.key === '项目名称' && inline.value !== '' ? inline.value : null
  }
  const [first] = readHeadRow(item, vocabulary).entries
  const named = first?.label.kind === 'field' && first.label.key === '项目名称'
  if (!named || first.value === '' || vocabulary.repeatHead(item) !== null) return null
  return first.value
}

function belongs(
  part: Part,
  form: { readonly titles: readonly string[]; readonly project: string; readonly hasIndicators: boolean },
  families: ReadonlyMap<string, string>,
): boolean {
  if (part.title === null) return part.project === null || fold(part.project) === fold(form.project)
  if (form.titles.length === 0) return false
  if (form.titles.includes(part.title)) return false
  const family = families.get(part.title)
  const sameFamily = form.titles.some(
    (title) => (families.get(title) ?? stem(title)) === (family ?? stem(part.title ?? '')),
  )
  const sameProject = part.project === null || form.project === '' || fold(part.project) === fold(form.project)
  return sameFamily && sameProject
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
