import type { LaidForm } from '@shiji/kernel/form/laid-form'
import { type PdfEnd, startPdfQueue } from './pdf-queue.ts'
import type { FontSubstitution } from './pdf-substitution.ts'

export type PdfOptions = {
  /** The unit's own fonts, named first; without it the sure font draws everything. */
  readonly fontsFolder?: string
  readonly signal?: AbortSignal
  /** `YYYY-MM-DD`, the date kept inside the file. */
  readonly writtenOn?: string
  readonly timeLimitMs?: number
}

export type WrittenPdf = { readonly pdf: Uint8Array; readonly substitutions: readonly FontSubstitution[] }

export type PdfProblem = 'too-large' | Exclude<PdfEnd['kind'], 'written'>

export class PdfNotWritten extends Error {
  readonly problem: PdfProblem

  constructor(problem: PdfProblem, reason: string) {
    super(`The PDF was not written (${problem}): ${reason}`)
    this.name = 'PdfNotWritten'
    this.problem = problem
  }
}

/** A file must carry a date; the same form without one gives the same bytes. */
const NO_DATE = '2000-01-01'
const TIME_LIMIT_MS = 30_000
/** The worker cannot be stopped inside a document, so a document is kept to what takes seconds. */
const MOST_CELLS = 50_000
const MOST_TEXT = 5_000_000

const queue = startPdfQueue()

/** Writes the form as PDF/A-2b: text selectable in reading order, fonts embedded as subsets, one document at a time. */
export async function writePdf(form: LaidForm, options: PdfOptions = {}): Promise<WrittenPdf> {
  const { fontsFolder = null, writtenOn = NO_DATE, timeLimitMs = TIME_LIMIT_MS, signal } = options
  refuseTooLarge(form)
  const end = await queue.add({ form, fontsFolder, writtenOn }, { timeLimitMs, signal })
  switch (end.kind) {
    case 'written':
      return { pdf: end.pdf, substitutions: end.substitutions }
    case 'not-laid-out':
    case 'worker-lost':
      throw new PdfNotWritten(end.kind, end.reason)
    case 'timed-out':
      throw new PdfNotWritten(end.kind, `more than ${timeLimitMs} ms`)
  }
}

function refuseTooLarge(form: LaidForm): void {
  const cells = form.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []))
  const text = cells.reduce((sum, cell) => sum + cell.text.length, 0)
  if (cells.length > MOST_CELLS) throw new PdfNotWritten('too-large', `more than ${MOST_CELLS} cells`)
  if (text > MOST_TEXT) throw new PdfNotWritten('too-large', `more than ${MOST_TEXT} characters`)
}
