import type { FormId } from '@shiji/contract/performance'
import { writeDocx } from '@shiji/forms/write/write-docx'
import { writeHtml } from '@shiji/forms/write/write-html'
import { PdfNotWritten, writePdf } from '@shiji/forms/write/write-pdf'
import { writeXlsx } from '@shiji/forms/write/write-xlsx'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from './form-store.ts'
import { findTemplate } from './official-sheets.ts'

const MEDIA_TYPES = {
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

type Format = keyof typeof MEDIA_TYPES

/** 正式表: the newest version as the finance office prints it. The same version gives the same bytes. */
export async function printForm(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const form = await read(context.db, (reader) => findForm(reader, context.actor, { id }))
  if (form === undefined) return refuse('not-found')
  const { content, savedAt } = form
  const template = findTemplate(content) ?? refuse('template-unknown', { template: content.template })

  const laid = layOutForm(template, content)
  const bytes = await write(laid, format, savedAt.toString().slice(0, 10))
  const name = `${content.project}-${template.name.zh}-${content.year ?? template.edition}.${format}`
  return new File([bytes], name, { type: MEDIA_TYPES[format] })
}

async function write(laid: LaidForm, format: Format, writtenOn: string): Promise<Uint8Array<ArrayBuffer> | string> {
  switch (format) {
    case 'html':
      return writeHtml(laid)
    case 'docx':
      return new Uint8Array(await writeDocx(laid))
    case 'xlsx':
      return new Uint8Array(await writeXlsx(laid))
    case 'pdf':
      return writePdf(laid, { writtenOn }).then(
        ({ pdf }) => new Uint8Array(pdf),
        (error) => (error instanceof PdfNotWritten ? refuse('not-printed', { format: 'PDF' }) : Promise.reject(error)),
      )
  }
}
