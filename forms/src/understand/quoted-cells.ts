import type { Doubt } from '@shiji/kernel/form/form-content'
import { fold } from './cells/cell-text.ts'

/** Parameters of doubts that hold printed words. */
const QUOTING = ['text', 'other', 'printed', 'label']

/** The printed words a doubt speaks of, folded. */
export function quotesOf({ parameters }: Doubt): string[] {
  const quoted = QUOTING.flatMap((name) => (name in parameters ? [fold(String(parameters[name]))] : []))
  return quoted.filter((text) => text !== '')
}

/** Which of the cells a doubt was read from it speaks of, by their place. */
export function quotedCells(doubt: Doubt, cells: readonly string[]): number[] {
  const quotes = quotesOf(doubt)
  return cells.flatMap((cell, at) => (quotes.some((text) => fold(cell).includes(text)) ? [at] : []))
}
