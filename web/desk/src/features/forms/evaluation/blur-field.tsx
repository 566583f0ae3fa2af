import { Input } from 'antd'
import { useState } from 'react'

type BlurFieldProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly isLong?: boolean
  readonly most?: number
  readonly onWrite: (now: string) => void
}

/** A cell that is saved when a person leaves it; what the server says afterwards stands in its place. */
export function BlurField(props: BlurFieldProps) {
  return <Field key={props.value} {...props} />
}

function Field({ id, label, value, isLong = false, most = 2000, onWrite }: BlurFieldProps) {
  const [text, setText] = useState(value)
  const shared = {
    id,
    value: text,
    maxLength: most,
    'aria-label': label,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
    onBlur: () => {
      if (text.trim() !== value.trim()) onWrite(text.trim())
    },
  }
  return isLong ? <Input.TextArea {...shared} rows={2} /> : <Input {...shared} />
}
