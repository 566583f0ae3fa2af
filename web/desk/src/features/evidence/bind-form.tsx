import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { ParamFields, type Params } from './param-fields.tsx'
import type { EvidenceRow } from './row-types.ts'

const WORDS = {
  measure: { zh: '由哪个口径计算', en: 'Computed by which measure' },
  hint: { zh: '选择口径', en: 'Choose a measure' },
  wholeUnit: { zh: '取全单位的记录，不限本项目', en: 'Records of the whole unit, not of this project alone' },
  reason: { zh: '为什么这样取数', en: 'Why it is computed like this' },
  reasonMissing: { zh: '请写明依据', en: 'Say why' },
  bind: { zh: '绑定', en: 'Bind' },
  release: { zh: '解除绑定', en: 'Take the binding back' },
} as const

type Values = {
  readonly measure: string
  readonly wholeUnit?: boolean
  readonly params?: Params
  readonly reason: string
}

type BindFormProps = {
  readonly formId: string
  readonly row: EvidenceRow
  readonly params: Params | null
  readonly wholeUnit: boolean
}

/** Which records prove this promise: said by a person, with a reason; every earlier answer stays. */
export function BindForm({ formId, row, params, wholeUnit }: BindFormProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const chosen = Form.useWatch('measure', form)
  const measures = useQuery(queries.evidence.listMeasures.queryOptions())
  const bind = useMutation(
    queries.evidenceRows.bindRow.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: queries.evidenceRows.key() })
        await client.invalidateQueries({ queryKey: queries.checklists.key() })
      },
    }),
  )
  const about = { id: formId, position: row.position, seen: row.binding }
  const send = ({ measure, wholeUnit: whole = false, params: given = {}, reason }: Values) =>
    bind.mutate({ ...about, measure, wholeUnit: whole, reason, params: filled(given) })
  const release = async () => {
    const { reason } = await form.validateFields(['reason'])
    bind.mutate({ ...about, measure: null, wholeUnit: false, params: {}, reason })
  }
  const initial = { measure: row.measure?.key ?? row.suggestion?.key, wholeUnit, params: params ?? {} }
  const options = (measures.data ?? []).map(({ key, name, unit }) => ({ value: key, label: aside(name, unit) }))
  const fields = measures.data?.find(({ key }) => key === chosen)?.fields ?? []
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={send} requiredMark={false}>
      <ProblemAlert problem={bind.error} />
      <Form.Item name="measure" label={say('measure')} rules={[{ required: true, message: say('hint') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('hint')}
          options={options}
          onChange={() => form.setFieldValue('params', undefined)}
        />
      </Form.Item>
      <ParamFields fields={fields} />
      <Form.Item name="wholeUnit" valuePropName="checked">
        <Checkbox>{say('wholeUnit')}</Checkbox>
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

/** What nobody chose is not sent. */
function filled(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  )
}
