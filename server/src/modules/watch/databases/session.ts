/** An open line to a database that answers selects; values as its driver reads them. */
export type Session = {
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** At once; nothing is waited for. */
  readonly close: () => void
}

/** A question takes no longer: what takes longer holds up the work of the database. */
export const ANSWER_WITHIN_MS = 5_000
