import type { ClipboardEvent } from 'react'
import { type BlockEdits, clearArea, copyArea, type GridSheet, pasteBlock } from './block-edits.ts'
import { readClipboardBlock, writeTabText } from './clipboard-block.ts'
import { type GridCursor, selectedArea, standOnBlock } from './grid-cursor.ts'

type FieldClipboard = {
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onCopy: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onCut: (event: ClipboardEvent<HTMLTextAreaElement>) => void
}

/** Blocks in and out of the grid; while text is typed in a cell the clipboard belongs to the text. */
export function useGridClipboard(
  sheet: GridSheet,
  cursor: GridCursor,
  write: (written: BlockEdits) => void,
  go: (cursor: GridCursor) => void,
): FieldClipboard {
  const copy = (event: ClipboardEvent<HTMLTextAreaElement>): boolean => {
    if (cursor.draft !== null) return false
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTabText(copyArea(sheet, selectedArea(cursor))))
    return true
  }
  return {
    onCopy: copy,
    onCut: (event) => {
      if (copy(event)) write(clearArea(sheet, selectedArea(cursor)))
    },
    onPaste: (event) => {
      if (cursor.draft !== null) return
      event.preventDefault()
      const { clipboardData: data } = event
      const block = readClipboardBlock({ html: data.getData('text/html'), plain: data.getData('text/plain') })
      const { top, left } = selectedArea(cursor)
      if (block.length === 0) return
      const first = { row: top, column: left }
      write(pasteBlock(sheet, first, block))
      go(standOnBlock(first, block, sheet.columns.length))
    },
  }
}
