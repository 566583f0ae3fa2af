import { Audience } from '@shiji/contract/desk-surveys'
import type { UnitId } from '@shiji/contract/directory'
import type { ProjectId } from '@shiji/contract/performance'
import { AUDIENCE_WORDS } from '@shiji/contract/survey-words'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { ProjectField } from '../lines/project-field.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import type { Opened } from './open-survey.tsx'

const WORDS = {
  name: { zh: '调查名称', en: 'Name of the survey' },
  audience: { zh: '调查对象', en: 'Who is asked' },
  project: { zh: '计入项目（可不填）', en: 'Counts for the project (may be left out)' },
  unit: { zh: '名单：这个单位及下级的人员', en: 'List: the people of this unit and below' },
  others: {
    zh: '名单：没有账号的人，每行“姓名 单位”',
    en: 'List: people without an account, a line each: name office',
  },
  size: { zh: '抽多少人', en: 'How many are drawn' },
  minimum: { zh: '最小样本', en: 'Minimum of answers' },
  judged: { zh: '评到哪一天的服务', en: 'Judges the service until' },
  closes: { zh: '截止日', en: 'Last day' },
  fixed: {
    zh: '截止前不显示结果，也不能提前结束或延长。',
    en: 'No result is shown before the last day, which can be neither moved up nor put off.',
  },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '抽样并生成链接', en: 'Draw and make the links' },
} as const

type Fields = {
  readonly title: string
  readonly audience: z.infer<typeof Audience>
  readonly projectId?: ProjectId
  readonly unitId?: UnitId | null
  readonly others?: string
  readonly sampleSize: number
  readonly minimum: number
  readonly judgedOn: string
  readonly closesOn: string
}

export function SurveyFields({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const say = useWords(WORDS)
  const sayAudience = useWords(AUDIENCE_WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const open = useMutation(
    queries.deskSurveys.openSurvey.mutationOptions({
      onSuccess: async (opened) => {
        onOpened(opened)
        await queryClient.invalidateQueries({ queryKey: queries.deskSurveys.key() })
      },
    }),
  )
  const send = ({ others = '', projectId, unitId, ...fields }: Fields) => {
    const lines = others.split('\n').map((line) => line.trim())
    open.mutate({
      ...fields,
      projectId: projectId ?? null,
      unitId: unitId ?? null,
      others: lines.filter((line) => line !== ''),
    })
  }
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={open.error} />
      <Form.Item name="title" label={say('name')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="audience" label={say('audience')} rules={needed}>
        <Select options={Audience.options.map((value) => ({ value, label: sayAudience(value) }))} />
      </Form.Item>
      <Form.Item name="projectId" label={say('project')}>
        <ProjectField />
      </Form.Item>
      <Form.Item name="unitId" label={say('unit')} valuePropName="chosen" trigger="onChoose">
        <UnitPicker chosen={null} onChoose={() => undefined} />
      </Form.Item>
      <Form.Item name="others" label={say('others')}>
        <Input.TextArea rows={4} />
      </Form.Item>
      <div className="survey-pair">
        <Form.Item name="sampleSize" label={say('size')} rules={needed}>
          <InputNumber min={5} max={5000} precision={0} />
        </Form.Item>
        <Form.Item name="minimum" label={say('minimum')} rules={needed}>
          <InputNumber min={5} max={5000} precision={0} />
        </Form.Item>
        <Form.Item name="judgedOn" label={say('judged')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="closesOn" label={say('closes')} rules={needed}>
          <Input type="date" />
        </Form.Item>
      </div>
      <p className="small">{say('fixed')}</p>
      <Button type="primary" htmlType="submit" block loading={open.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
