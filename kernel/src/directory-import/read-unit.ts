import type { ReadRow } from '../list-import/list-sheet.ts'
import type { Notebook } from '../list-import/read-cells.ts'
import type { Wording } from '../wording.ts'
import type { UnitFinder } from './find-unit.ts'

/** What may be wrong with the unit a row of another list names. */
export const NAMED_UNIT_WORDS = {
  'unit-unknown': {
    zh: '系统里没有单位“{text}”。请核对代码或名称。',
    en: 'There is no unit "{text}". Check its code or name.',
  },
  'unit-ambiguous': {
    zh: '叫“{text}”的单位不止一个。请改填它的代码。',
    en: 'More than one unit is called "{text}". Write its code.',
  },
  'unit-not-open': {
    zh: '“{text}”已合并或撤销。请改用在用的单位。',
    en: '"{text}" was merged or closed. Use an open unit.',
  },
  'unit-elsewhere': {
    zh: '“{text}”不在您管理的范围内。请核对。',
    en: '"{text}" is outside the units you manage. Check it.',
  },
} as const satisfies Readonly<Record<string, Wording>>

type Notes<Column extends string> = Pick<
  Notebook<Column | 'unit', keyof typeof NAMED_UNIT_WORDS, string>,
  'note' | 'read'
>

/** The unit a row of another list names; `topId` where it names none, null where the name is no good. */
export function readNamedUnit<Column extends string>(
  row: ReadRow<Column | 'unit'>,
  { note, read }: Notes<Column>,
  { find, topId }: { readonly find: UnitFinder; readonly topId: string },
): string | null {
  const text = read(row, 'unit', { as: 'name' })
  if (text === null) return row.at.unit.text === '' ? topId : null
  const found = find(text)
  if (found.kind === 'known') return found.unit.id
  note(row.line, 'unit', { code: found.kind === 'not' ? found.code : 'unit-unknown', text })
  return null
}
