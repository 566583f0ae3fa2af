import { sql } from 'kysely'

/**
 * Marks a statement that each connection keeps worked out from the first time on. For one that is sent all day, finds its
 * rows by key, so that one plan suits whatever values come, and names its columns: `*` would be another answer after the
 * next migration. Others are kept when they turn out to be asked often.
 */
export const PREPARED = sql`/* prepared */`

const MARK = '/* prepared */'

/** A statement of many rows has a text for every number of them; the long ones come too seldom to be kept. */
const LONGEST = 5_000

/** Asked that often, a statement is worth being read and planned once a connection and not once a time. */
const OFTEN = 50
/** What a connection keeps of them, and what we count before we know which they are. */
const MOST_KEPT = 200
const MOST_COUNTED = 2_000

/** The best way through a list with an end depends on what is looked for: it is planned anew each time. */
const NEVER_KEPT = /\blimit \$\d+$|\*/

type Names = {
  /** The name a connection keeps the statement under; undefined for one worked out anew each time. */
  readonly preparedName: (text: string) => string | undefined
  /** The same for a statement that is kept without a mark. */
  readonly nameFor: (text: string) => string | undefined
}

/** One name for one statement, for all connections of a process. */
export function keepNames(): Names {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const nameFor = (text: string) => {
    const known = names.get(text)
    if (known !== undefined || text.length > LONGEST) return known
    const name = `shiji_${names.size}`
    names.set(text, name)
    counts.delete(text)
    return name
  }
  const preparedName = (text: string) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (text.endsWith(MARK)) return nameFor(text)
    if (names.size >= MOST_KEPT || NEVER_KEPT.test(text)) return undefined
    const times = (counts.get(text) ?? 0) + 1
    if (times >= OFTEN) return nameFor(text)
    if (counts.size >= MOST_COUNTED) counts.clear()
    counts.set(text, times)
    return undefined
  }
  return { preparedName, nameFor }
}

export const { preparedName, nameFor } = keepNames()
