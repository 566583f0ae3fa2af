/** XML 1.0 §2.2: what no escape can carry into a file; one such character makes Word and Excel call the file damaged. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** The text as an office file can keep it: one kind of line end, no character that XML forbids, no half of a pair. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(LINE_END, '\n').replaceAll(FORBIDDEN, '')
}
