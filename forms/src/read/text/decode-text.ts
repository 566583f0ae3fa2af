const META_CHARSET = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i
const XML_ENCODING = /^<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w-]{1,40})/i
const DECLARATION_BYTES = 4_096

/**
 * UTF-8 where the bytes are valid UTF-8, else what a byte order mark, `said` or a declaration says, else GB 18030 (GBK
 * within).
 */
export function decodeText(bytes: Uint8Array, said?: string): string {
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decoderFor(said ?? declaredEncoding(bytes) ?? 'gb18030').decode(bytes)
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1')
  return META_CHARSET.exec(start)?.[1] ?? XML_ENCODING.exec(start)?.[1] ?? null
}

/** A page that says UTF-8 and is not, or names an encoding nobody knows, was in practice written in GBK. */
function decoderFor(encoding: string): TextDecoder {
  try {
    const decoder = new TextDecoder(encoding)
    return decoder.encoding === 'utf-8' ? new TextDecoder('gb18030') : decoder
  } catch {
    return new TextDecoder('gb18030')
  }
}
