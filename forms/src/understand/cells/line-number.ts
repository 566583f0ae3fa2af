/** `指标1：` before a name: the printed form's line number, not part of what is promised. */
const NUMBERED = /^指标\s{0,3}\d{1,3}\s{0,3}[:：.、]\s{0,3}/
const UNFILLED = /^(?:[-—–―－/\\….。·]{1,8}|无)?$/

/** The name begins as a numbered line of the printed form does. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text)
}

/** The name behind the line number; '' of a line nobody filled (`指标2：`, `指标1：/`, `……`). */
export function nameOfLine(text: string): string {
  const numbered = NUMBERED.test(text)
  const name = numbered ? text.replace(NUMBERED, '').trim() : text
  return UNFILLED.test(name) && (numbered || name !== '无') ? '' : name
}
