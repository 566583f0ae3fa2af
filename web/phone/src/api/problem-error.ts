import type { RefusalCode } from '@shiji/contract/refusals'
import { type Language, say } from '@shiji/kernel/wording'

/** A refused request: the code to act on and the sentence for people. */
export class ProblemError extends Error {
  readonly code: RefusalCode | 'unreachable'

  constructor(code: RefusalCode | 'unreachable', detail: string) {
    super(detail)
    this.code = code
  }
}

const UNREACHABLE = {
  zh: '连不上服务器。记下的都在手机里，没有丢失；有网络时会自动送出。',
  en: 'The server cannot be reached. What you entered is kept on this phone and is sent once the network is back.',
}

export function unreachable(language: Language): ProblemError {
  return new ProblemError('unreachable', say(UNREACHABLE, language))
}

export function asProblem(error: unknown, language: Language): ProblemError {
  return error instanceof ProblemError ? error : unreachable(language)
}
