import { NewEntry } from '@shiji/contract/library'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { LibraryReply } from './insert-entry.ts'

const WORDS = {
  title: { zh: '新增指标', en: 'Add an indicator' },
  level3: { zh: '指标名称', en: 'Name' },
  nameRule: { zh: '请填写 2—100 字的名称', en: 'Enter a name of 2 to 100 characters' },
  branch: { zh: '所在分支', en: 'Branch' },
  services: { zh: '服务类别', en: 'Kinds of service' },
  direction: { zh: '怎样算好', en: 'What is good' },
  higher: { zh: '越高越好', en: 'More is better' },
  lower: { zh: '越低越好', en: 'Less is better' },
  words: { zh: '达到某种状态', en: 'A state in words' },
  unit: { zh: '单位（状态类不填）', en: 'Unit (none for a state)' },
  target: { zh: '常用目标', en: 'Usual target' },
  remark: { zh: '怎样计量', en: 'How it is measured' },
  missing: { zh: '请填写', en: 'Please fill in' },
  add: { zh: '新增', en: 'Add' },
  added: { zh: '“{name}”已进入指标库', en: '"{name}" is in the library' },
} as const

/** The branches of the national indicator tree; a sheet finds its own names for them. */
const BRANCHES = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '经济效益'],
  ['效益指标', '社会效益'],
  ['效益指标', '环境效益'],
  ['效益指标', '可持续效益'],
  ['满意度指标', '服务对象满意度'],
] as const

type Fields = {
  readonly level3: string
  readonly branch: number
  readonly services: string[]
  readonly direction: 'higher' | 'lower' | 'words'
  readonly unit?: string
  readonly target: string
  readonly remark: string
}

type AddEntryProps = {
  readonly open: boolean
  readonly services: LibraryReply['services']
  readonly onClose: () => void
}

export function AddEntry({ open, services, onClose }: AddEntryProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={520} destroyOnHidden>
      <EntryForm {...{ services, onClose }} />
    </Modal>
  )
}

function EntryForm({ services, onClose }: Omit<AddEntryProps, 'open'>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const message = useFeedback()
  const add = useMutation(
    queries.library.addEntry.mutationOptions({
      onSuccess: async (_reply, { level3 }) => {
        message.success(say('added', { name: level3 }))
        onClose()
        await queryClient.invalidateQueries({ queryKey: queries.library.key() })
      },
    }),
  )
  const send = ({ branch, unit = '', target, ...fields }: Fields) => {
    const [level1, level2] = BRANCHES[branch] ?? BRANCHES[0]
    const isState = fields.direction === 'words' || unit.trim() === ''
    add.mutate({ ...fields, level1, level2, unit: isState ? null : unit, targets: [target] })
  }
  const required = [{ required: true, message: say('missing') }]
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ branch: 0, direction: 'higher' }}
      onFinish={send}
    >
      <ProblemAlert problem={add.error} />
      <Form.Item name="level3" label={say('level3')} rules={[bySchema(NewEntry.shape.level3, say('nameRule'))]}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="branch" label={say('branch')}>
        <Select options={BRANCHES.map((branch, value) => ({ value, label: branch.join(' · ') }))} />
      </Form.Item>
      <Form.Item name="services" label={say('services')} rules={required}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={services.map(({ key, name }) => ({ value: key, label: sayIn(name, language) }))}
        />
      </Form.Item>
      <Form.Item name="direction" label={say('direction')}>
        <Select options={NewEntry.shape.direction.options.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <Form.Item name="unit" label={say('unit')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="target" label={say('target')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="remark" label={say('remark')} rules={required}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={add.isPending}>
        {say('add')}
      </Button>
    </Form>
  )
}
