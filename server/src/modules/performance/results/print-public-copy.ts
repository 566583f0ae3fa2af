import type { FormId } from '@shiji/contract/performance'
import { maskForm } from '@shiji/kernel/disclosure/mask-form'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { findTemplate } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'
import { listSecretRows } from './secret-row-store.ts'

/** 公开: the form for everybody, without people, telephones and the rows kept back. */
export async function printPublicCopy(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { form, secret } = await read(context.db, async (reader) => {
    const found = (await findForm(reader, context.actor, { id })) ?? refuse('not-found')
    return { form: found, secret: await listSecretRows(reader, id) }
  })
  const { content, savedAt, savedBy } = form
  const template = findTemplate(content) ?? refuse('template-unknown', { template: content.template })

  const kept = new Set(secret.map(({ indicator }) => indicator))
  const rows = content.indicators.flatMap((row, position) => (kept.has(indicatorName(row)) ? [position] : []))
  const masked = maskForm(content, template, { rows, names: [savedBy] })
  return printContent({ template, content: masked, format, writtenOn: savedAt.toString().slice(0, 10) })
}
