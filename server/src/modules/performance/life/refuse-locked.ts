import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { type DeclarationState, lockOf } from '@shiji/kernel/life/declaration-life'
import { LOCK_WORDS } from '@shiji/kernel/life/life-wording'
import type { Language } from '@shiji/kernel/wording'
import { refuse } from '#platform/refusal'

/** Cells that may not change in this state refuse the whole edit. */
export function refuseLocked(state: DeclarationState, edits: readonly CellEdit[], language: Language): void {
  for (const { where } of edits) {
    const lock = lockOf(state, where)
    if (lock === null) continue
    const { why, advice } = LOCK_WORDS[lock]
    refuse('form-locked', { where, why: why[language], advice: advice[language] })
  }
}
