import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { z } from 'zod'

const OPEN_BRACE = 0x7b
const READ_OUTPUT = z.object({ forms: z.array(FormContentSchema).min(1) })

/** What `shiji form read --json` printed, or one content alone; null when the bytes are no such JSON. */
export function contentOfJson(bytes: Uint8Array): FormContent[] | null {
  const json = parseJsonObject(bytes)
  const several = READ_OUTPUT.safeParse(json)
  if (several.success) return several.data.forms
  const one = FormContentSchema.safeParse(json)
  return one.success ? [one.data] : null
}

/** null for everything that is not a JSON object. */
export function parseJsonObject(bytes: Uint8Array): unknown {
  if (bytes.find((byte) => byte > 0x20) !== OPEN_BRACE) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Not JSON after all: the document readers look at it next.
    return null
  }
}
