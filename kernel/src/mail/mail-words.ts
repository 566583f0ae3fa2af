/** `[2026-000123]` in a subject: the ticket it answers; null without one. */
export function ticketNumberIn(subject: string): string | null {
  return /\[(\d{4}-\d{6,})\]/u.exec(subject)?.[1] ?? null
}

const ANSWERED = /^(re|aw|fw|fwd|回复|答复|转发|回覆)(\[\d+\])?\s*[:：]\s*/iu

/** A subject without `回复：`, without our own number, on one line. */
export function bareSubject(subject: string): string {
  let bare = onOneLine(subject.replace(/\[\d{4}-\d{6,}\]/gu, ' '))
  while (ANSWERED.test(bare)) bare = bare.replace(ANSWERED, '')
  return bare
}

/** No sign of it moves the reader's eye or the next line of a head. */
export function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Where the letter that is answered begins, as the usual programs write it. */
const QUOTED: readonly RegExp[] = [
  /^-{2,}\s*(原始邮件|原邮件|original message|forwarded message|转发的邮件)\s*-{2,}/iu,
  /^(发件人|寄件者|from)\s*[:：].+[@＠]/iu,
  /^在.{4,80}(写道|寫道)\s*[:：]\s*$/u,
  /^on .{4,120} wrote:\s*$/iu,
  /^于.{4,80}(写道|寫道)\s*[:：]\s*$/u,
]

/** What the sender wrote anew: without the letter it answers. A letter of nothing else is kept whole. */
export function newWords(text: string): string {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const end = lines.findIndex((line) => QUOTED.some((sign) => sign.test(line.trim())))
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.trimStart().startsWith('>'))
  const kept = own.join('\n').trim()
  return kept === '' ? text.trim() : kept
}
