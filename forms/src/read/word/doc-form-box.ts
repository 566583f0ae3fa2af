import { part } from './doc-properties.ts'

const HEAD = 6
const FORM_VERSION = 0xffffffff
const CHECK_BOX = 1
const AS_DEFAULT = 25

/** The state of a check box form field ([MS-DOC] 2.9.78 FFData); other objects give no text. */
export function readFormBox(data: DataView, at: number): string {
  const head = part(data, at, HEAD)
  if (head.byteLength < HEAD) return ''
  const field = part(data, at + head.getUint16(4, true), head.getUint32(0, true))
  if (field.byteLength < 12 || field.getUint32(0, true) !== FORM_VERSION) return ''

  const bits = field.getUint16(4, true)
  const state = (bits >> 2) & 0x1f
  if ((bits & 3) !== CHECK_BOX) return ''
  return (state === AS_DEFAULT ? defaultState(field) : state) === 1 ? '☑' : '□'
}

/** The default stands behind the field's name. */
function defaultState(field: DataView): number {
  const behindName = 10 + 2 + field.getUint16(10, true) * 2 + 2
  return behindName + 2 <= field.byteLength ? field.getUint16(behindName, true) : 0
}
