import { Button, Form, Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  missing: { zh: '请写明理由', en: 'Say why' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

type BecauseProps = {
  readonly label: string
  readonly verb: string
  readonly isPending: boolean
  readonly send: (because: string) => void
  readonly cancel: () => void
}

/** Nothing is taken back or left out without a reason. */
export function BecauseForm({ label, verb, isPending, send, cancel }: BecauseProps) {
  const say = useWords(WORDS)
  return (
    <Form<{ because: string }> layout="vertical" requiredMark={false} onFinish={({ because }) => send(because)}>
      <Form.Item name="because" label={label} rules={[{ required: true, whitespace: true, message: say('missing') }]}>
        <Input maxLength={500} autoFocus />
      </Form.Item>
      <Button size="small" type="primary" htmlType="submit" loading={isPending}>
        {verb}
      </Button>{' '}
      <Button size="small" onClick={cancel}>
        {say('cancel')}
      </Button>
    </Form>
  )
}
