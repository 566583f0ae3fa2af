import { writeHtml } from '@shiji/forms/write/write-html'
import { PdfNotWritten, writePdf } from '@shiji/forms/write/write-pdf'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { WORKBOOK_TYPE } from '#platform/lists/workbook-type'
import { refuse } from '#platform/refusal'

const MEDIA_TYPES = {
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: WORKBOOK_TYPE,
  pdf: 'application/pdf',
} as const

export type Format = keyof typeof MEDIA_TYPES

type Sheet = {
  readonly template: FormTemplate
  readonly content: FormContent
  readonly format: Format
  /** The day the content is of: the same content gives the same bytes. */
  readonly writtenOn: string
}

/** A sheet as the finance office prints it. */
export async function printContent({ template, content, format, writtenOn }: Sheet): Promise<File> {
  const bytes = await write(layOutForm(template, content), format, writtenOn)
  const name = `${content.project}-${template.name.zh}-${content.year ?? template.edition}.${format}`
  return new File([bytes], name, { type: MEDIA_TYPES[format] })
}

/** What writes Word is large and used by few: it comes with the first sheet. */
async function write(laid: LaidForm, format: Format, writtenOn: string): Promise<Uint8Array<ArrayBuffer> | string> {
  switch (format) {
    case 'html':
      return writeHtml(laid)
    case 'docx':
      return new Uint8Array(await (await import('@shiji/forms/write/write-docx')).writeDocx(laid))
    case 'xlsx':
      return new Uint8Array(await (await import('@shiji/forms/write/write-xlsx')).writeXlsx(laid))
    case 'pdf':
      return writePdf(laid, { writtenOn }).then(
        ({ pdf }) => new Uint8Array(pdf),
        (error) => (error instanceof PdfNotWritten ? refuse('not-printed', { format: 'PDF' }) : Promise.reject(error)),
      )
  }
}
