import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeDocx } from '@shiji/forms/write/write-docx'
import { writePdf } from '@shiji/forms/write/write-pdf'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'

/**
 * Draws the pictures of the READMEs from the invented examples: `npm run pictures`. Needs pdftoppm and LibreOffice,
 * which only this script and some tests use.
 */
const run = promisify(execFile)
const PICTURES = join(import.meta.dirname, '..', 'docs', 'pictures')
const RESOLUTION = '80'

const folder = await mkdtemp(join(tmpdir(), 'shiji-pictures-'))
await mkdir(PICTURES, { recursive: true })
await drawPage((await writePdf(layOutExample('CN-SH-MUNICIPAL-SELF-EVALUATION'))).pdf, 'self-evaluation')
await drawPage(await wordAsPdf(layOutExample('CN-SH-MUNICIPAL-DECLARATION')), 'declaration')
await rm(folder, { recursive: true })

function layOutExample(id: string): LaidForm {
  const template = loadFormTemplates().find((one) => one.id === id)
  const example = loadExamples().find((one) => one.template === id)
  if (template === undefined || example === undefined) throw new Error(`no example of ${id}`)
  return layOutForm(template, example)
}

/** Our Word file as LibreOffice sees it. */
async function wordAsPdf(form: LaidForm): Promise<Buffer> {
  const file = join(folder, 'form.docx')
  await writeFile(file, await writeDocx(form))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
  return readFile(join(folder, 'form.pdf'))
}

async function drawPage(pdf: Uint8Array, name: string): Promise<void> {
  const file = join(folder, `${name}.pdf`)
  await writeFile(file, pdf)
  await run('pdftoppm', ['-r', RESOLUTION, '-png', '-f', '1', '-l', '1', '-singlefile', file, join(folder, name)])
  await copyFile(join(folder, `${name}.png`), join(PICTURES, `${name}.png`))
}
