import type { CompiledQuery } from 'kysely'
import { askOn } from './single-connection.ts'
import type { Reader } from './transaction.ts'

/** Where a value goes that is given each time. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Values = Readonly<Record<string, unknown>>

/**
 * A statement that is asked all day, written once and then only filled in: putting it together costs more than the
 * database takes to answer it. `write` sees places in the stead of values: it hands them on and looks at none.
 */
export function keepStatement<Given extends Values, Row>(
  write: (reader: Reader, given: Given) => CompiledQuery<Row>,
): (reader: Reader, given: Given) => Promise<Row[]> {
  let written: CompiledQuery<Row> | undefined
  return async (reader, given) => {
    written ??= write(reader, placesOf<Given>())
    const parameters = written.parameters.map((value) => (value instanceof Place ? given[value.name] : value))
    return (await askOn(reader, { sql: written.sql, parameters })) as Row[]
  }
}

function placesOf<Given extends Values>(): Given {
  return new Proxy({} as Given, {
    get: (_, name) => new Place(String(name)),
    ownKeys: () => {
      throw new Error('what a statement is given is named one by one')
    },
  })
}
