import type { WordingParameters } from './wording.ts'

/** `error` blocks submission, `warning` must be seen by a person, `hint` helps a reviewer. */
export type Severity = 'error' | 'warning' | 'hint'

/**
 * Something a rule noticed on a form. `where` is the address of the cell it speaks of: `fields.项目类别`,
 * `money.yearBudget`, `indicators[12].target`, `lines[3].amount`, `form`. Indexes count from 0.
 * The words for a code stand in the catalogue of the room that raises it.
 */
export type Finding = {
  readonly code: string
  readonly severity: Severity
  readonly where: string
  readonly parameters: WordingParameters
}
