import type { Checklist } from '@shiji/kernel/evidence/checklist-pack'
import { loadChecklistPacks } from '@shiji/packs/load-packs'

/** The lists that ship with the product. */
export const PATTERNS: readonly Checklist[] = loadChecklistPacks().flatMap(({ lists }) => lists)

export function findPattern(list: string): Checklist | undefined {
  return PATTERNS.find(({ key }) => key === list)
}
