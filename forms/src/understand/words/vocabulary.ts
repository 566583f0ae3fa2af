import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { dropNumbering, foldLabel } from '../cells/cell-text.ts'
import type { SheetRow } from '../cells/sheet.ts'
import { type RepeatHead, repeatHeadReader } from '../repeats/repeat-head.ts'
import { type ColumnWords, columnWordsOf } from './column-words.ts'
import { AMOUNT_SECTIONS, GOAL_PAIRS, POOLED_FIELDS, POOLED_MONEY, SECTIONS } from './field-words.ts'
import { isSectionLabel, type LevelWords, levelWordsOf } from './level-words.ts'

/** What a label stands for. `alias` is the label meant when the printed one differs by a letter. */
export type Label =
  | { readonly kind: 'field'; readonly key: string; readonly alias: string | null }
  | { readonly kind: 'money'; readonly key: string; readonly alias: string | null }
  /** `amount` is the money it names where a figure stands with it. */
  | { readonly kind: 'section'; readonly amount?: string }

/** All the words a form may use: the template's own before those pooled from many places. */
export type Vocabulary = {
  readonly template: FormTemplate | null
  readonly column: ColumnWords
  readonly level: LevelWords
  label(text: string): Label | null
  /** What was promised and what came of it: the labels whose values stand below. */
  goal(text: string): string | null
  endsTable(text: string): boolean
  /** The head of a repeating table other than the indicators. */
  repeatHead(row: SheetRow): RepeatHead | null
}

const LONGEST_LABEL = 40
const LEAST_FUZZY = 8
const END =
  /^(?:备注|注|说明|填表说明|填报说明|填表人|填报人|审核意见|评价结论|自评结论|存在问题|改进措施|其他需要说明的问题|需要说明的其他问题|项目名称|子项目\d+|.{0,8}审核意见|偏差大或.*|.*负责人)[:：]?$/

/** A remark under the table, of whatever length. */
const NOTE = /^(?:注|备注|说明|填表说明)\s?(?:\d\s?)?[:：]|^(?:注|说明)[1１][.．、]/

export function vocabularyOf(template: FormTemplate | null): Vocabulary {
  const labels = labelsOf(template)
  const long = [...labels.keys()].filter((word) => word.length >= LEAST_FUZZY)
  const goals = new Map(
    GOAL_PAIRS.flatMap(([key, ...words]) => words.map((word) => [foldLabel(word), key ?? ''] as const)),
  )
  const label = (text: string): Label | null => {
    if (text.length > LONGEST_LABEL) return null
    const word = foldLabel(text)
    const exact = labels.get(word) ?? labels.get(dropNumbering(word))
    if (exact !== undefined) return exact
    const near = word.length >= LEAST_FUZZY ? long.find((known) => differsByOneLetter(known, word)) : undefined
    const meant = near === undefined ? undefined : labels.get(near)
    if (meant === undefined || near === undefined || meant.kind === 'section') return meant ?? null
    return { ...meant, alias: near }
  }
  return {
    template,
    column: columnWordsOf(template?.columns.indicators),
    level: levelWordsOf(template),
    label,
    goal: (text) => (text.length > LONGEST_LABEL ? null : (goals.get(foldLabel(text)) ?? null)),
    endsTable: (text) => {
      if (NOTE.test(text)) return true
      if (isSectionLabel(text) || text.length > LONGEST_LABEL) return false
      const [before = ''] = text.split(/[:：]/)
      return END.test(foldLabel(before)) || label(text)?.kind === 'field'
    },
    repeatHead: repeatHeadReader(template),
  }
}

function labelsOf(template: FormTemplate | null): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>()
  const add = (word: string, label: Label) => {
    const folded = foldLabel(word)
    if (folded !== '' && !labels.has(folded)) labels.set(folded, label)
  }
  for (const { key, labels: words } of template?.fields ?? []) {
    for (const word of words) add(word, { kind: 'field', key, alias: null })
  }
  for (const { key, labels: words } of template?.money ?? []) {
    for (const word of words) {
      add(word, { kind: 'money', key, alias: null })
      add(dropNumbering(foldLabel(word)), { kind: 'money', key, alias: null })
    }
  }
  for (const [key = '', ...words] of POOLED_FIELDS) {
    for (const word of [key, ...words]) add(word, { kind: 'field', key, alias: null })
  }
  for (const word of AMOUNT_SECTIONS) add(word, { kind: 'section', amount: 'fullYear' })
  for (const word of SECTIONS) add(word, { kind: 'section' })
  for (const [key = '', ...words] of POOLED_MONEY)
    for (const word of words) add(word, { kind: 'money', key, alias: null })
  return labels
}

function differsByOneLetter(known: string, word: string): boolean {
  if (known.length !== word.length) return false
  let differing = 0
  for (let at = 0; at < known.length && differing < 2; at += 1) if (known[at] !== word[at]) differing += 1
  return differing === 1
}
