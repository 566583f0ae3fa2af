import type { TextLine } from './pdf-text.ts'

export type Span = { readonly text: string; readonly left: number; readonly right: number; readonly baseline: number }
export type SpanLine = { readonly line: TextLine; readonly spans: readonly Span[] }

/** A place between two columns is believed when it parts at least a third as many cells as texts run across it. */
const MOST_CROSSINGS = 3
const MOST_COLUMNS = 64
const WIDEST_PAGE = 4_000

type Gap = { readonly from: number; readonly to: number }

/**
 * Where the columns of unruled text part: every gap between two texts of a line must hold such a place, the place that
 * most gaps share is taken first, and texts that run across it are cells of several columns.
 */
export function columnPlaces(lines: readonly SpanLine[]): readonly number[] {
  let gaps = lines.flatMap(({ spans }) =>
    spans.slice(1).map((span, at): Gap => ({ from: Math.ceil(spans[at]?.right ?? 0), to: Math.floor(span.left) })),
  )
  const crossings = heights(
    lines.flatMap(({ spans }) => spans.map(({ left, right }) => ({ from: left + 1, to: right - 1 }))),
  )
  const places: number[] = []
  while (gaps.length > 0 && places.length < MOST_COLUMNS) {
    const shared = heights(gaps)
    const place = bestPlace(shared, crossings)
    if (place === null) break
    places.push(place)
    gaps = gaps.filter(({ from, to }) => place < from || place > to)
  }
  return [...places, ...freePlaces(lines, places)].sort((one, other) => one - other)
}

/** A label that never shares a line with its neighbour leaves no gap, but nothing stands across the place between them. */
function freePlaces(lines: readonly SpanLine[], places: readonly number[]): number[] {
  const narrow = lines
    .flatMap(({ spans }) => spans)
    .filter(({ left, right }) => !places.some((place) => left < place && place < right))
  const covered = heights(narrow.map(({ left, right }) => ({ from: Math.floor(left), to: Math.ceil(right) })))
  const first = covered.findIndex((height) => height > 0)
  const last = covered.findLastIndex((height) => height > 0)
  const free: number[] = []
  let start: number | null = null
  for (let at = Math.max(first, 0); at <= last; at += 1) {
    if (covered[at] === 0) start ??= at
    else if (start !== null) {
      const [from, to] = [start, at]
      if (!places.some((place) => place >= from - 1 && place <= to + 1)) free.push((from + to) / 2)
      start = null
    }
  }
  return free
}

/** How many stretches lie over each point of the page's width. */
function heights(stretches: readonly Gap[]): readonly number[] {
  const steps = new Array<number>(WIDEST_PAGE + 2).fill(0)
  for (const { from, to } of stretches) {
    const [start, end] = [inPage(from), inPage(to)]
    if (end < start) continue
    steps[start] = (steps[start] ?? 0) + 1
    steps[end + 1] = (steps[end + 1] ?? 0) - 1
  }
  let height = 0
  return steps.map((step) => {
    height += step
    return height
  })
}

function inPage(place: number): number {
  return Math.min(Math.max(Math.round(place), 0), WIDEST_PAGE)
}

/** The middle of the stretch that parts the most cells and is crossed by the fewest texts. */
function bestPlace(shared: readonly number[], crossings: readonly number[]): number | null {
  let best: { start: number; end: number; worth: number } | null = null
  for (let at = 0; at <= WIDEST_PAGE; at += 1) {
    const [parts, crossed] = [shared[at] ?? 0, crossings[at] ?? 0]
    if (parts === 0 || crossed > MOST_CROSSINGS * parts) continue
    const worth = parts - crossed / (2 * MOST_CROSSINGS)
    if (best === null || worth > best.worth) best = { start: at, end: at, worth }
    else if (worth === best.worth && at === best.end + 1) best.end = at
  }
  return best === null ? null : (best.start + best.end) / 2
}

/** The first column a text stands in. */
export function columnOf({ left }: Span, places: readonly number[]): number {
  const after = places.findIndex((place) => place > left + 1)
  return after < 0 ? places.length : after
}
