import { ORPCError } from '@orpc/client'
import { REFUSALS, type RefusalCode } from '@shiji/contract/refusals'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'

/** A refused request: the code to act on, the sentence for people, the number to quote. */
export class ProblemError extends Error {
  readonly code: RefusalCode | 'unreachable'
  readonly parameters: WordingParameters
  readonly detail: string
  readonly requestId: string | null

  constructor(problem: Pick<ProblemError, 'code' | 'parameters' | 'detail' | 'requestId'>) {
    super(problem.detail)
    this.code = problem.code
    this.parameters = problem.parameters
    this.detail = problem.detail
    this.requestId = problem.requestId
  }
}

const UNREACHABLE = {
  zh: '连不上服务器。已输入的内容仍在本页，没有丢失。请检查网络后重试。',
  en: 'The server cannot be reached. What you typed is still on this page. Check the network and try again.',
}

/** Everything a call may throw becomes a problem; what is no reply of ours is a server that cannot be reached. */
export function problemOf(error: unknown, language: Language): ProblemError {
  if (error instanceof ProblemError) return error
  const body =
    error instanceof ORPCError ? (error.data as { body?: Partial<ProblemError> } | undefined)?.body : undefined
  if (body?.code !== undefined && body.code in REFUSALS) {
    const { code, detail = '', parameters = {}, requestId = null } = body
    return new ProblemError({ code, detail, parameters, requestId })
  }
  return new ProblemError({ code: 'unreachable', detail: say(UNREACHABLE, language), parameters: {}, requestId: null })
}
