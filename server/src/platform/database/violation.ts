import { DatabaseError } from 'pg'

/** Whether the database stopped a change by this constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.constraint === constraint
}
