import type { RawBlock, RawText } from './raw-document.ts'

/** 第 1 页 共 3 页, - 2 -. */
const PAGE_NUMBER = /^[-—第共页/\s\d]*$/

/** The lines of head margins, each once, without page numbers. */
export function marginTexts(blocks: readonly RawBlock[]): RawText[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  )
  const kept = new Set(lines.map((line) => line.trim()).filter((line) => !PAGE_NUMBER.test(line)))
  return [...kept].map((text) => ({ kind: 'text', text, line: null, margin: true }))
}
