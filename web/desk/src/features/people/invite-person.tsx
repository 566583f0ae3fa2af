import { Name, type UnitId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { OneTimeLink } from './one-time-link.tsx'

const WORDS = {
  title: { zh: '邀请人员', en: 'Invite a person' },
  name: { zh: '姓名', en: 'Name' },
  nameRule: { zh: '请填写姓名，最多 100 字', en: 'Enter the name, at most 100 characters' },
  unit: { zh: '单位', en: 'Unit' },
  unitMissing: { zh: '请选择单位', en: 'Choose the unit' },
  invite: { zh: '生成邀请链接', en: 'Make the link' },
} as const

type Fields = { readonly name: string; readonly unitId: UnitId }
type InvitePersonProps = { readonly open: boolean; readonly onClose: () => void }

/** A person and their unit; the answer is a link that works once, to be handed over by whatever way the office uses. */
export function InvitePerson({ open, onClose }: InvitePersonProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <Invitation onDone={onClose} />
    </Modal>
  )
}

function Invitation({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const invite = useMutation(
    queries.directory.invitePerson.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() }),
    }),
  )
  if (invite.isSuccess) return <OneTimeLink name={invite.variables.name} code={invite.data.code} onDone={onDone} />
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => invite.mutate(fields)}>
      <ProblemAlert problem={invite.error} />
      <Form.Item name="name" label={say('name')} rules={[bySchema(Name, say('nameRule'))]}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={say('unit')} rules={[{ required: true, message: say('unitMissing') }]}>
        <UnitChoice />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={invite.isPending}>
        {say('invite')}
      </Button>
    </Form>
  )
}
