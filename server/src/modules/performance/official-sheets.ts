import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { loadFormTemplates, loadLintWords, loadRulePacks } from '@shiji/packs/load-packs'

/** What ships with the product and does not change while it runs: sheets, rules, words. */
export const TEMPLATES = loadFormTemplates()
export const RULE_PACKS = loadRulePacks()
export const LINT_WORDS = loadLintWords()

export function findTemplate({ template, edition }: Pick<FormContent, 'template' | 'edition'>): FormTemplate | null {
  return TEMPLATES.find((known) => known.id === template && known.edition === edition) ?? null
}
