import type { EditConflict } from '@shiji/kernel/form/apply-edits'
import type { FormSheet } from './form-sheet.ts'

/**
 * Both texts of a conflict after one another, as far as the place holds prose: two targets or two amounts in one cell
 * are neither. Null where one of them has to be chosen, or where one already says all of the other.
 */
export function bothTexts({ fields }: FormSheet, { where, theirs, yours }: EditConflict): string | null {
  const holdsProse = fields.some((field) => field.where === where && field.kind === 'long-text')
  if (!holdsProse || theirs.includes(yours) || yours.includes(theirs)) return null
  return `${theirs}\n${yours}`
}
