import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  all: { zh: '全部', en: 'All' },
  missing: { zh: '请选择或填写', en: 'Choose or fill in' },
} as const

export type Params = Readonly<Record<string, unknown>>
type Field = Awaited<ReturnType<typeof api.evidence.listMeasures>>[number]['fields'][number]

/** The params of a measure, each with the field its own schema asks for. */
export function ParamFields({ fields }: { readonly fields: readonly Field[] }) {
  const say = useWords(WORDS)
  return fields.map(({ key, name, required, kind, choices }) => (
    <Form.Item
      key={key}
      name={['params', key]}
      {...(kind === 'flag' ? { valuePropName: 'checked' } : { label: name })}
      rules={required ? [{ required, message: say('missing') }] : []}
    >
      {inputOf({ kind, name, choices, placeholder: required ? say('missing') : say('all') })}
    </Form.Item>
  ))
}

type Asked = Pick<Field, 'kind' | 'name' | 'choices'> & { readonly placeholder: string }

function inputOf({ kind, name, choices, placeholder }: Asked): ReactNode {
  switch (kind) {
    case 'choice': {
      const options = choices.map(({ value, name: label }) => ({ value, label }))
      return <Select allowClear showSearch={{ optionFilterProp: 'label' }} {...{ options, placeholder }} />
    }
    case 'number':
      return <InputNumber />
    case 'flag':
      return <Checkbox>{name}</Checkbox>
    case 'text':
      return <Input maxLength={100} placeholder={placeholder} />
  }
}
