import type { Fact } from './facts.ts'
import type { Pending } from './pending.ts'

export type Closing = Pick<Fact, 'meaning' | 'notes' | 'explicit'>

/** 比上一年度有所提升, 不低于上年, 与上年持平: last year is named and no number follows. */
export function comparisonOf(pending: Pending): Closing | null {
  const { baseline, direction, operator } = pending
  if (!baseline) return null
  const compared = comparedBy(direction, operator)
  if (!compared) return null
  return {
    meaning: { kind: 'relative', ...compared, value: null, unit: null },
    notes: ['against-last-year', ...pending.notes],
    explicit: true,
  }
}

type Compared = Pick<Extract<Fact['meaning'], { kind: 'relative' }>, 'direction' | 'operator'>

function comparedBy(direction: Pending['direction'], operator: Pending['operator']): Compared | null {
  if (direction?.bound) return { direction: 'keep', operator: direction.bound }
  switch (direction?.direction) {
    case 'rise':
      return operator === 'le' ? { direction: 'keep', operator } : { direction: 'rise', operator: 'gt' }
    case 'fall':
      return { direction: 'fall', operator: 'lt' }
    case 'keep':
      return { direction: 'keep', operator: operator === 'le' || operator === 'ge' ? operator : 'eq' }
    case undefined:
      break
  }
  switch (operator) {
    case 'ge':
    case 'le':
    case 'eq':
      return { direction: 'keep', operator }
    case 'gt':
      return { direction: 'rise', operator }
    case 'lt':
      return { direction: 'fall', operator }
    case null:
      return null
  }
}

/** Words that make a bare year or 当年 the time by which something is done. */
const COMPLETIONS = [
  '完成',
  '办结',
  '到位',
  '拨付',
  '支付',
  '上报',
  '报送',
  '交付',
  '验收',
  '发放',
  '投入',
  '建成',
  '兑付',
  '结清',
  '执行',
  '落实',
  '实施',
  '下达',
  '开展',
  '解决',
  '处理',
  '竣工',
  '使用',
]

export function isCompletion(words: string): boolean {
  return COMPLETIONS.some((word) => words.includes(word))
}

/** 年内完成, 每月底前: inside the running year. 当年 without a completion is only an adverb. */
export function deadlineWithin(pending: Pending, rest: string): Closing | null {
  const { within } = pending
  if (!within || pending.baseline) return null
  if (!/(内|前|底|末)$/.test(within.text) && rest !== '' && !isCompletion(rest)) return null
  return {
    meaning: { kind: 'deadline', date: null, within: within.period, grades: rest === '' ? [] : [rest] },
    notes: within.text.startsWith('每') ? ['recurring-deadline'] : [],
    explicit: true,
  }
}
