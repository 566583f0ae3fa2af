import type { Role } from '@shiji/contract/directory'
import { COMMON_REFUSALS } from '@shiji/contract/endpoint'
import { REFUSALS, type RefusalCode } from '@shiji/contract/refusals'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import type { Route } from '@shiji/server/platform/module'
import { z } from 'zod'
import type { Place } from './walk-world.ts'
import type { Answer } from './walker.ts'

export type Step = {
  readonly route: Route
  readonly role: Role | 'nobody'
  readonly place: Place
  readonly namesRecord: boolean
  /** Whether records of the place are meant for this person. */
  readonly isOpen: boolean
  /** Ids no answer to this person may hold. */
  readonly hidden: readonly string[]
}

const DENIED = [401, 403, 404]

/** What is wrong with an answer; leaks are apart, because they are the worst. */
export function judgeAnswer(step: Step, answer: Answer): { readonly leaks: string[]; readonly faults: string[] } {
  const succeeded = answer.status < 300
  const leaks = [
    ...(succeeded && !mayCall(step) ? ['carried out without the permission'] : []),
    ...(succeeded && step.namesRecord && !step.isOpen ? [`carried out on a record of ${step.place}`] : []),
    ...(succeeded && step.hidden.some((id) => answer.text.includes(id)) ? ['shows an id of somebody else'] : []),
  ]
  const faults = [
    ...(answer.status >= 500 ? [`${answer.status} ${answer.text.slice(0, 200)}`] : []),
    ...(succeeded ? judgeReply(step.route, answer) : judgeRefusal(step, answer)),
  ]
  return { leaks, faults }
}

function mayCall({ route, role }: Step): boolean {
  const { access } = route.facts
  if (access === 'anybody') return true
  if (role === 'nobody') return false
  return access === 'signed-in' || permissionsOf([role]).has(access.permission)
}

function judgeRefusal(step: Step, answer: Answer): string[] {
  const problem = Problem.safeParse(parse(answer.text))
  if (!problem.success || answer.type !== 'application/problem+json')
    return [`no problem: ${answer.text.slice(0, 200)}`]
  const { code, status } = problem.data
  const declared: readonly string[] = [...COMMON_REFUSALS, ...step.route.facts.refuses]
  const isForeign = step.namesRecord && step.place === 'other-tenant' && mayCall(step)
  return [
    ...(declared.includes(code) ? [] : [`undeclared refusal ${code}`]),
    ...(REFUSALS[code as RefusalCode]?.status === answer.status && status === answer.status
      ? []
      : [`${code} with status ${answer.status}`]),
    ...(mayCall(step) || DENIED.includes(answer.status) ? [] : [`without the permission: ${answer.status} ${code}`]),
    ...(isForeign && code !== 'not-found' ? [`the other tenant's id is ${code} and not not-found`] : []),
  ]
}

const Problem = z.object({ code: z.string(), status: z.number(), detail: z.string().min(1) })

function judgeReply({ procedure }: Route, answer: Answer): string[] {
  const schema = procedure['~orpc'].outputSchema as z.ZodType | undefined
  if (schema === undefined || answer.type !== 'application/json') return []
  const parsed = schema.safeParse(parse(answer.text))
  return parsed.success ? [] : [`the reply is not what the contract says: ${parsed.error.message.slice(0, 200)}`]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
