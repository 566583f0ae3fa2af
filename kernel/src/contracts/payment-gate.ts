import type { Wording } from '../wording.ts'

/** What an instalment waits for, and how each stands; null where the contract asks for none. */
export type Gate = {
  readonly milestone: { readonly name: string; readonly isDone: boolean } | null
  readonly acceptance: GateState | null
  readonly appraisal: { readonly year: number; readonly state: GateState } | null
}

export type GateState = 'missing' | 'failed' | 'passed'

/** One thing that has to be true before the instalment may be paid. */
export type OpenGate = {
  readonly code: keyof typeof GATE_WORDS
  readonly parameters: Readonly<Record<string, string | number>>
}

export const GATE_WORDS = {
  'milestone-open': { zh: '节点“{name}”还没有完成', en: 'the milestone "{name}" is not reached' },
  'acceptance-missing': { zh: '还没有验收', en: 'nothing was accepted yet' },
  'acceptance-failed': { zh: '最近一次验收不合格', en: 'the last acceptance failed' },
  'appraisal-missing': { zh: '{year} 年度考核还没有做', en: 'the appraisal of {year} was not held' },
  'appraisal-failed': { zh: '{year} 年度考核不合格', en: 'the appraisal of {year} failed' },
} as const satisfies Readonly<Record<string, Wording>>

/** Which gates are open still; payment is possible when there is none (operations.md §5 rank 13). */
export function openGates({ milestone, acceptance, appraisal }: Gate): readonly OpenGate[] {
  const open: OpenGate[] = []
  if (milestone !== null && !milestone.isDone)
    open.push({ code: 'milestone-open', parameters: { name: milestone.name } })
  if (acceptance !== null && acceptance !== 'passed') open.push({ code: `acceptance-${acceptance}`, parameters: {} })
  if (appraisal !== null && appraisal.state !== 'passed')
    open.push({ code: `appraisal-${appraisal.state}`, parameters: { year: appraisal.year } })
  return open
}
