/** A statement holds 65,535 parameters at most, and a row of ours fewer than thirty. */
const ROWS_AT_ONCE = 1000

export function inPieces<Value>(values: readonly Value[]): Value[][] {
  return Array.from({ length: Math.ceil(values.length / ROWS_AT_ONCE) }, (_, piece) =>
    values.slice(piece * ROWS_AT_ONCE, (piece + 1) * ROWS_AT_ONCE),
  )
}
