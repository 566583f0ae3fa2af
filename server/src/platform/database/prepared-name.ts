/** Asked that often, a statement is worth being read and planned once a connection and not once a time. */
const OFTEN = 50
/** What a connection of the database keeps for us, and what we count before we know better. */
const MOST_NAMED = 150
const MOST_COUNTED = 2_000

/**
 * The best way through these depends on what is looked for, or their columns on the day they are asked: they are
 * planned anew each time.
 */
const PLANNED_ANEW = /\blimit \$\d+$|\*/

const counted = new Map<string, number>()
const named = new Map<string, string>()

/** The name under which a connection keeps this statement; undefined for what is seldom asked. */
export function preparedName(text: string): string | undefined {
  const known = named.get(text)
  if (known !== undefined) return known
  if (named.size >= MOST_NAMED || PLANNED_ANEW.test(text)) return undefined
  const times = (counted.get(text) ?? 0) + 1
  if (times < OFTEN) {
    if (counted.size >= MOST_COUNTED) counted.clear()
    counted.set(text, times)
    return undefined
  }
  counted.delete(text)
  const name = `often_${named.size}`
  named.set(text, name)
  return name
}
