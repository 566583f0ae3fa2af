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

function legal(title: string): string {
  const name = cut(title.toWellFormed().replaceAll(FORBIDDEN, ' ').replaceAll(/ +/g, ' ').trim(), LONGEST)
  return name.replaceAll(/^'+|'+$/g, '') || '表'
}

/** Never through the middle of a rare character, which takes two places. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length)
  return (short.isWellFormed() ? short : short.slice(0, -1)).trimEnd()
}
