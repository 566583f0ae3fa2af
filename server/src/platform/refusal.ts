import type { RefusalCode } from '@shiji/contract/refusals'
import type { WordingParameters } from '@shiji/kernel/wording'

/** The shell's No. It rolls the transaction back and becomes `application/problem+json` with its code. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly parameters: WordingParameters

  constructor(code: RefusalCode, parameters: WordingParameters) {
    super(code)
    this.code = code
    this.parameters = parameters
  }
}

export function refuse(code: RefusalCode, parameters: WordingParameters = {}): never {
  throw new Refusal(code, parameters)
}
