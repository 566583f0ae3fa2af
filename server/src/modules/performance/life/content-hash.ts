import { createHash } from 'node:crypto'
import type { FormContent } from '@shiji/kernel/form/form-content'

/** SHA-256 of a form's content with its keys in order, so that the same content has the same hash wherever it was kept. */
export function hashContent(content: FormContent): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]))
}
