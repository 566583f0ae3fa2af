import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { type CellKind, kindOf } from '@shiji/kernel/form/cell-value'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate, RepeatName, TemplateField } from '@shiji/kernel/form/form-template'
import { ITEM_COLUMNS } from '@shiji/kernel/form/repeat-items'
import type { Language, Wording } from '@shiji/kernel/wording'
import { COLUMN_WORDS, PROPERTY_WORDS } from './column-words.ts'

/** What of a form can be written on, as its sheet prints it; forms of an unknown layout show what was read. */
export type FormSheet = {
  readonly fields: readonly SheetField[]
  readonly amounts: readonly SheetAmount[]
  readonly lists: readonly SheetList[]
}

export type SheetField = {
  readonly where: string
  readonly label: string
  readonly kind: TemplateField['kind']
  readonly options: readonly string[]
  readonly room: RoomName
}

export type SheetAmount = { readonly where: string; readonly label: string }

export type SheetList = {
  readonly list: RepeatName
  readonly room: RoomName
  readonly columns: readonly SheetColumn[]
}

/** `key` is the address inside a row: `target`, `phases.实施阶段`. */
export type SheetColumn = { readonly key: string; readonly label: string; readonly kind: CellKind }

/** The parts of a declaration, as the forms number them. */
export const ROOMS = ['overview', 'goals', 'composition', 'safeguards'] as const
export type RoomName = (typeof ROOMS)[number]

export type SheetSource = { readonly template: FormTemplate | null; readonly content: FormContent }

export function formSheet({ template, content }: SheetSource, language: Language): FormSheet {
  return {
    fields: [...propertyFields(template, language), ...textFields(template, content)],
    amounts:
      template === null ? readAmounts(content) : template.money.map(({ key, labels }) => amountOf(key, labels[0])),
    lists: LISTS.flatMap((list) => sheetList(list, { template, content }, language)),
  }
}

/** The parts this form has something in. */
export function roomsOf({ fields, lists }: FormSheet): RoomName[] {
  const used = new Set<RoomName>(['overview', ...fields.map(({ room }) => room), ...lists.map(({ room }) => room)])
  return ROOMS.filter((room) => used.has(room))
}

/** The part in which an address stands; a finding about the form as a whole belongs to the first. */
export function roomAt({ fields, lists }: FormSheet, where: string): RoomName {
  const list = lists.find((it) => where.startsWith(`${it.list}[`))
  return list?.room ?? fields.find((field) => field.where === where)?.room ?? 'overview'
}

const LISTS: readonly RepeatName[] = [
  'indicators',
  'revisions',
  'lines',
  'parts',
  'schedule',
  'safeguards',
  'priorEvaluations',
  'reviews',
]

const ROOM_OF_LIST: Readonly<Record<RepeatName, RoomName>> = {
  indicators: 'goals',
  revisions: 'goals',
  lines: 'composition',
  parts: 'composition',
  schedule: 'composition',
  safeguards: 'safeguards',
  priorEvaluations: 'safeguards',
  reviews: 'safeguards',
}

/** Texts about goals and what they bring stand beside the indicators, not among the facts of the project. */
const ABOUT_GOALS = /目标|产出|完成情况/

function propertyFields(template: FormTemplate | null, language: Language): SheetField[] {
  const kept =
    template?.fields.flatMap(({ key, keptAs }) => (keptAs === undefined ? [] : [[keptAs, key] as const])) ?? []
  const printed = new Map<string, string>(kept)
  return (['project', 'unit', 'year', 'moneyUnit'] as const).map((property) => ({
    where: property,
    label: printed.get(property) ?? PROPERTY_WORDS[property][language],
    kind: property === 'moneyUnit' ? 'choice' : 'text',
    options: property === 'moneyUnit' ? ['元', '万元'] : [],
    room: 'overview',
  }))
}

function textFields(template: FormTemplate | null, content: FormContent): SheetField[] {
  const known = (template?.fields ?? []).filter(({ keptAs }) => keptAs === undefined)
  const read = Object.keys(content.fields).filter((key) => !known.some((field) => field.key === key))
  return [
    ...known.map(({ key, kind, options = [] }) => fieldOf(key, kind, options)),
    ...read.map((key) => fieldOf(key, (content.fields[key] ?? '').length > SHORT_TEXT ? 'long-text' : 'text', [])),
  ]
}

const SHORT_TEXT = 40

function fieldOf(key: string, kind: TemplateField['kind'], options: readonly string[]): SheetField {
  const room = kind === 'long-text' && ABOUT_GOALS.test(key) ? 'goals' : 'overview'
  return { where: `fields.${key}`, label: printedLabel(key), kind, options, room }
}

function readAmounts(content: FormContent): SheetAmount[] {
  return Object.keys(content.money).map((key) => amountOf(key, key))
}

function amountOf(key: string, label = key): SheetAmount {
  return { where: `money.${key}`, label: printedLabel(label) }
}

/** `项目立项情况_依据` is printed as a head with a line under it. */
function printedLabel(key: string): string {
  return key.replaceAll('_', ' · ')
}

function sheetList(list: RepeatName, { template, content }: SheetSource, language: Language): SheetList[] {
  const printed = template?.columns[list]
  const keys = printed === undefined ? filledColumns(list, content) : Object.keys(printed)
  if (keys.length === 0) return []
  const columns = keys.map((key) => sheetColumn(list, key, printed?.[key]?.[0] ?? wordOf(key, language)))
  return [{ list, room: ROOM_OF_LIST[list], columns }]
}

/** Columns of a list the sheet does not print are shown as far as they hold something. */
function filledColumns(list: RepeatName, content: FormContent): string[] {
  const rows: readonly object[] = content[list]
  return Object.keys(ITEM_COLUMNS[list]).filter((column) =>
    rows.some((row) => {
      const value = (row as Readonly<Record<string, unknown>>)[column]
      return value !== null && value !== ''
    }),
  )
}

function sheetColumn(list: RepeatName, name: string, label: string): SheetColumn {
  const key = name in ITEM_COLUMNS[list] || name.includes('.') ? name : `fields.${name}`
  const address = parseCellAddress(`${list}[0].${key}`)
  return { key, label, kind: address === null || address.kind === 'row' ? 'text' : kindOf(address) }
}

function wordOf(key: string, language: Language): string {
  const wording: Wording | undefined = COLUMN_WORDS[key]
  return wording?.[language] ?? key
}
