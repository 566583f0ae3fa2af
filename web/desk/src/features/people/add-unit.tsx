import { Name, type UnitId } from '@shiji/contract/directory'
import { KIND_WORDS } from '@shiji/contract/unit-words'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '新增单位', en: 'Add a unit' },
  name: { zh: '名称', en: 'Name' },
  nameRule: { zh: '请填写单位名称，最多 100 字', en: 'Enter the name of the unit, at most 100 characters' },
  kind: { zh: '类别', en: 'Kind' },
  kindMissing: { zh: '请选择类别', en: 'Choose the kind' },
  parent: { zh: '上级单位', en: 'Unit above' },
  parentMissing: { zh: '请选择上级单位', en: 'Choose the unit above' },
  add: { zh: '新增', en: 'Add' },
  added: { zh: '{name} 已新增', en: '{name} added' },
} as const

type Kind = keyof typeof KIND_WORDS
type Fields = { readonly name: string; readonly kind: Kind; readonly parentId: UnitId }
type AddUnitProps = { readonly open: boolean; readonly onClose: () => void }

/** The district itself is founded at the first start; everything else stands below a unit. */
const ADDABLE = (Object.keys(KIND_WORDS) as Kind[]).filter((kind) => kind !== 'district')

export function AddUnit({ open, onClose }: AddUnitProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewUnit onDone={onClose} />
    </Modal>
  )
}

function NewUnit({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const message = useFeedback()
  const add = useMutation(
    queries.directory.addUnit.mutationOptions({
      onSuccess: async ({ name }) => {
        message.success(say('added', { name }))
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.directory.listUnits.key() })
      },
    }),
  )
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => add.mutate(fields)}>
      <ProblemAlert problem={add.error} />
      <Form.Item name="name" label={say('name')} rules={[bySchema(Name, say('nameRule'))]}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={say('kind')} rules={[{ required: true, message: say('kindMissing') }]}>
        <Select options={ADDABLE.map((kind) => ({ value: kind, label: sayKind(kind) }))} />
      </Form.Item>
      <Form.Item name="parentId" label={say('parent')} rules={[{ required: true, message: say('parentMissing') }]}>
        <UnitChoice />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={add.isPending}>
        {say('add')}
      </Button>
    </Form>
  )
}
