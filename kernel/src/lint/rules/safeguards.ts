import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput } from '../lint-input.ts'

export function safeguards({ form, words }: LintInput): LintFinding[] {
  return form.safeguards.flatMap(({ category, document, phases }, index) => {
    const where = `safeguards[${index}]`
    if (document.trim() === '') return [finding('safeguard-document-missing', `${where}.document`, { category })]
    // A000-4: 巡检报告 as 预算管理制度.
    const isRule = hasAny(document, words.systemDocuments.words)
    const isRecord = !isRule && hasAny(document, words.recordDocuments.words)
    const misfit = category.includes('制度') && isRecord
    const ticks = Object.values(phases)
    const noPhase = ticks.length > 0 && ticks.every((ticked) => ticked !== true)
    return [
      ...(misfit ? [finding('document-misfits-category', `${where}.document`, { document, category })] : []),
      ...(noPhase ? [finding('safeguard-phase-missing', `${where}.phases`, { document })] : []),
    ]
  })
}
