import type { LaidForm } from '@shiji/kernel/form/laid-form'
import type { Wording } from '@shiji/kernel/wording'
import { writingsOf } from './pdf/pdf-input.ts'
import { type PdfEnd, startPdfQueue } from './pdf/pdf-queue.ts'
import type { FontSubstitution } from './pdf/pdf-substitution.ts'

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

export const PDF_PROBLEM_WORDINGS: Record<PdfProblem, Wording> = {
  'too-large': {
    zh: '表格过大，未生成 PDF；请拆成几份后再导出。',
    en: 'The form is too large and no PDF was written; split it and export the parts.',
  },
  'timed-out': {
    zh: '生成 PDF 超时，已停止；请稍后重试，或拆成几份后再导出。',
    en: 'Writing the PDF took too long and was stopped; try again later, or split the form.',
  },
  'not-laid-out': {
    zh: '表样的格子互相矛盾，未生成 PDF；请检查表样的合并单元格与列宽。',
    en: 'The grid of the form contradicts itself and no PDF was written; check its merged cells and columns.',
  },
  'worker-lost': {
    zh: '生成 PDF 的工作进程意外退出；请重试，若再次出现请运行 shiji doctor。',
    en: 'The PDF worker ended unexpectedly; try again, and run shiji doctor if it happens again.',
  },
}

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
const MOST_LETTERS = 500_000

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
  const writings = writingsOf(form)
  const letters = writings.reduce((sum, writing) => sum + writing.text.length, 0)
  if (writings.length > MOST_CELLS) throw new PdfNotWritten('too-large', `more than ${MOST_CELLS} cells`)
  if (letters > MOST_LETTERS) throw new PdfNotWritten('too-large', `more than ${MOST_LETTERS} letters`)
}
