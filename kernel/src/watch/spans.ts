/** Whole seconds since 1970; `to` is the first second after it. */
export type Span = { readonly from: number; readonly to: number }

/** In order, apart, without empty ones: what several lists of windows cover together. */
export function unite(spans: readonly Span[]): Span[] {
  const united: { from: number; to: number }[] = []
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = united.at(-1)
    if (to <= from) continue
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else united.push({ from, to })
  }
  return united
}

/** What two lists cover both; each in order and apart. */
export function intersect(one: readonly Span[], other: readonly Span[]): Span[] {
  const shared: Span[] = []
  let [left, right] = [0, 0]
  for (;;) {
    const [a, b] = [one[left], other[right]]
    if (a === undefined || b === undefined) return shared
    const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
    if (span.from < span.to) shared.push(span)
    if (a.to < b.to) left += 1
    else right += 1
  }
}

/** What is left of the first list without the second; each in order and apart. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined || last === undefined) return []
  const edges = [-Infinity, ...taken.flatMap(({ from, to }) => [from, to]), Infinity]
  const free = edges.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: edges[index + 1] ?? Infinity }] : []))
  return intersect(spans, free)
}

export function secondsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}
