import { CamelCasePlugin } from 'kysely'

/** Kysely's own way with names, of which its plugin makes a copy of every statement and of every row. */
class Names extends CamelCasePlugin {
  inDatabase(name: string): string {
    return this.snakeCase(name)
  }

  inCode(name: string): string {
    return this.camelCase(name)
  }
}

/** `reported_at` in the database is `reportedAt` in code. */
export const NAMES = new Names()
