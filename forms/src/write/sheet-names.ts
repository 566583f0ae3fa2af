import { xmlText } from './xml-text.ts'

/** Excel's own limits on the name of a worksheet. */
const LONGEST = 31
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu
const RESERVED = 'history'

/** Legal names that differ, as near to the titles as Excel allows. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>([RESERVED])
  const counts = new Map<string, number>()
  return titles.map((title) => {
    const base = legal(title)
    let count = counts.get(base) ?? 1
    let name = base
    while (taken.has(name.toLowerCase())) {
      count += 1
      const mark = ` (${count})`
      name = cut(base, LONGEST - mark.length) + mark
    }
    counts.set(base, count)
    taken.add(name.toLowerCase())
    return name
  })
}

/** An apostrophe may stand inside a name but not at its ends. */
function legal(title: string): string {
  const start = xmlText(title.slice(0, 4 * LONGEST))
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/ +/g, ' ')
  const name = cut(start.replace(/^[' ]+/, ''), LONGEST).replace(/[' ]+$/, '')
  return name === '' ? '表' : name
}

/** Never through the middle of a rare character, which takes two places. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length)
  return (short.isWellFormed() ? short : short.slice(0, -1)).trimEnd()
}
