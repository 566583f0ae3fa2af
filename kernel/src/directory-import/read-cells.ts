import type { ImportProblem, ImportProblemCode } from './import-problem.ts'
import type { ListSheet, ReadRow } from './import-sheets.ts'

type Parameters = Readonly<Record<string, string | number>>

/** Reads the cells of one sheet and keeps what is wrong with them. */
export type Notebook<Column extends string> = {
  readonly problems: ImportProblem[]
  readonly note: (line: number, column: Column, problem: { code: ImportProblemCode } & Parameters) => void
  /** The text of a cell; null when it is empty. Names what is wrong with it. */
  readonly read: (row: ReadRow<Column>, column: Column, rule: CellRule) => string | null
}

export type CellRule = {
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

export function makeNotebook<Column extends string>(sheet: ListSheet<Column>): Notebook<Column> {
  const problems: ImportProblem[] = []
  const note: Notebook<Column>['note'] = (line, column, { code, ...parameters }) => {
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

function faultOf(text: string, { as }: CellRule): ({ code: ImportProblemCode } & Parameters) | null {
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
