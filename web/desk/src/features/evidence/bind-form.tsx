import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { EvidenceRow } from './row-types.ts'

const WORDS = {
  measure: { zh: '由哪个口径计算', en: 'Computed by which measure' },
  hint: { zh: '选择口径', en: 'Choose a measure' },
  wholeUnit: { zh: '取全单位的记录，不限本项目', en: 'Records of the whole unit, not of this project alone' },
  params: { zh: '口径的参数（JSON，一般不用填）', en: 'Parameters of the measure (JSON, rarely needed)' },
  paramsBad: { zh: '不是 JSON 对象', en: 'Not a JSON object' },
  reason: { zh: '为什么这样取数', en: 'Why it is computed like this' },
  reasonMissing: { zh: '请写明依据', en: 'Say why' },
  bind: { zh: '绑定', en: 'Bind' },
  release: { zh: '解除绑定', en: 'Take the binding back' },
} as const

type Values = {
  readonly measure: string
  readonly wholeUnit?: boolean
  readonly params?: string
  readonly reason: string
}

type BindFormProps = {
  readonly formId: string
  readonly row: EvidenceRow
  readonly params: Readonly<Record<string, unknown>> | null
  readonly wholeUnit: boolean
}

/** Which records prove this promise: said by a person, with a reason; every earlier answer stays. */
export function BindForm({ formId, row, params, wholeUnit }: BindFormProps) {
  const say = useWords(WORDS)
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const measures = useQuery(queries.evidence.listMeasures.queryOptions())
  const bind = useMutation(
    queries.evidenceRows.bindRow.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: queries.evidenceRows.key() }),
    }),
  )
  const about = { id: formId, position: row.position, seen: row.binding }
  const send = ({ measure, wholeUnit: whole = false, params: text = '', reason }: Values) =>
    bind.mutate({ ...about, measure, wholeUnit: whole, reason, params: text.trim() === '' ? {} : JSON.parse(text) })
  const release = async () => {
    const { reason } = await form.validateFields(['reason'])
    bind.mutate({ ...about, measure: null, wholeUnit: false, params: {}, reason })
  }
  const initial = {
    measure: row.measure?.key ?? row.suggestion?.key,
    wholeUnit,
    params: params === null || Object.keys(params).length === 0 ? '' : JSON.stringify(params),
  }
  const options = (measures.data ?? []).map(({ key, name, unit }) => ({ value: key, label: `${name}（${unit}）` }))
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={send} requiredMark={false}>
      <ProblemAlert problem={bind.error} />
      <Form.Item name="measure" label={say('measure')} rules={[{ required: true, message: say('hint') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder={say('hint')} options={options} />
      </Form.Item>
      <Form.Item name="wholeUnit" valuePropName="checked">
        <Checkbox>{say('wholeUnit')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="params"
        label={say('params')}
        rules={[
          { validator: async (_, text: string) => isObject(text) || Promise.reject(new Error(say('paramsBad'))) },
        ]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={bind.isPending}>
        {say('bind')}
      </Button>{' '}
      {row.measure === null ? null : (
        <Button disabled={bind.isPending} onClick={() => void release().catch(() => undefined)}>
          {say('release')}
        </Button>
      )}
    </Form>
  )
}

function isObject(text = ''): boolean {
  if (text.trim() === '') return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
