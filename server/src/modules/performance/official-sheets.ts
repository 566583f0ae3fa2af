import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { makeNameReader } from '@shiji/kernel/library/read-name'
import { findLifeRules, type LifeRules, type SamplingRules } from '@shiji/kernel/life/life-rules'
import { findRulePack, type RulePack, type Stage } from '@shiji/kernel/rule-pack'
import {
  loadBindingTables,
  loadFormTemplates,
  loadLibraryPacks,
  loadLifeRules,
  loadLintWords,
  loadNameWords,
  loadPrintedSheets,
  loadRenewalWords,
  loadRowLists,
  loadRulePacks,
} from '@shiji/packs/load-packs'

/** What ships with the product and does not change while it runs: sheets, rules, words. */
export const TEMPLATES = loadFormTemplates()
export const RULE_PACKS = loadRulePacks()
export const LINT_WORDS = loadLintWords()
export const NAME_READER = makeNameReader(loadNameWords())
export const RENEWAL_WORDS = loadRenewalWords()
export const LIBRARY_PACKS = loadLibraryPacks()
const ROW_NAMES = new Map(loadRowLists().flatMap(({ rows }) => rows.map(({ id, name }) => [id, name] as const)))
/** What proves each row of the real forms, by the names those rows go under. */
export const ROW_BINDINGS = loadBindingTables().flatMap(({ bindings }) =>
  bindings.map((binding) => ({
    binding,
    names: [...new Set(binding.rows.flatMap((row) => ROW_NAMES.get(row) ?? []))],
  })),
)
export const LIFE_RULES = loadLifeRules()
const SHEETS = [...loadPrintedSheets(), ...TEMPLATES]

export function findTemplate({ template, edition }: Pick<FormContent, 'template' | 'edition'>): FormTemplate | null {
  return TEMPLATES.find((known) => known.id === template && known.edition === edition) ?? null
}

/** The place whose sheet the form is on; the country for a sheet nobody knows. */
export function placeOf(content: Pick<FormContent, 'template' | 'edition'>): string {
  return findTemplate(content)?.place ?? 'cn'
}

/** The newest sheet of a stage and kind in the place or the place it lies in. */
export function findSheet(place: string, fits: (template: FormTemplate) => boolean): FormTemplate | null {
  for (let here = place; here !== ''; here = here.slice(0, Math.max(0, here.lastIndexOf('-')))) {
    const found = SHEETS.filter((template) => template.place === here && fits(template)).at(-1)
    if (found !== undefined) return found
  }
  return null
}

/** The rules a stage of this declaration's year goes by. A country without any is a pack folder taken apart. */
export function rulesOf(content: FormContent, stage: Stage): RulePack {
  const asked = { place: placeOf(content), stage, day: `${content.year ?? 0}-12-31` }
  const pack = findRulePack(RULE_PACKS, asked) ?? findRulePack(RULE_PACKS, { place: asked.place, stage, day: NEWEST })
  if (pack === null) throw new Error(`no rules for ${stage} in ${asked.place}`)
  return pack
}

export function lifeRulesOf(content: FormContent): LifeRules {
  const rules = findLifeRules(LIFE_RULES, { place: placeOf(content), day: `${content.year ?? 0}-12-31` })
  if (rules === null) throw new Error(`no life rules for ${placeOf(content)}`)
  return rules
}

/** How a finance office draws: the rules of the country, until offices name their own place. */
export function samplingRules(year: number): SamplingRules {
  const rules = findLifeRules(LIFE_RULES, { place: 'cn', day: `${year}-12-31` })
  if (rules === null) throw new Error(`no sampling rules for ${year}`)
  return rules.sampling
}

/** Years before the first pack are ruled by the newest. */
const NEWEST = '9999-12-31'
