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
      return (text) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
    case DATE:
      return (text) => text
    case INT8:
      return (text) => BigInt(text)
    default:
      return types.getTypeParser(oid)
  }
}

/** A value on its way into a statement. */
export function toParameter(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}
