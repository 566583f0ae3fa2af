import type { RulesHead } from '@shiji/contract/rules'
import type { LifeRules } from '@shiji/kernel/life/life-rules'
import type { RulePack } from '@shiji/kernel/rule-pack'
import type { Language } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { LIFE_RULES, RULE_PACKS } from '../official-sheets.ts'

type Head = z.infer<typeof RulesHead>

/** The rules that ship with the product, place by place, the oldest first. */
export async function listRules(context: Context): Promise<Head[]> {
  requirePermission(context, 'performance.read')
  const { language } = context
  const packs = RULE_PACKS.map((pack) => ({ place: pack.place, head: headOfPack(pack, language) }))
  const life = LIFE_RULES.map((rules) => ({ place: rules.place, head: headOfLife(rules, language) }))
  const byPlace = (key: { place: string; head: Head }) => `${key.place} ${key.head.validFrom} ${key.head.id}`
  return [...packs, ...life].toSorted((a, b) => (byPlace(a) < byPlace(b) ? -1 : 1)).map(({ head }) => head)
}

export function headOfPack({ id, name, stages, validFrom, validTo, variant }: RulePack, language: Language): Head {
  return { id, name: name[language], stages, validFrom, validTo, variant }
}

export function headOfLife({ id, name, validFrom, validTo }: LifeRules, language: Language): Head {
  return { id, name: name[language], stages: [], validFrom, validTo, variant: null }
}
