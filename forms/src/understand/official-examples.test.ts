import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { writeHtml } from '../write/write-html.ts'
import { understandForms } from './understand-forms.ts'

const EXAMPLES = join(import.meta.dirname, '../../../packs/examples')
const templates = loadFormTemplates()

test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.json')))(
  'the filled sheet of %s is read back as it was written',
  async (name) => {
    const written = FormContentSchema.parse(JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')))
    const template = templates.find(({ id, edition }) => id === written.template && edition === written.edition)
    if (template === undefined) throw new Error(`no template for ${name}`)
    const page = new TextEncoder().encode(writeHtml(layOutForm(template, written)))

    const document = await readDocument(page, { name: 'form.html' })
    const forms = document.ok ? understandForms(document.value, templates) : []

    expect(forms).toHaveLength(1)
    expect(forms.map(withoutSource)).toEqual([withoutSource(written)])
  },
)

/** Lines and raw cells belong to the file, not to the content; a page may print a paragraph's end as a blank. */
function withoutSource(form: FormContent) {
  const bare = <Row extends object>(row: Row) => ({ ...row, line: null })
  return {
    ...form,
    fields: Object.fromEntries(Object.entries(form.fields).map(([key, text]) => [key, text.replace(/\s+/g, ' ')])),
    lines: form.lines.map(bare),
    parts: form.parts.map(bare),
    indicators: form.indicators.map((row) => ({ ...bare(row), rawCells: [] })),
    safeguards: form.safeguards.map(bare),
    schedule: form.schedule.map(bare),
    revisions: form.revisions.map(bare),
  }
}
