import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from './form-store.ts'
import { findTemplate } from './official-sheets.ts'
import { type Format, printContent } from './print-content.ts'

/** 正式表: the newest version as the finance office prints it. The same version gives the same bytes. */
export async function printForm(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const form = await read(context.db, (reader) => findForm(reader, context.actor, { id }))
  if (form === undefined) return refuse('not-found')
  const { content, savedAt } = form
  const template = findTemplate(content) ?? refuse('template-unknown', { template: content.template })

  return printContent({ template, content, format, writtenOn: savedAt.toString().slice(0, 10) })
}
