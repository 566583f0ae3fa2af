import { DatabaseError } from 'pg'

/** The database cannot be asked now. Whoever meets it comes back in a moment. */
export class DatabaseAway extends Error {
  /** A connection lost while committing leaves open whether the change was made. */
  readonly outcome: 'not-done' | 'unknown'

  constructor(outcome: DatabaseAway['outcome'], cause: unknown) {
    super('the database is away', { cause })
    this.outcome = outcome
  }
}

/** Shut down, crashed, starting; too many sessions, no memory, no disk; connection failed. */
const AWAY_STATES = /^(57P0[1-3]|53|08)/
const AWAY_SYSTEM_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EAGAIN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]
/** The driver tells these by their sentence only. */
const AWAY_SENTENCES =
  /^(Connection terminated|timeout (exceeded|expired)|Query read timeout|Received unexpected|Client (has|was) |Cannot use a pool)/

export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return AWAY_STATES.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (code !== undefined) return AWAY_SYSTEM_CODES.includes(code) && (code !== 'ENOENT' || syscall === 'connect')
  return AWAY_SENTENCES.test(message)
}
