import { Parser } from 'htmlparser2'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'

export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Hands on what stands inside the first element of this local name, so that styles, headers and properties are not read. */
export function insideOf(localName: string, handler: XmlHandler): XmlHandler {
  let depth = 0
  let done = false
  return {
    open: (name, attributes) => {
      if (depth === 0 && (done || name.slice(name.indexOf(':') + 1) !== localName)) return
      depth += 1
      handler.open(name, attributes)
    },
    close: (name) => {
      if (depth === 0) return
      depth -= 1
      done = depth === 0
      handler.close(name)
    },
    text: (text) => {
      if (depth > 0) handler.text(text)
    },
  }
}

/**
 * Reads XML piece by piece. Entities beyond the five of XML stay as they stand, a DTD is refused, and an element left
 * open at the end means the part was cut off.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  source: { readonly part: string; readonly limits: ReadLimits },
  handler: XmlHandler,
): Promise<void> {
  const { part, limits } = source
  let depth = 0
  let elements = 0
  let opened = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1
        elements += 1
        opened = true
        if (depth > limits.depth) refuseReading('too-deep', { limit: limits.depth })
        handler.open(name, attributes)
      },
      onclosetag: (name, isImplied) => {
        // An empty element (`<w:tab/>`) closes right after it opened; any other closing without a tag is a cut.
        if (isImplied && !opened) refuseReading('damaged', { part })
        opened = false
        depth -= 1
        handler.close(name)
      },
      ontext: (text) => {
        opened = false
        handler.text(text)
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') refuseReading('unsafe-xml')
      },
    },
    { xmlMode: true },
  )

  let decoder: TextDecoder | null = null
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece))
    parser.write(decoder.decode(piece, { stream: true }))
  }
  parser.write(decoder?.decode() ?? '')
  if (depth > 0) refuseReading('damaged', { part })
  parser.end()
  if (elements === 0) refuseReading('damaged', { part })
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
