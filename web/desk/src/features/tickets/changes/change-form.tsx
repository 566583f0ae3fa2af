import { ChangeRisk } from '@shiji/kernel/change/change-life'
import { RISK_WORDS } from '@shiji/kernel/change/change-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { ChangeSeen } from './change-view.ts'
import { PlacesField } from './places-field.tsx'

const WORDS = {
  what: { zh: '做什么', en: 'What is to be done' },
  why: { zh: '为什么', en: 'Why' },
  risk: { zh: '风险', en: 'Risk' },
  backOut: { zh: '不成怎样回退', en: 'How to get back if it goes wrong' },
  services: { zh: '影响哪些服务', en: 'Services it touches' },
  places: { zh: '影响哪些单位（含下属）', en: 'Units it touches (with all below)' },
  from: { zh: '窗口开始', en: 'Window from' },
  until: { zh: '窗口结束', en: 'until' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

export type ChangeFields = Pick<ChangeSeen, 'what' | 'why' | 'risk' | 'backOut'> & {
  readonly services: string[]
  readonly places: ChangeSeen['places'][number]['id'][]
  readonly from: string
  readonly until: string
}

type ChangeFormProps = {
  readonly title: string
  readonly send: string
  readonly open: boolean
  readonly onClose: () => void
  readonly was: ChangeSeen | null
  readonly problem: ProblemError | null
  readonly isPending: boolean
  readonly onSend: (plan: ChangeFields) => void
}

/** What is planned, as it goes to whoever approves it. */
export function ChangeForm({ title, open, onClose, ...form }: ChangeFormProps) {
  return (
    <Modal open={open} onCancel={onClose} title={title} footer={null} width={640} destroyOnHidden>
      <Plan {...form} />
    </Modal>
  )
}

function Plan({ send, was, problem, isPending, onSend }: Omit<ChangeFormProps, 'title' | 'open' | 'onClose'>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const rules = [{ required: true, message: say('needed') }]
  return (
    <Form<ChangeFields>
      layout="vertical"
      requiredMark={false}
      initialValues={was === null ? {} : fieldsOf(was)}
      onFinish={(fields) => onSend({ ...fields, from: instantOf(fields.from), until: instantOf(fields.until) })}
    >
      <ProblemAlert problem={problem} />
      <Form.Item name="what" label={say('what')} rules={rules}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="why" label={say('why')} rules={rules}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="risk" label={say('risk')} rules={rules}>
        <Radio.Group
          options={ChangeRisk.options.map((value) => ({ value, label: sayIn(RISK_WORDS[value], language) }))}
        />
      </Form.Item>
      <Form.Item name="backOut" label={say('backOut')} rules={rules}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="services" label={say('services')} rules={rules}>
        <Select
          mode="multiple"
          options={(setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="places" label={say('places')} rules={rules}>
        <PlacesField known={was?.places ?? []} />
      </Form.Item>
      <div className="change-window">
        <Form.Item name="from" label={say('from')} rules={rules}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={say('until')} rules={rules}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {send}
      </Button>
    </Form>
  )
}

function fieldsOf({ what, why, risk, backOut, services, places, from, until }: ChangeSeen): ChangeFields {
  const plan = {
    what,
    why,
    risk,
    backOut,
    services: services.map(({ key }) => key),
    places: places.map(({ id }) => id),
  }
  return { ...plan, from: localOf(from), until: localOf(until) }
}

/** The whole country keeps one time. */
export function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}

function localOf(instant: string): string {
  return formatMoment(instant).replace(' ', 'T')
}
