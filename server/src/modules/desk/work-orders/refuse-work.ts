import { type Language, say } from '@shiji/kernel/wording'
import type { WorkProblem } from '@shiji/kernel/work-order/work-record'
import { WORK_PROBLEMS } from '@shiji/kernel/work-order/work-wording'
import { refuse } from '#platform/refusal'

export function refuseWork({ code, ...parameters }: WorkProblem, language: Language): never {
  refuse('work-refused', { sentence: say(WORK_PROBLEMS[code], language, parameters) })
}
