import { normalize } from '../../decimal.ts'
import type { Target } from '../../target/target.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** A002-3-7, A002-4-7: one meaning, one spelling on one form. Told once per meaning, at its rarest spelling. */
export function targetSpelling({ form, targets }: LintInput): LintFinding[] {
  const byMeaning = new Map<string, { index: number; text: string }[]>()
  for (const [index, target] of targets.entries()) {
    // A remark in brackets belongs to its own row.
    const key = target.qualifier === undefined ? meaningOf(target) : null
    const text = (form.indicators[index]?.target ?? '').replace(/\s/g, '')
    if (key === null) continue
    const rows = byMeaning.get(key)
    if (rows === undefined) byMeaning.set(key, [{ index, text }])
    else rows.push({ index, text })
  }
  return [...byMeaning.values()].flatMap((rows) => {
    const counts = new Map<string, number>()
    for (const { text } of rows) counts.set(text, (counts.get(text) ?? 0) + 1)
    if (counts.size < 2) return []
    const [rarest = ''] = [...counts].toSorted(([, a], [, b]) => a - b)[0] ?? []
    const at = rows.find(({ text }) => text === rarest)?.index ?? 0
    const others = [...counts.keys()].filter((text) => text !== rarest).join('、')
    return [finding('spelling-mixed', `indicators[${at}].target`, { target: rarest, others })]
  })
}

/** What a target promises, without how it is written; null where spelling is free. */
function meaningOf(target: Target): string | null {
  switch (target.kind) {
    case 'number':
      if (target.stages !== undefined) return null
      return [target.kind, target.operator, normalize(target.value), target.unit, target.period].join(' ')
    case 'frequency':
      return [target.kind, target.operator, normalize(target.value), target.unit, target.period].join(' ')
    case 'range':
      return [target.kind, normalize(target.value), normalize(target.upper), target.unit, target.period].join(' ')
    case 'coverage':
    case 'deadline':
    case 'relative':
    case 'grade':
    case 'none':
    case 'several':
    case 'unreadable':
      return null
  }
}
