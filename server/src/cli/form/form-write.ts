import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { say } from '@shiji/kernel/wording'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { namedFiles } from '../input-file.ts'
import { type Format, formatsOf, stemOf } from './formats.ts'
import { readForms } from './read-forms.ts'

export const formWrite: Command = {
  path: ['form', 'write'],
  summary: {
    zh: '写正式表：Word、Excel、PDF、HTML，版式按财政部门的表样',
    en: 'write the official form in Word, Excel, PDF and HTML, in the layout of the finance office',
  },
  usage: '[FILE…]',
  options: {
    as: {
      kind: 'text',
      placeholder: 'docx,xlsx,pdf,html',
      describe: { zh: '写成哪些格式（默认 docx）', en: 'the formats to write (default docx)' },
    },
    template: {
      kind: 'text',
      placeholder: 'ID',
      describe: { zh: '用哪份表样（默认用读出来的那份）', en: 'the template (default: the one recognised)' },
    },
    edition: {
      kind: 'text',
      placeholder: 'YEAR',
      describe: { zh: '表样年份（默认最新）', en: 'its edition (default: the newest)' },
    },
    blank: { kind: 'flag', describe: { zh: '写一份空白表', en: 'write a blank form' } },
    out: {
      kind: 'text',
      placeholder: 'FOLDER',
      describe: { zh: '写到哪个目录（默认当前目录）', en: 'the folder to write to (default: here)' },
    },
    fonts: {
      kind: 'text',
      placeholder: 'FOLDER',
      describe: {
        zh: '本单位字体所在目录（PDF 优先使用）',
        en: "the folder of the unit's own fonts, used first in PDF",
      },
    },
  },
  run: writeForms,
}

async function writeForms(call: Call): Promise<ExitCode> {
  const formats = formatsOf(call)
  const templates = loadFormTemplates()
  const contents = call.flags.blank ? [emptyContent(templateFor(null, templates, call))] : await contentsOf(call)
  const folder = call.texts.out ?? '.'
  await mkdir(folder, { recursive: true })

  const written: string[] = []
  for (const [index, content] of contents.entries()) {
    const template = templateFor(content, templates, call)
    const laid = layOutForm(template, content)
    for (const format of formats) {
      if (call.signal.aborted) throw new CallRefused(say(CLI.cancelled, call.language))
      const path = join(folder, `${fileStem(content, template, index)}.${format}`)
      await writeFile(path, await render(laid, format, call))
      written.push(path)
      call.tell(path)
    }
  }
  if (call.json) call.print(JSON.stringify({ written }))
  return 0
}

async function contentsOf(call: Call): Promise<FormContent[]> {
  const forms = []
  for (const file of namedFiles(formWrite, call)) forms.push(...(await readForms(file, call)))
  return forms.map((form) => form.content)
}

/** Each writer brings a large library along; only the ones asked for are loaded. */
async function render(laid: LaidForm, format: Format, call: Call): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx':
      return (await import('@shiji/forms/write/write-docx')).writeDocx(laid)
    case 'xlsx':
      return (await import('@shiji/forms/write/write-xlsx')).writeXlsx(laid)
    case 'html':
      return (await import('@shiji/forms/write/write-html')).writeHtml(laid)
    case 'pdf':
      return renderPdf(laid, call)
  }
}

async function renderPdf(laid: LaidForm, call: Call): Promise<Uint8Array> {
  const { writePdf, PdfNotWritten, PDF_PROBLEM_WORDINGS } = await import('@shiji/forms/write/write-pdf')
  const { saySubstitution } = await import('@shiji/forms/write/pdf/pdf-substitution')
  const { fonts } = call.texts
  const options = { signal: call.signal, writtenOn: call.today, ...(fonts === undefined ? {} : { fontsFolder: fonts }) }
  try {
    const { pdf, substitutions } = await writePdf(laid, options)
    for (const substitution of substitutions) call.tell(saySubstitution(substitution, call.language))
    return pdf
  } catch (error) {
    if (!(error instanceof PdfNotWritten)) throw error
    throw new CallRefused(say(PDF_PROBLEM_WORDINGS[error.problem], call.language))
  }
}

/** The named template, else the one the content was recognised by; of several editions the newest. */
function templateFor(content: FormContent | null, templates: readonly FormTemplate[], call: Call): FormTemplate {
  const id = call.texts.template ?? content?.template
  const edition = call.texts.edition ?? (call.texts.template === undefined ? content?.edition : undefined)
  const found = templates
    .filter((template) => template.id === id && (edition == null || template.edition === edition))
    .sort((left, right) => right.edition.localeCompare(left.edition))[0]
  if (found !== undefined) return found
  const known = [...new Set(templates.map((template) => template.id))].join(', ')
  throw new CallRefused(say(CLI.templateNeeded, call.language, { name: id ?? '—', known }))
}

/** The project, the template, and a number when one call writes several forms. */
function fileStem(content: FormContent, template: FormTemplate, index: number): string {
  const project = stemOf(content.project)
  const number = index === 0 ? '' : `-${index + 1}`
  return `${project === '' ? template.name.zh : `${project}-${template.edition}`}${number}`
}
