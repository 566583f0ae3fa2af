import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  addRow,
  type BlockEdits,
  clearArea,
  fillDown,
  type GridSheet,
  removeRows,
  textAt,
  writeTexts,
} from './block-edits.ts'
import type { EditorHandlers } from './cell-editor.tsx'
import type { FormGridProps } from './form-grid.tsx'
import {
  type GridCursor,
  type GridPlace,
  type GridShape,
  rowBelow,
  START,
  selectedArea,
  standAt,
  within,
} from './grid-cursor.ts'
import { answerKey, type GridAnswer } from './grid-keys.ts'
import { useGridClipboard } from './use-grid-clipboard.ts'

const ROWS_A_PAGE = 10

export type Grid = {
  readonly cursor: GridCursor
  /** Places that refused what they were last given. */
  readonly unfit: readonly string[]
  readonly editor: EditorHandlers
  readonly mouse: {
    readonly onMouseDown: (event: MouseEvent) => void
    readonly onMouseOver: (event: MouseEvent) => void
    readonly onDoubleClick: () => void
    readonly onFocus: () => void
  }
  readonly addBelow: () => void
  readonly removeSelected: () => void
}

/** `leave` moves the focus out behind the grid. */
export function useGrid(props: FormGridProps, leave: () => void): Grid {
  const { content, list, columns, wanted } = props
  const sheet: GridSheet = useMemo(
    () => ({ content, list, columns: columns.map(({ key }) => key) }),
    [content, list, columns],
  )
  const shape: GridShape = { rows: content[list].length, columns: columns.length, page: ROWS_A_PAGE }
  const [held, setCursor] = useState<GridCursor>(START)
  const [unfit, setUnfit] = useState<readonly string[]>([])
  const field = useRef<HTMLTextAreaElement | null>(null)
  const follows = useRef(false)
  const cursor = { ...held, at: within(held.at, shape), from: within(held.from, shape) }

  const go = (next: GridCursor) => {
    follows.current = true
    setCursor(next)
  }
  const write = ({ edits, unfit: refused }: BlockEdits) => {
    setUnfit(refused)
    if (edits.length > 0) props.onStep(edits)
  }
  const enter = () => {
    if (cursor.draft === null) return
    write(writeTexts(sheet, [{ place: cursor.at, text: cursor.draft }]))
    setCursor(standAt(cursor.at))
  }
  const edit = () => go({ ...standAt(cursor.at), draft: textAt(sheet, cursor.at) })
  const addBelow = () => {
    const row = rowBelow(held, shape.rows)
    props.onStep([addRow(sheet, row)])
    go(standAt({ row, column: cursor.at.column }))
  }
  const removeSelected = () => {
    props.onStep(removeRows(sheet, selectedArea(cursor)))
    go(standAt(cursor.at))
  }

  const obey = (answer: GridAnswer): boolean => {
    switch (answer.kind) {
      case 'other':
        return false
      case 'leave':
        enter()
        return false
      case 'move':
        go(answer.cursor)
        return true
      case 'enter':
        enter()
        go(answer.cursor)
        return true
      case 'edit':
        edit()
        return true
      case 'cancel':
        go(standAt(cursor.at))
        return true
      case 'clear':
        write(clearArea(sheet, selectedArea(cursor)))
        return true
      case 'fill-down':
        write(fillDown(sheet, selectedArea(cursor)))
        return true
      case 'undo':
        props.onUndo()
        return true
      case 'redo':
        props.onRedo()
        return true
      case 'add-row':
        addBelow()
        return true
      case 'remove-row':
        removeSelected()
        return true
    }
  }

  const clipboard = useGridClipboard(sheet, cursor, write, go)
  const latest = useLatest({
    ...clipboard,
    onBlur: enter,
    onType: (text: string) => setCursor((now) => ({ ...standAt(now.at), draft: text })),
    onKeyDown: (event: Parameters<EditorHandlers['onKeyDown']>[0]) => {
      const { key, ctrlKey, metaKey, shiftKey: shift, altKey: alt } = event
      const press = { key, ctrl: ctrlKey || metaKey, shift, alt, composing: event.nativeEvent.isComposing }
      const answer = answerKey(cursor, press, shape)
      if (obey(answer)) event.preventDefault()
      else if (answer.kind === 'leave' && key === 'Escape') leave()
    },
  })
  const editor = useEditor(latest, field)

  useEffect(() => {
    if (!follows.current) return
    follows.current = false
    const { current: element } = field
    element?.focus({ preventScroll: true })
    element?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (held.draft !== null) element?.setSelectionRange(element.value.length, element.value.length)
  }, [held])
  useWanted(wanted, sheet, go)

  return { cursor, unfit, editor, mouse: mouseOf({ cursor, go, edit, enter, field }), addBelow, removeSelected }
}

/** Handlers that stay the same, so that rows are drawn again only for what is in them. */
function useEditor(
  latest: { readonly current: Omit<EditorHandlers, 'ref'> },
  field: { current: HTMLTextAreaElement | null },
): EditorHandlers {
  const ref = useCallback(
    (element: HTMLTextAreaElement | null) => {
      if (element !== null) field.current = element
    },
    [field],
  )
  return useMemo(
    () => ({
      ref,
      onKeyDown: (event) => latest.current.onKeyDown(event),
      onType: (text) => latest.current.onType(text),
      onPaste: (event) => latest.current.onPaste(event),
      onCopy: (event) => latest.current.onCopy(event),
      onCut: (event) => latest.current.onCut(event),
      onBlur: () => latest.current.onBlur(),
    }),
    [latest, ref],
  )
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

/** Stands on the cell that a finding or a link named. */
function useWanted(wanted: FormGridProps['wanted'], sheet: GridSheet, go: (cursor: GridCursor) => void): void {
  const latest = useLatest({ sheet, go })
  useEffect(() => {
    const address = wanted === null ? null : parseCellAddress(wanted.where)
    if (address === null || (address.kind !== 'cell' && address.kind !== 'row')) return
    if (address.list !== latest.current.sheet.list) return
    const key = address.kind === 'row' ? '' : [address.column, address.key].filter((part) => part !== null).join('.')
    const column = latest.current.sheet.columns.indexOf(key)
    latest.current.go(standAt({ row: address.index, column: Math.max(0, column) }))
  }, [wanted, latest])
}

type MouseNeeds = {
  readonly cursor: GridCursor
  readonly go: (cursor: GridCursor) => void
  readonly edit: () => void
  readonly enter: () => void
  readonly field: { readonly current: HTMLTextAreaElement | null }
}

function mouseOf({ cursor, go, edit, enter, field }: MouseNeeds): Grid['mouse'] {
  return {
    onMouseDown: (event) => {
      const place = placeUnder(event)
      if (place === null || (event.target === field.current && cursor.draft !== null)) return
      event.preventDefault()
      enter()
      go(event.shiftKey ? { ...cursor, at: place, draft: null } : standAt(place))
    },
    onMouseOver: (event) => {
      const place = event.buttons === 1 && cursor.draft === null ? placeUnder(event) : null
      if (place !== null) go({ ...cursor, at: place })
    },
    onDoubleClick: () => {
      if (cursor.draft === null) edit()
    },
    onFocus: () => undefined,
  }
}

function placeUnder({ target }: MouseEvent): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}
