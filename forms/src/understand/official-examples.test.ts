import type { FormContent } from '@shiji/kernel/form/form-content'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { writeDocx } from '../write/write-docx.ts'
import { writeHtml } from '../write/write-html.ts'
import { writePdf } from '../write/write-pdf.ts'
import { writeXlsx } from '../write/write-xlsx.ts'
import { understandForms } from './understand-forms.ts'

const templates = loadFormTemplates()
const WRITERS = {
  html: async (form: LaidForm) => new TextEncoder().encode(writeHtml(form)),
  docx: (form: LaidForm) => writeDocx(form),
  xlsx: (form: LaidForm) => writeXlsx(form),
  pdf: async (form: LaidForm) => (await writePdf(form)).pdf,
} as const
const CASES = loadExamples().flatMap((content) =>
  (['html', 'docx', 'xlsx', 'pdf'] as const).map(
    (format) => [content.template, content.edition, format, content] as const,
  ),
)

test.each(CASES)(
  'the filled sheet %s of %s is read back from its %s as it was written',
  async (_, __, format, written) => {
    const template = templates.find(({ id, edition }) => id === written.template && edition === written.edition)
    if (template === undefined) throw new Error(`no template ${written.template} ${written.edition}`)
    const bytes = await WRITERS[format](layOutForm(template, written))

    const document = await readDocument(bytes, { name: `form.${format}` })
    const forms = document.ok ? understandForms(document.value, templates) : []

    expect(forms.map(withoutSource)).toEqual([withoutSource(written)])
  },
)

/** Lines and raw cells belong to the file, not to the content. */
function withoutSource(form: FormContent) {
  const bare = <Row extends object>(row: Row) => ({ ...row, line: null })
  return {
    ...form,
    lines: form.lines.map(bare),
    parts: form.parts.map(bare),
    indicators: form.indicators.map((row) => ({ ...bare(row), rawCells: [] })),
    safeguards: form.safeguards.map(bare),
    schedule: form.schedule.map(bare),
    revisions: form.revisions.map(bare),
  }
}
