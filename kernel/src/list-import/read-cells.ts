import type { Wording } from '../wording.ts'
import type { ListSheet, ReadRow } from './list-sheet.ts'

type Parameters = Readonly<Record<string, string | number>>

/** One thing that is wrong in one cell of a list; nothing of such a list is taken. */
export type ListProblem<Code extends string, Kind extends string = string> = {
  readonly code: Code
  readonly sheet: Kind
  /** Row and column of the sheet, counted from 1 and from 0. */
  readonly line: number
  readonly column: number
  readonly parameters: Parameters
}

/** What may be wrong with any cell, as it stands beside it: what is wrong, and what to write instead. */
export const CELL_PROBLEM_WORDS = {
  'value-missing': { zh: '“{heading}”没有填写。请填写。', en: '"{heading}" is empty. Fill it in.' },
  'cell-merged': {
    zh: '这是合并单元格，分不清内容属于哪一行。请取消合并，每行各填各的。',
    en: 'This is part of a merged cell. Undo the merge and fill every row by itself.',
  },
  'text-too-long': {
    zh: '“{text}…”超过 {limit} 字。请缩短。',
    en: '"{text}…" has more than {limit} characters. Shorten it.',
  },
  'name-unreadable': {
    zh: '“{text}”不像名称：名称以汉字、字母或数字开头，不含控制符。请改正。',
    en: '"{text}" is no name: a name begins with a letter or digit and holds no control character. Correct it.',
  },
  'code-unreadable': {
    zh: '“{text}”不能作代码或工号：只用汉字、字母、数字和 . _ -，最多 40 位。请改正。',
    en: '"{text}" is no code or staff number: letters, digits and . _ - only, at most 40. Correct it.',
  },
  'login-unreadable': {
    zh: '“{text}”不能作登录名：2–40 个小写字母、数字或 . _ -。请改正。',
    en: '"{text}" is no login: 2–40 small letters, digits or . _ -. Correct it.',
  },
} as const satisfies Readonly<Record<string, Wording>>

type CellProblemCode = keyof typeof CELL_PROBLEM_WORDS

/** Reads the cells of one sheet and keeps what is wrong with them. */
export type Notebook<Column extends string, Code extends string, Kind extends string> = {
  readonly problems: ListProblem<Code | CellProblemCode, Kind>[]
  readonly note: (line: number, column: Column, problem: { code: Code | CellProblemCode } & Parameters) => void
  /** The text of a cell; null when it is empty. Names what is wrong with it. */
  readonly read: (row: ReadRow<Column>, column: Column, rule: CellRule) => string | null
}

type CellRule = {
  readonly as: 'name' | 'code' | 'login' | 'words'
  /** The heading, when the cell must be filled. */
  readonly required?: string
}

const LONGEST_NAME = 100
const LONGEST_WORDS = 400
// What a spreadsheet would take for a formula is no name, so a corrected file carries none away.
const NAME = /^[\p{L}\p{N}（(《“"][^\p{Cc}]*$/u
const CODE = /^[\p{L}\p{N}._-]{1,40}$/u
const LOGIN = /^[a-z0-9._-]{2,40}$/

export function makeNotebook<Code extends string, Column extends string, Kind extends string>(
  sheet: ListSheet<Column, Kind>,
): Notebook<Column, Code, Kind> {
  const problems: ListProblem<Code | CellProblemCode, Kind>[] = []
  const note: Notebook<Column, Code, Kind>['note'] = (line, column, { code, ...parameters }) => {
    problems.push({ code, sheet: sheet.kind, line, column: sheet.columns[column], parameters })
  }
  return {
    problems,
    note,
    read: ({ line, at }, column, rule) => {
      const { text: given, isCovered } = at[column]
      if (isCovered) note(line, column, { code: 'cell-merged' })
      else if (given === '' && rule.required !== undefined)
        note(line, column, { code: 'value-missing', heading: rule.required })
      if (isCovered || given === '') return null
      const text = settle(given, rule)
      const wrong = faultOf(text, rule)
      if (wrong !== null) note(line, column, wrong)
      return wrong === null ? text : null
    },
  }
}

function settle(text: string, { as }: CellRule): string {
  if (as === 'name' || as === 'words') return text
  const plain = text.normalize('NFKC')
  return as === 'login' ? plain.toLowerCase() : plain
}

function faultOf(text: string, { as }: CellRule): ({ code: CellProblemCode } & Parameters) | null {
  switch (as) {
    case 'name':
      if (text.length > LONGEST_NAME) return tooLong(text, LONGEST_NAME)
      return NAME.test(text) ? null : { code: 'name-unreadable', text: shortened(text) }
    case 'code':
      return CODE.test(text) ? null : { code: 'code-unreadable', text: shortened(text) }
    case 'login':
      return LOGIN.test(text) ? null : { code: 'login-unreadable', text: shortened(text) }
    case 'words':
      return text.length > LONGEST_WORDS ? tooLong(text, LONGEST_WORDS) : null
  }
}

function tooLong(text: string, limit: number) {
  return { code: 'text-too-long', text: shortened(text), limit } as const
}

const SHOWN = 20

function shortened(text: string): string {
  return [...text].slice(0, SHOWN).join('')
}

/** Width, case and blanks make no difference to which unit or role is meant. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}

/** What is listed under each key, in order. */
export function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string | null): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
