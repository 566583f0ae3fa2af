import type { Hashing } from './hashing.ts'
import { leafText } from './merkle.ts'

/**
 * One line of a seal: what must stay readable, and fields that may be masked afterwards. Each field is salted and
 * hashed by itself and the line is hashed over these hashes, so a masked line has the hash of the open one, and nobody
 * can guess a name from its hash.
 */
export type SealedLine = {
  readonly facts: Readonly<Record<string, unknown>>
  /** `[salt, value]` open, the hash alone masked. */
  readonly fields: Readonly<Record<string, SealedField>>
}

export type SealedField = readonly [salt: string, value: unknown] | string

export function writeLine({ facts, fields }: SealedLine): string {
  return JSON.stringify({ facts, fields })
}

/** null for a line that is not written as `writeLine` writes it. */
export function readLine(text: string): SealedLine | null {
  const value = parseJson(text)
  if (!isRecord(value) || !isRecord(value.facts) || !isRecord(value.fields)) return null
  const { facts, fields } = value
  if (!Object.values(fields).every(isField)) return null
  const line = { facts, fields: fields as SealedLine['fields'] }
  return writeLine(line) === text ? line : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isField(field: unknown): field is SealedField {
  if (typeof field === 'string') return /^[0-9a-f]{64}$/.test(field)
  return Array.isArray(field) && field.length === 2 && typeof field[0] === 'string'
}

function fieldText([salt, value]: readonly [string, unknown]): string {
  return `field\n${salt}\n${JSON.stringify(value)}`
}

/** The hash of each line; null stands for one that could not be read and has none. */
export function* hashLines(lines: readonly (SealedLine | null)[]): Hashing<(string | null)[]> {
  const masked = yield* maskLines(lines)
  const hashes: readonly string[] = yield masked.flatMap((line) => (line === null ? [] : [leafText(writeLine(line))]))
  let at = -1
  return masked.map((line) => {
    if (line === null) return null
    at += 1
    return hashes[at] ?? null
  })
}

/** The same lines with nothing but the hashes of their fields. */
export function* maskLines(lines: readonly (SealedLine | null)[]): Hashing<(SealedLine | null)[]> {
  const open = lines.flatMap((line) => Object.values(line?.fields ?? {}).filter((field) => typeof field !== 'string'))
  const hashes: readonly string[] = yield open.map(fieldText)
  let at = -1
  return lines.map((line) => {
    if (line === null) return null
    const fields = Object.entries(line.fields).map(([name, field]) => {
      if (typeof field === 'string') return [name, field]
      at += 1
      return [name, hashes[at] ?? '']
    })
    return { facts: line.facts, fields: Object.fromEntries(fields) }
  })
}
