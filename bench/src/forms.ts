import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readDocument } from '@shiji/forms/read/read-document'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import { writeDocx } from '@shiji/forms/write/write-docx'
import { writePdf } from '@shiji/forms/write/write-pdf'
import { writeXlsx } from '@shiji/forms/write/write-xlsx'
import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { type Figure, figure, median, medianMs } from './measure.ts'
import { largestForm, loadPromises } from './sample-form.ts'

const run = promisify(execFile)

/** Targets, readers and renderers on the largest real form: 43 rows; 188 rows for the target language. */
export async function measure(): Promise<Figure[]> {
  const templates = loadFormTemplates()
  const template = templates.find(({ id }) => id === 'CN-SH-MUNICIPAL-DECLARATION')
  if (template === undefined) throw new Error('the municipal declaration template is missing')
  const laid = layOutForm(template, largestForm(template))
  const docx = await writeDocx(laid)
  const readIt = async () => {
    const read = await readDocument(docx, { name: 'form.docx' })
    if (!read.ok || understandForms(read.value, templates)[0]?.indicators.length !== 43)
      throw new Error('43 rows expected')
  }

  const parseMs = await medianMs(parseAll, { warmUp: 5, rounds: 21 })
  const readMs = await medianMs(readIt)
  const docxMs = await medianMs(() => writeDocx(laid))
  const xlsxMs = await medianMs(() => writeXlsx(laid))
  const pdfMs = await medianMs(() => writePdf(laid))
  const coldMs = await coldPdfMs(laid)
  const officeMs = await libreOfficeMs(docx)
  return [
    figure('188 targets parsed', { value: parseMs, unit: 'ms' }, { atMost: 20 }),
    figure('43-row docx read and understood', { value: readMs, unit: 'ms' }, { atMost: 1_000 }),
    figure('43-row docx written', { value: docxMs, unit: 'ms' }, { atMost: 150 }),
    figure('43-row xlsx written', { value: xlsxMs, unit: 'ms' }, { atMost: 150 }),
    figure('43-row pdf written, warm', { value: pdfMs, unit: 'ms' }, { atMost: 100 }),
    figure('43-row pdf written, fresh process', { value: coldMs, unit: 'ms' }, { atMost: 1_500 }),
    ...(officeMs === null
      ? []
      : [figure('pdf against LibreOffice', { value: officeMs / pdfMs, unit: '×' }, { atLeast: 20 })]),
  ]
}

const PROMISES = loadPromises()

function parseAll(): void {
  for (const { level1, level2, level3, target } of PROMISES) parseTarget(target, { level1, level2, indicator: level3 })
}

/** The first document of a process that has just started, fonts and engine included; the start of Node is not counted. */
async function coldPdfMs(laid: LaidForm): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-bench-'))
  try {
    const file = join(folder, 'laid.json')
    await writeFile(file, JSON.stringify(laid))
    const times: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'cold-pdf.ts'), file])
      times.push(Number(stdout))
    }
    return median(times)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** LibreOffice turning our own Word file into PDF, warm profile; null where it is not installed. */
async function libreOfficeMs(docx: Uint8Array): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-bench-'))
  try {
    const file = join(folder, 'form.docx')
    await writeFile(file, docx)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const convert = () => run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
    return await medianMs(convert, { warmUp: 1, rounds: 3 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
