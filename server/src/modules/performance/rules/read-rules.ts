import type { RulesReply } from '@shiji/contract/rules'
import type { RuleLine } from '@shiji/kernel/rules/rule-line'
import { sayLifeRules } from '@shiji/kernel/rules/say-life-rules'
import { sayRulePack } from '@shiji/kernel/rules/say-rule-pack'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { refuse } from '#platform/refusal'
import { LIFE_RULES, RULE_PACKS } from '../official-sheets.ts'
import { headOfLife, headOfPack } from './list-rules.ts'

/** One pack in words, for whoever is judged by it. */
export async function readRules(context: Context, { id }: { id: string }): Promise<z.infer<typeof RulesReply>> {
  requirePermission(context, 'performance.read')
  const { language } = context
  const pack = RULE_PACKS.find((one) => one.id === id)
  if (pack !== undefined) {
    return { ...headOfPack(pack, language), lines: sayRulePack(pack, language).map(toReply) }
  }
  const life = LIFE_RULES.find((one) => one.id === id) ?? refuse('not-found')
  return { ...headOfLife(life, language), lines: sayLifeRules(life, language).map(toReply) }
}

function toReply({ topic, text, source }: RuleLine) {
  return { topic, text, source: source.text, sureness: source.sureness }
}
