import { parentPort } from 'node:worker_threads'
import { type PdfOutcome, type PdfRequest, startPdfCompiler } from './pdf-compiler.ts'

export type PdfOrder = { readonly number: number; readonly request: PdfRequest }
export type PdfDelivery = { readonly number: number; readonly outcome: PdfOutcome }

const write = startPdfCompiler()

parentPort?.on('message', ({ number, request }: PdfOrder) => {
  const outcome = write(request)
  const delivery: PdfDelivery = { number, outcome }
  parentPort?.postMessage(delivery, outcome.kind === 'written' ? [outcome.pdf.buffer as ArrayBuffer] : [])
})
