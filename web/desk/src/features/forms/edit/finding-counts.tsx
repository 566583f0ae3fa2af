import type { Severity } from '@shiji/kernel/finding'
import { useWords } from '#desk/words/use-words.ts'
import './edit.css'
import type { FormFinding } from './opened-form.ts'
import { SEVERITY_SHAPES } from './severity-shapes.ts'

const WORDS = {
  error: { zh: '{count} 处必须改', en: '{count} to correct' },
  warning: { zh: '{count} 处要留意', en: '{count} to look at' },
  hint: { zh: '{count} 条提示', en: '{count} hints' },
} as const

export const SEVERITIES = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

/** ✕ 2 ! 5 · 3, each with its words for those who do not see the shape. */
export function FindingCounts({ findings }: { readonly findings: readonly FormFinding[] }) {
  const say = useWords(WORDS)
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    if (count === 0) return null
    return (
      <span key={severity} className={`finding-count severity-${severity}`} title={say(severity, { count })}>
        <span aria-hidden>
          {SEVERITY_SHAPES[severity]} {count}
        </span>
        <span className="visually-hidden">{say(severity, { count })}</span>
      </span>
    )
  })
}
