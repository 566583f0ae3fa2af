import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import './edit.css'

const MOST_LINES = 16
const CHARACTERS_A_LINE = 48

/** A field as high as its text. The library's own way writes inline styles, which the server's policy refuses. */
export function LongText(props: TextAreaProps & { readonly value: string; readonly fewest?: number }) {
  const { fewest = 2, ...shared } = props
  const lines = shared.value.split('\n').map((line) => Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)))
  const rows = lines.reduce((sum, count) => sum + count, 0)
  return <Input.TextArea {...shared} className="long-text" rows={Math.min(MOST_LINES, Math.max(fewest, rows))} />
}
