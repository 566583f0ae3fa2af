import type { WordingParameters } from '@shiji/kernel/wording'
import type { POSTGRES_PROBLEM_WORDING } from './postgres-wording.ts'

/** Why the embedded database cannot run. */
type PostgresProblem = {
  readonly code: keyof typeof POSTGRES_PROBLEM_WORDING
  readonly parameters: WordingParameters
}

export class PostgresRefusal extends Error {
  readonly problem: PostgresProblem

  constructor(code: PostgresProblem['code'], parameters: WordingParameters) {
    super(code)
    this.problem = { code, parameters }
  }
}
