import type { DeskRules } from '@shiji/kernel/severity/desk-rules'
import type { Language } from '@shiji/kernel/wording'
import { loadDeskRules } from '@shiji/packs/load-packs'

/** What the desk promises today; tickets name the rules and the version they began with. */
export const DESK_RULES: DeskRules = loadDeskRules()

export function nameOfCause(key: string, language: Language): string {
  return DESK_RULES.causes.find((cause) => cause.key === key)?.name[language] ?? key
}

export function nameOfService(key: string, language: Language): string {
  return DESK_RULES.services.find((service) => service.key === key)?.name[language] ?? key
}
