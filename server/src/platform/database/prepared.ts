import { sql } from 'kysely'

/**
 * Marks a statement that each connection keeps worked out. For one that is sent all day, finds its rows by key, so that
 * one plan suits whatever values come, and names its columns: `*` would be another answer after the next migration.
 */
export const PREPARED = sql`/* prepared */`

const MARK = '/* prepared */'

/** A statement of many rows has a text for every number of them; the long ones come too seldom to be kept. */
const LONGEST = 3_000

const NAMES = new Map<string, string>()

/** The name a connection keeps the statement under; undefined for one worked out anew each time. */
export function preparedName(text: string): string | undefined {
  return text.endsWith(MARK) ? nameFor(text) : undefined
}

/** The same for a statement that is kept without a mark. */
export function nameFor(text: string): string | undefined {
  const known = NAMES.get(text)
  if (known !== undefined || text.length > LONGEST) return known
  const name = `shiji_${NAMES.size}`
  NAMES.set(text, name)
  return name
}
