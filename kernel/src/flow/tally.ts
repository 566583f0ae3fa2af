import type { Mode } from './flow-definition.ts'
import { isLive, type Task } from './flow-state.ts'

export type Outcome = 'pending' | 'agreed' | 'disagreed'

/** What the signers of one step come to together, and who signs next where they sign one after another. */
export function tally(mode: Mode, tasks: readonly Task[]): { outcome: Outcome; next: Task | null } {
  const slots = tasks.filter(isSlot).sort((a, b) => a.order - b.order)
  const outcomes = slots.map((task) => outcomeOf(tasks, task))
  const next = slots[outcomes.indexOf('pending')] ?? null
  return { outcome: count(mode, outcomes), next: mode.kind === 'in-turn' && next?.state === 'queued' ? next : null }
}

function isSlot({ kind, state }: Task): boolean {
  return kind === 'approve' && state !== 'handed' && state !== 'removed'
}

/** 会签 and 依次: one no is a no. 或签: the first word decides. 比例: as soon as it is reached or out of reach. */
function count(mode: Mode, outcomes: readonly Outcome[]): Outcome {
  const agreed = outcomes.filter((outcome) => outcome === 'agreed').length
  const disagreed = outcomes.filter((outcome) => outcome === 'disagreed').length
  switch (mode.kind) {
    case 'all':
    case 'in-turn':
      return disagreed > 0 ? 'disagreed' : agreed === outcomes.length ? 'agreed' : 'pending'
    case 'any':
      return agreed > 0 ? 'agreed' : disagreed > 0 ? 'disagreed' : 'pending'
    case 'share': {
      const needed = Math.ceil((outcomes.length * mode.percent) / 100)
      return agreed >= needed ? 'agreed' : outcomes.length - disagreed < needed ? 'disagreed' : 'pending'
    }
  }
}

/** What a signer's word comes to, with those asked to sign after them. */
export function outcomeOf(tasks: readonly Task[], task: Task): Outcome {
  if (isLive(task)) return 'pending'
  if (task.state === 'disagreed') return 'disagreed'
  const after = helpersOf(tasks, task)
    .filter(({ kind, state }) => kind === 'after' && state !== 'closed')
    .map((helper) => outcomeOf(tasks, helper))
  if (after.includes('disagreed')) return 'disagreed'
  return after.includes('pending') ? 'pending' : 'agreed'
}

export function helpersOf(tasks: readonly Task[], { number }: Task): Task[] {
  return tasks.filter(({ parent, state }) => parent === number && state !== 'handed' && state !== 'removed')
}
