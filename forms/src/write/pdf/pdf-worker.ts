import { type PdfOutcome, type PdfRequest, startPdfCompiler } from './pdf-compiler.ts'

export type PdfOrder = { readonly number: number; readonly request: PdfRequest }
export type PdfDelivery = { readonly number: number; readonly outcome: PdfOutcome }

const write = startPdfCompiler()

process.on('message', (order) => {
  const { number, request } = order as PdfOrder
  const delivery: PdfDelivery = { number, outcome: write(request) }
  process.send?.(delivery)
})
