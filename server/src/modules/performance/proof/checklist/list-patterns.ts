import { say } from '@shiji/kernel/wording'
import { PATTERNS } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'

export async function listPatterns(context: Context) {
  requirePermission(context, 'performance.read')
  return PATTERNS.map(({ key, name, items }) => ({ key, name: say(name, context.language), items: [...items] }))
}
