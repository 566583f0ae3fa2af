import { PauseReason } from '@shiji/kernel/clock/clock-event'
import { PAUSE_WORDS } from '@shiji/kernel/clock/clock-words'
import { Layer, Scope, Severity } from '@shiji/kernel/severity/ticket-class'
import { MANNER_WORDS } from '@shiji/kernel/ticket/say-entry'
import { Manner, TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { LAYER_WORDS, SCOPE_WORDS, SEVERITY_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn, type Wording } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { ColleagueField } from './colleague-field.tsx'
import { ProjectField } from './lines/project-field.tsx'
import { MergeField } from './merge-field.tsx'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  manner: { zh: '怎么解决的', en: 'How it was settled' },
  done: { zh: '做了什么', en: 'What was done' },
  cause: { zh: '原因', en: 'Cause' },
  reason: { zh: '事由', en: 'Reason' },
  note: { zh: '说明', en: 'Note' },
  to: { zh: '转派给', en: 'Reassign to' },
  project: { zh: '归入哪个项目', en: 'Which project it counts for' },
  into: { zh: '并入哪张工单', en: 'Into which ticket' },
  severity: { zh: '等级', en: 'Severity' },
  scope: { zh: '影响范围', en: 'Scope' },
  layer: { zh: '层级', en: 'Layer' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type DeedFormProps = {
  readonly ticket: TicketSeen
  readonly kind: TicketSeen['deeds'][number]
  readonly name: string
  readonly problem: ProblemError | null
  readonly isPending: boolean
  readonly onSend: (deed: TicketDeed) => void
}

/** Deeds whose words may be left out. */
const WITHOUT_WORDS = ['close', 'reassign', 'merge', 'restore', 'resume']

/** What a deed needs to be told, and the button that does it. */
export function DeedForm({ ticket, kind, name, problem, isPending, onSend }: DeedFormProps) {
  const say = useWords(WORDS)
  const { severity, scope, layer } = ticket
  const needed = [{ required: true, message: say('needed') }]
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={kind === 'classify' ? { severity, scope, layer } : {}}
      onFinish={(fields: object) => onSend(TicketDeed.parse({ kind, ...withoutGaps(fields) }))}
    >
      <ProblemAlert problem={problem} />
      <Choices ticket={ticket} kind={kind} />
      <Form.Item
        name="note"
        label={say(kind === 'resolve' ? 'done' : 'note')}
        rules={WITHOUT_WORDS.includes(kind) ? [] : needed}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {name}
      </Button>
    </Form>
  )
}

function withoutGaps(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? (key === 'layer' ? null : '')]))
}

function Choices({ ticket, kind }: Pick<DeedFormProps, 'ticket' | 'kind'>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const needed = [{ required: true, message: say('needed') }]
  const worded = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, Wording>>) =>
    keys.map((value) => ({ value, label: sayIn(words[value], language) }))
  if (kind === 'resolve')
    return (
      <Form.Item name="manner" label={say('manner')} rules={needed}>
        <Radio.Group options={worded(Manner.options, MANNER_WORDS)} />
      </Form.Item>
    )
  if (kind === 'close')
    return (
      <Form.Item name="cause" label={say('cause')} rules={needed}>
        <Radio.Group
          className="ticket-choices"
          options={(setting.data?.causes ?? []).map((cause) => ({ value: cause.key, label: cause.name }))}
        />
      </Form.Item>
    )
  if (kind === 'pause')
    return (
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Radio.Group className="ticket-choices" options={worded(PauseReason.options, PAUSE_WORDS)} />
      </Form.Item>
    )
  if (kind === 'reassign')
    return (
      <Form.Item name="to" label={say('to')} rules={needed}>
        <ColleagueField />
      </Form.Item>
    )
  if (kind === 'project')
    return (
      <Form.Item name="to" label={say('project')} rules={needed}>
        <ProjectField />
      </Form.Item>
    )
  if (kind === 'merge')
    return (
      <Form.Item name="into" label={say('into')} rules={needed}>
        <MergeField without={ticket.id} />
      </Form.Item>
    )
  if (kind !== 'classify') return null
  return (
    <>
      <Form.Item name="severity" label={say('severity')} rules={needed}>
        <Select options={worded(Severity.options, SEVERITY_WORDS)} />
      </Form.Item>
      <Form.Item name="scope" label={say('scope')} rules={needed}>
        <Select options={worded(Scope.options, SCOPE_WORDS)} />
      </Form.Item>
      <Form.Item name="layer" label={say('layer')}>
        <Select allowClear options={worded(Layer.options, LAYER_WORDS)} />
      </Form.Item>
    </>
  )
}
