import { types } from 'pg'

const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20

/**
 * How PostgreSQL's values look in our code: instants are `Temporal.Instant`, days stay text, `numeric` stays decimal
 * text. Nothing becomes a `Date`.
 */
export function parserOf(oid: number): (text: string) => unknown {
  switch (oid) {
    case TIMESTAMPTZ:
      return parseInstant
    case DATE:
      return (text) => text
    case INT8:
      return (text) => BigInt(text)
    default:
      return types.getTypeParser(oid)
  }
}

/** `2026-03-01 08:00:00.25+00`; a session in UTC, as ours are, needs no search for the offset. */
function parseInstant(text: string): Temporal.Instant {
  const day = text.slice(0, 10)
  if (text.endsWith('+00')) return Temporal.Instant.from(`${day}T${text.slice(11, -3)}Z`)
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

/** A value on its way into a statement. */
export function toParameter(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}
