import type { FormTemplate } from '../form/form-template.ts'
import type { LintFinding } from './lint-finding.ts'

/** The rooms of a form in the order official sheets print them. */
const ROOMS = [
  'form',
  'year',
  'moneyUnit',
  'unit',
  'project',
  'fields',
  'money',
  'schedule',
  'lines',
  'parts',
  'indicators',
  'totals',
  'safeguards',
  'priorEvaluations',
  'reviews',
  'revisions',
]
const COLUMNS = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'reason', 'remark']

/** Compares two findings by where they stand; a sorting that keeps the order of rules for one place. */
export function placeOnForm(template: FormTemplate | null): (a: LintFinding, b: LintFinding) => number {
  const keys = [...(template?.fields ?? []), ...(template?.money ?? [])].map(({ key }) => key)
  return (a, b) => {
    const [left, right] = [rank(a.where, keys), rank(b.where, keys)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
  }
}

const ADDRESS = /^(\w+)(?:\[(\d+)\])?(?:\.(.+))?$/

function rank(where: string, keys: readonly string[]): number[] {
  const [, room = 'form', row, cell = ''] = ADDRESS.exec(where) ?? []
  const known = row === undefined ? keys.indexOf(cell) : COLUMNS.indexOf(cell)
  return [ROOMS.indexOf(room), row === undefined ? -1 : Number(row), known < 0 ? keys.length : known]
}
