import { PersonId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ColleaguePicker } from '#desk/flow/colleague-picker.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  deputy: { zh: '代理人', en: 'Deputy' },
  deputyRule: { zh: '请选择代理人', en: 'Choose the deputy' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到（含当天）', en: 'Until the end of' },
  dayRule: { zh: '请选择日期', en: 'Choose a day' },
  flows: { zh: '范围', en: 'Scope' },
  flowsHint: { zh: '不选表示全部流程', en: 'None chosen means all flows' },
  reason: { zh: '原因', en: 'Reason' },
  save: { zh: '设定代理人', en: 'Set the deputy' },
} as const

type SetDeputyProps = {
  readonly flows: readonly { readonly key: string; readonly name: string }[]
  readonly onDone: () => void
}
type Fields = {
  readonly deputy?: readonly string[]
  readonly from: string
  readonly until: string
  readonly flows?: string[]
  readonly reason?: string
}

/** Whole days, as leave is written. */
export function SetDeputy({ flows, onDone }: SetDeputyProps) {
  const say = useWords(WORDS)
  const set = useMutation(
    queries.flowDeputies.setDeputy.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.flowDeputies.key() })
        onDone()
      },
    }),
  )
  const send = ({ deputy, from, until, flows: chosen = [], reason = '' }: Fields) =>
    set.mutate({
      deputy: PersonId.parse(deputy?.[0]),
      beginsAt: new Date(`${from}T00:00:00`).toISOString(),
      endsAt: new Date(`${until}T23:59:59`).toISOString(),
      flows: chosen,
      reason,
    })
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={set.error} />
      <Form.Item name="deputy" label={say('deputy')} rules={[{ required: true, message: say('deputyRule') }]}>
        <DeputyField />
      </Form.Item>
      <div className="inbox-pair">
        <Form.Item name="from" label={say('from')} rules={[{ required: true, message: say('dayRule') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={say('until')} rules={[{ required: true, message: say('dayRule') }]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="flows" label={say('flows')} extra={say('flowsHint')}>
        <Select mode="multiple" options={flows.map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={set.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

type DeputyFieldProps = { readonly value?: readonly string[]; readonly onChange?: (people: readonly string[]) => void }

function DeputyField({ value = [], onChange = () => undefined }: DeputyFieldProps) {
  return <ColleaguePicker several={false} chosen={value} onChoose={onChange} />
}
