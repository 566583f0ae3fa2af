import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { settledXlsx } from './excel/xlsx-package.ts'
import { sheetsOf } from './excel/xlsx-sheet.ts'
import { workbookBytes } from './excel/xlsx-workbook.ts'
import type { FontMap } from './fonts/font-map.ts'
import { xmlText } from './layout/xml-text.ts'

/** The form as an Excel file, one worksheet for each part. The same form gives the same bytes. */
export async function writeXlsx(form: LaidForm, { fonts = {} }: { fonts?: FontMap } = {}): Promise<Uint8Array> {
  const sheets = sheetsOf(form)
  return settledXlsx(await workbookBytes(sheets, { title: xmlText(form.title), fonts }), sheets)
}
