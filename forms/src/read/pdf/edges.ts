/** Sorted places where cells begin and end; those within `near` of one another are one edge. */
export function distinctEdges(places: readonly number[], near: number): number[] {
  const distinct: number[] = []
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = distinct.at(-1)
    if (last === undefined || place - last > near) distinct.push(place)
  }
  return distinct
}

/** The index of the edge a place belongs to. */
export function edgeAt(edges: readonly number[], place: number, near: number): number {
  let low = 0
  let high = edges.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) + near < place) low = middle + 1
    else high = middle
  }
  return low
}
