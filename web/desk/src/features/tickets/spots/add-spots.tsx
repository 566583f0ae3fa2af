import type { UnitId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { UnitPicker } from '../unit-picker.tsx'

const WORDS = {
  title: { zh: '新增报修点', en: 'Add places' },
  unit: { zh: '单位', en: 'Unit' },
  names: { zh: '房间、位置或设备，一行一个', en: 'Rooms, places or devices, one a line' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  known: { zh: '已有的名称保留原来的二维码。', en: 'A name that is there already keeps its code.' },
  add: { zh: '新增', en: 'Add' },
} as const

type Fields = { readonly unitId: UnitId; readonly names: string }
type AddSpotsProps = { readonly open: boolean; readonly onClose: () => void }

export function AddSpots({ open, onClose }: AddSpotsProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewSpots onDone={onClose} />
    </Modal>
  )
}

function NewSpots({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const add = useMutation(
    queries.deskSpots.addSpots.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.deskSpots.key() })
      },
    }),
  )
  const send = ({ unitId, names }: Fields) => {
    const lines = names.split('\n').map((line) => line.trim())
    add.mutate({ unitId, names: lines.filter((line) => line !== '') })
  }
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={add.error} />
      <Form.Item name="unitId" label={say('unit')} rules={needed} valuePropName="chosen" trigger="onChoose">
        <UnitPicker chosen={null} onChoose={() => undefined} />
      </Form.Item>
      <Form.Item name="names" label={say('names')} extra={say('known')} rules={needed}>
        <Input.TextArea rows={8} maxLength={20_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={add.isPending}>
        {say('add')}
      </Button>
    </Form>
  )
}
