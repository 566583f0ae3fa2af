import { type ListTemplate, type TemplateColumn, writeListTemplate } from '@shiji/forms/write/excel/list-template'
import type { ListKind } from '@shiji/kernel/list-import/list-sheet'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import type { Context } from '../context.ts'
import { officeDay } from '../office-day.ts'
import { WORKBOOK_TYPE } from './workbook-type.ts'

/** Lists as one workbook, to be filled in or handed round. */
export async function writeLists(lists: readonly ListTemplate[], name: string): Promise<File> {
  return new File([new Uint8Array(await writeListTemplate(lists))], name, { type: WORKBOOK_TYPE })
}

const WIDTH = 18

export type EmptyList<Column extends string> = {
  readonly note: Wording
  /** What the cells of a column offer, one of them a cell. */
  readonly choices?: Partial<Readonly<Record<Column, Readonly<Record<string, Wording>>>>>
}

/** An empty list as it is read again when it comes in, with its headings in the language of whoever asks. */
export function emptyList<Column extends string>(
  { name, headings }: ListKind<Column, string>,
  { note, choices = {} }: EmptyList<Column>,
  language: Language,
): ListTemplate {
  const columns = (Object.keys(headings) as Column[]).map((column): TemplateColumn => {
    const heading = say(headings[column], language)
    const words = Object.values<Wording>(choices[column] ?? {}).map((word) => say(word, language))
    return words.length === 0
      ? { heading, width: WIDTH }
      : { heading, width: WIDTH, choices: { words, several: false } }
  })
  return { name: say(name, language), note: say(note, language), columns, rows: [] }
}

/** `note` may speak of the `{day}` and the `{count}` of lines. */
type ReportWords = Readonly<Record<'sheet' | 'file' | 'note', Wording>>
type Report<Heading extends string> = {
  readonly words: ReportWords & Readonly<Record<Heading, Wording>>
  readonly columns: readonly (readonly [Heading, number])[]
  readonly rows: ListTemplate['rows']
}

/** Records as the office hands them round, as of today. */
export function writeReport<Heading extends string>(
  { language, now }: Pick<Context, 'language' | 'now'>,
  { words, columns, rows }: Report<Heading>,
): Promise<File> {
  const word = (key: Heading | keyof ReportWords) => say(words[key], language)
  const note = say(words.note, language, { day: officeDay(now).toString(), count: rows.length })
  const heads = columns.map(([heading, width]) => ({ heading: word(heading), width }))
  return writeLists([{ name: word('sheet'), note, columns: heads, rows }], word('file'))
}
