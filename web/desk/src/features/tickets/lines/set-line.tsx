import type { UnitId } from '@shiji/contract/directory'
import type { ProjectId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { ProjectField } from './project-field.tsx'

const WORDS = {
  title: { zh: '设服务线', en: 'Set a service line' },
  unit: { zh: '单位（含下级）', en: 'Unit, with all below it' },
  service: { zh: '服务', en: 'Service' },
  all: { zh: '全部服务', en: 'All services' },
  project: { zh: '计入项目', en: 'Counts for the project' },
  none: { zh: '不计入任何项目', en: 'for no project' },
  from: { zh: '从哪一天起', en: 'From which day on' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '设定', en: 'Set it' },
  moved: { zh: '已设定，{count} 张已有工单随之归入。', en: 'Set; {count} tickets went along.' },
} as const

type Fields = {
  readonly unitId: UnitId
  readonly service: string
  readonly projectId?: ProjectId
  readonly startsOn: string
}
type SetLineProps = { readonly open: boolean; readonly onClose: () => void }

export function SetLine({ open, onClose }: SetLineProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewLine onDone={onClose} />
    </Modal>
  )
}

const ALL = '*'

function NewLine({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const needed = [{ required: true, message: say('needed') }]
  const set = useMutation(
    queries.deskLines.setLine.mutationOptions({
      onSuccess: async ({ tickets }) => {
        onDone()
        message.success(say('moved', { count: tickets }))
        await queryClient.invalidateQueries({ queryKey: queries.deskLines.key() })
      },
    }),
  )
  const services = (setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ service: ALL }}
      onFinish={({ unitId, service, projectId = null, startsOn }) =>
        set.mutate({ unitId, service: service === ALL ? null : service, projectId, startsOn })
      }
    >
      <ProblemAlert problem={set.error} />
      <Form.Item name="unitId" label={say('unit')} rules={needed} valuePropName="chosen" trigger="onChoose">
        <UnitPicker chosen={null} onChoose={() => undefined} />
      </Form.Item>
      <Form.Item name="service" label={say('service')}>
        <Select options={[{ value: ALL, label: say('all') }, ...services]} />
      </Form.Item>
      <Form.Item name="projectId" label={say('project')}>
        <ProjectField placeholder={say('none')} />
      </Form.Item>
      <Form.Item name="startsOn" label={say('from')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={set.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
