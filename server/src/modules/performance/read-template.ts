import { type Context, requirePermission } from '#platform/context'
import { refuse } from '#platform/refusal'
import { findTemplate } from './official-sheets.ts'

export async function readTemplate(context: Context, { id, edition }: { id: string; edition: string }) {
  requirePermission(context, 'performance.read')
  return findTemplate({ template: id, edition }) ?? refuse('not-found')
}
