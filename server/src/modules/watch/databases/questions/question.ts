/**
 * One look at a database under check: a select of `rule`, `subject`, `value` (a whole number or null) and `shown` (an
 * object as JSON), a row for everything seen. Whether it is a fault the pack says.
 */
export type Question = {
  /** The area of the pack it belongs to, for what could not be asked. */
  readonly area: string
  readonly sql: string
}

/** A select of `name` and `value`, whole numbers. */
export type FigureQuestion = string
