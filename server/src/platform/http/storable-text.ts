import { refuse } from '../refusal.ts'

/** PostgreSQL keeps every text but two: one with a NUL and one with half a surrogate pair. Nobody types either. */
export function refuseUnstorable(input: unknown, path: readonly string[] = []): void {
  if (typeof input === 'string') {
    if (isStorable(input)) return
    refuse('input-invalid', { problem: `${path.join('.')}: U+0000 / U+D800–DFFF` })
  }
  if (Array.isArray(input)) {
    for (const [index, value] of input.entries()) refuseUnstorable(value, [...path, String(index)])
  } else if (typeof input === 'object' && input !== null && !(input instanceof Blob)) {
    for (const [key, value] of Object.entries(input)) {
      refuseUnstorable(key, path)
      refuseUnstorable(value, [...path, key])
    }
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
