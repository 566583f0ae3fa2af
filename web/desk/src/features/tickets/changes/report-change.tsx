import { ChangeResult } from '@shiji/kernel/change/change-life'
import { RESULT_WORDS } from '@shiji/kernel/change/change-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { instantOf } from './change-form.tsx'
import { type ChangeSeen, showChanged } from './change-view.ts'

const WORDS = {
  title: { zh: '登记结果', en: 'Report the result' },
  result: { zh: '结果', en: 'Result' },
  note: { zh: '说明', en: 'Note' },
  began: { zh: '实际开始', en: 'Really began' },
  ended: { zh: '实际结束', en: 'Really ended' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Fields = {
  readonly result: ChangeResult
  readonly note: string
  readonly began?: string
  readonly ended?: string
}

type ReportChangeProps = { readonly change: ChangeSeen; readonly open: boolean; readonly onClose: () => void }

/** What came of a change; nothing is chosen beforehand. */
export function ReportChange({ open, onClose, change }: ReportChangeProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <Report id={change.id} onDone={onClose} />
    </Modal>
  )
}

function Report({ id, onDone }: { readonly id: ChangeSeen['id']; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [form] = Form.useForm<Fields>()
  const isDone = (Form.useWatch('result', form) ?? 'not-carried-out') !== 'not-carried-out'
  const report = useMutation(
    queries.deskChanges.reportChange.mutationOptions({ onSuccess: (now) => showChanged(now).then(onDone) }),
  )
  const rules = [{ required: true, message: say('needed') }]
  const send = ({ result, note, began, ended }: Fields) =>
    report.mutate({
      ...{ id, result, note },
      began: began === undefined ? null : instantOf(began),
      ended: ended === undefined ? null : instantOf(ended),
    })
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={report.error} />
      <Form.Item name="result" label={say('result')} rules={rules}>
        <Radio.Group
          className="ticket-choices"
          options={ChangeResult.options.map((value) => ({ value, label: sayIn(RESULT_WORDS[value], language) }))}
        />
      </Form.Item>
      {isDone ? (
        <div className="change-window">
          <Form.Item name="began" label={say('began')} rules={rules}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="ended" label={say('ended')} rules={rules}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
      ) : null}
      <Form.Item name="note" label={say('note')} rules={rules}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={report.isPending}>
        {say('title')}
      </Button>
    </Form>
  )
}
