import type { Doubt } from '../../form/form-content.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Every repair of the reader is shown once: the layout faults of rules.md §1.10. */
export function readerDoubts({ form }: LintInput): LintFinding[] {
  const rows = form.indicators.flatMap((row, index) =>
    oncePerCode(row.doubts).map((doubt) =>
      finding('reader-doubt', `indicators[${index}].${doubt.field}`, { field: doubt.field, doubt: doubt.code }),
    ),
  )
  const elsewhere = form.doubts.map((doubt) =>
    finding('reader-doubt', doubt.field === '' ? 'form' : doubt.field, { field: doubt.field, doubt: doubt.code }),
  )
  return [...elsewhere, ...rows]
}

function oncePerCode(doubts: readonly Doubt[]): Doubt[] {
  return doubts.filter((doubt, index) => doubts.findIndex((other) => other.code === doubt.code) === index)
}
