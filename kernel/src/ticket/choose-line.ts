/** From a day on, calls of a unit and all below it, about one service or about all (null), belong to a project or to none. */
export type ServiceLine = {
  /** How deep its unit lies below the district; the nearest unit above a caller is the deepest. */
  readonly depth: number
  readonly service: string | null
  readonly projectId: string | null
  readonly startsOn: string
  readonly setAt: string
}

/**
 * The line a call falls under: of the nearest unit, for its own service before all services, begun last, set last.
 * `lines` are those of the caller's unit and all above it; undefined when none had begun.
 */
export function chooseLine(
  lines: readonly ServiceLine[],
  { service, day }: { readonly service: string | null; readonly day: string },
): ServiceLine | undefined {
  return lines
    .filter((line) => line.startsOn <= day && (line.service === null || line.service === service))
    .toSorted((one, other) => other.depth - one.depth || compareOfOneUnit(one, other))
    .at(0)
}

function compareOfOneUnit(one: ServiceLine, other: ServiceLine): number {
  if ((one.service === null) !== (other.service === null)) return one.service === null ? 1 : -1
  if (one.startsOn !== other.startsOn) return one.startsOn < other.startsOn ? 1 : -1
  return one.setAt < other.setAt ? 1 : -1
}
