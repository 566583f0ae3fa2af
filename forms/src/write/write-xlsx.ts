import type { LaidForm } from '@shiji/kernel/form/laid-form'
import type { FontMap } from './font-map.ts'
import { settledXlsx } from './xlsx-package.ts'
import { sheetsOf } from './xlsx-sheet.ts'
import { workbookBytes } from './xlsx-workbook.ts'
import { xmlText } from './xml-text.ts'

/** The form as an Excel file, one worksheet for each part. The same form gives the same bytes. */
export async function writeXlsx(form: LaidForm, { fonts = {} }: { fonts?: FontMap } = {}): Promise<Uint8Array> {
  const sheets = sheetsOf(form)
  return settledXlsx(await workbookBytes(sheets, { title: xmlText(form.title), fonts }), sheets)
}
