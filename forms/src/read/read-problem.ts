import type { WordingParameters } from '@shiji/kernel/wording'
import type { READ_PROBLEM_WORDING } from './read-wording.ts'

export type ReadProblemCode = keyof typeof READ_PROBLEM_WORDING

/** Why a file could not be read. The words stand in `READ_PROBLEM_WORDING`. */
export type ReadProblem = { readonly code: ReadProblemCode; readonly parameters: WordingParameters }

/**
 * Stops a reader from inside a parser's callback; `readDocument` turns it into the problem of its Result.
 * It never leaves this folder.
 */
export class ReadRefusal extends Error {
  readonly problem: ReadProblem

  constructor(problem: ReadProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export function refuseReading(code: ReadProblemCode, parameters: WordingParameters = {}): never {
  throw new ReadRefusal({ code, parameters })
}
