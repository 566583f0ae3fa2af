import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { decodeText } from '../text/decode-text.ts'
import { readHtml } from './html-document.ts'

const MOST_PARTS = 1_000

/** A web page with its pictures in one file (.mht), which Word and portals also save as .doc: its first page is read. */
export async function readMht({ bytes, limits }: ReadTask): Promise<RawDocument> {
  const whole = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(whole.head)?.[1]
  const parts = boundary === undefined ? [whole] : whole.body.split(`--${boundary}`).slice(0, MOST_PARTS).map(partOf)
  const page = parts.find(({ head }) => /^content-type:\s*text\/html/im.test(head))
  if (page === undefined) return refuseReading('damaged', { part: 'MHT' })
  const html = decodeText(contentOf(page), /charset="?([\w-]{1,40})/i.exec(page.head)?.[1])
  return { ...readHtml(html, { limits, budget: new CellBudget(limits) }), format: 'mht' }
}

type MimePart = { readonly head: string; readonly body: string }

/** Header lines, an empty line, the body; a line of the header that begins with a blank goes on with the one before. */
function partOf(text: string): MimePart {
  const start = text.replace(/^\r?\n/, '')
  const end = /\r?\n\r?\n/.exec(start)
  if (end === null) return { head: start, body: '' }
  return { head: start.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' '), body: start.slice(end.index + end[0].length) }
}

function contentOf({ head, body }: MimePart): Uint8Array {
  const [, encoding = ''] = /^content-transfer-encoding:\s*([\w-]{1,40})/im.exec(head) ?? []
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  return Buffer.from(/quoted-printable/i.test(encoding) ? unquoted(body) : body, 'latin1')
}

/** `=E4=B8=AD`, and `=` at the end of a line that goes on. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
