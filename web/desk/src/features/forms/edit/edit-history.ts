import { type CellEdit, invertEdits } from '@shiji/kernel/form/apply-edits'

/** Everything a person did as one action: a cell typed, a block pasted, a row removed. Undone as one. */
export type EditStep = readonly CellEdit[]

export type EditHistory = { readonly done: readonly EditStep[]; readonly undone: readonly EditStep[] }

export const NO_HISTORY: EditHistory = { done: [], undone: [] }

const MOST_STEPS = 200

export function remember({ done }: EditHistory, step: EditStep): EditHistory {
  return { done: [...done, step].slice(-MOST_STEPS), undone: [] }
}

export type Taken = { readonly step: EditStep; readonly history: EditHistory }

/** The step that takes the last one back; null when there is nothing to take back. */
export function takeBack({ done, undone }: EditHistory): Taken | null {
  const last = done.at(-1)
  if (last === undefined) return null
  return { step: invertEdits(last), history: { done: done.slice(0, -1), undone: [...undone, last] } }
}

export function doAgain({ done, undone }: EditHistory): Taken | null {
  const last = undone.at(-1)
  if (last === undefined) return null
  return { step: last, history: { done: [...done, last], undone: undone.slice(0, -1) } }
}

/** Where a step shows: its first cell; a row only when nothing else changed. */
export function placeOfStep(step: EditStep): string | null {
  const [first] = [...step.filter(({ where }) => !where.endsWith(']')), ...step]
  return first?.where ?? null
}
