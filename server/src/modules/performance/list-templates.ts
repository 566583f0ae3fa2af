import { type Context, requirePermission } from '#platform/context'
import { TEMPLATES } from './official-sheets.ts'

export async function listTemplates(context: Context) {
  requirePermission(context, 'performance.read')
  return TEMPLATES.map(({ id, edition, name, place, stage }) => ({ id, edition, name, place, stage }))
}
