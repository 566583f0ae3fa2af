/** XML 1.0 §2.2: what no escape can carry into a file; one such character makes Word and Excel call the file damaged. */
const FORBIDDEN = /[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu

const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** The text as an office file can keep it: one kind of line end, no character that XML forbids, no half of a pair. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(LINE_END, '\n').replaceAll(FORBIDDEN, '')
}
