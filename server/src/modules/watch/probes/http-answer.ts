/** An answer of HTTP/1 (RFC 9112), read as far as it has come. */

export type Head = {
  readonly status: number
  /** By lower-case name; what was said twice stands twice. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** Where the body begins. */
  readonly bodyAt: number
}

type Body = { readonly bytes: Buffer; readonly isWhole: boolean }

const LONGEST_HEAD = 65_536
/** Old devices end their lines with a line feed alone, and people's browsers read them. */
const HEAD_END = /\r?\n\r?\n/g
const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})(?: |$)/
const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/
const SIZE_LINE = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/
/** Room for the size of a piece and what may be said beside it. */
const LONGEST_SIZE_LINE = 256
const [INTERIM, NO_CONTENT, NOT_MODIFIED, SWITCHED] = [200, 204, 304, 101]

/** Null while the head is not whole, `unreadable` for what is no answer of HTTP. Interim answers are passed over. */
export function readHead(bytes: Buffer): Head | 'unreadable' | null {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, LONGEST_HEAD))
  for (let from = 0; ; ) {
    HEAD_END.lastIndex = from
    const end = HEAD_END.exec(text)
    if (end === null) return couldBecomeHead(text.slice(from)) ? null : 'unreadable'
    const head = headOf(text.slice(from, end.index), HEAD_END.lastIndex)
    if (head === 'unreadable' || head.status >= INTERIM || head.status === SWITCHED) return head
    from = HEAD_END.lastIndex
  }
}

function couldBecomeHead(text: string): boolean {
  return text.length < LONGEST_HEAD && 'HTTP/1.'.startsWith(text.slice(0, 'HTTP/1.'.length))
}

function headOf(text: string, bodyAt: number): Head | 'unreadable' {
  const [first = '', ...lines] = text.split(/\r?\n/)
  const status = STATUS_LINE.exec(first)
  if (status === null) return 'unreadable'
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const field = FIELD.exec(line)
    if (field === null) return 'unreadable'
    const [, name = '', value = ''] = field
    const key = name.toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), value])
  }
  return { status: Number(status[1]), headers, bodyAt }
}

/** What has come of the body; null where its pieces are unreadable. One without a length ends with the line. */
export function readBody(bytes: Buffer, { status, headers, bodyAt }: Head, method: string): Body | null {
  if (method === 'HEAD' || status === NO_CONTENT || status === NOT_MODIFIED) {
    return { bytes: Buffer.alloc(0), isWhole: true }
  }
  const rest = bytes.subarray(bodyAt)
  const coding = headers.get('transfer-encoding')?.join().trim().toLowerCase()
  if (coding === 'chunked') return readPieces(rest)
  const length = headers.get('content-length')?.[0] ?? ''
  if (coding !== undefined || !/^\d{1,15}$/.test(length)) return { bytes: rest, isWhole: false }
  return { bytes: rest.subarray(0, Number(length)), isWhole: rest.length >= Number(length) }
}

/** Whether the body ends where the line ends, because nothing says how long it is. */
export function endsWithLine({ headers }: Head): boolean {
  return !headers.has('content-length') && !headers.has('transfer-encoding')
}

function readPieces(bytes: Buffer): Body | null {
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const line = bytes.toString('latin1', at, Math.min(bytes.length, at + LONGEST_SIZE_LINE))
    const size = SIZE_LINE.exec(line)
    if (size === null) {
      const isOpen = !line.includes('\n') && line.length < LONGEST_SIZE_LINE
      return isOpen ? { bytes: Buffer.concat(pieces), isWhole: false } : null
    }
    const [whole, digits = ''] = size
    const length = Number.parseInt(digits, 16)
    if (length === 0) return { bytes: Buffer.concat(pieces), isWhole: true }
    const from = at + whole.length
    pieces.push(bytes.subarray(from, from + length))
    const ending = bytes.toString('latin1', from + length, from + length + 2)
    if (ending !== '\r\n' && !ending.startsWith('\n')) {
      return '\r\n'.startsWith(ending) ? { bytes: Buffer.concat(pieces), isWhole: false } : null
    }
    at = from + length + (ending === '\r\n' ? 2 : 1)
  }
}

/** As the answer says it is written, or else as UTF-8; old pages here are often GBK. */
export function textOf(bytes: Buffer, { headers }: Head): string {
  const named = /charset="?([\w-]+)/i.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? 'utf-8'
  return decoderOf(named).decode(bytes)
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder()
    throw error
  }
}
