import type { PlanId, PlanKind, RouteId } from '@shiji/contract/upkeep'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { SentForm } from '#desk/kit/sent-form.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { KIND_WORDS } from '../upkeep-words.ts'
import {
  CHOICE_WORDS,
  CHOICES,
  type Choice,
  isOwn,
  OWN_WINDOWS,
  type OwnWindows,
  readWindows,
} from './frequency-choices.ts'

const WORDS = {
  title: { zh: '新建计划', en: 'Make a plan' },
  kind: { zh: '做什么', en: 'What' },
  name: { zh: '名称', en: 'Name' },
  route: { zh: '巡检路线', en: 'Route' },
  often: { zh: '频次', en: 'How often' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到（不填则一直）', en: 'Until (empty: no end)' },
  grace: { zh: '过时后几小时内仍可补做', en: 'Hours it may still be done late' },
  people: { zh: '同时要几个人', en: 'How many at once' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  windows: { zh: '时段，一行一个，如 08:00–11:00', en: 'Hours, one window a line, such as 08:00–11:00' },
  windowsWrong: {
    zh: '请按先后写时段，如 08:00–11:00；过了零点的写到次日几点',
    en: 'Write windows one after the other, such as 08:00–11:00; an end before its start lies on the next day',
  },
  save: { zh: '排出全年', en: 'Lay out the year' },
} as const

type Fields = {
  readonly kind: PlanKind
  readonly name: string
  readonly routeId?: RouteId
  readonly often: Choice | OwnWindows
  readonly windows?: string
  readonly from: string
  readonly until?: string
  readonly graceHours: number
  readonly peopleNeeded?: number
}

export function MakePlan({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={520} destroyOnHidden>
      <NewPlan onDone={onClose} />
    </Modal>
  )
}

function NewPlan({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const me = useMe()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const make = useMutation(
    queries.upkeep.makePlan.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.upkeep.key() })
      },
    }),
  )
  const send = ({ routeId = undefined, often, windows = '', until = '', ...plan }: Fields) => {
    const frequency = isOwn(often) ? readWindows(often, windows) : CHOICES[often]
    if (frequency === null) return
    const days = { frequency, until: until === '' ? null : until }
    const given = { unitId: me.person.unitId, projectId: null, routeId: routeId ?? null, ...plan, ...days }
    make.mutate({ id: crypto.randomUUID() as PlanId, ...given })
  }
  const first = { kind: 'inspection', often: 'twice', graceHours: 3 } as const
  return (
    <SentForm<Fields> {...{ form, send }} sending={make} word={say('save')} initialValues={first}>
      <PlanFields kind={kind} />
    </SentForm>
  )
}

function PlanFields({ kind }: { readonly kind: PlanKind | undefined }) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const sayChoice = useWords(CHOICE_WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const kinds = (Object.keys(KIND_WORDS) as PlanKind[]).map((value) => ({ value, label: sayKind(value) }))
  const chosen = Form.useWatch('often', Form.useFormInstance<Fields>())
  const often = [...(Object.keys(CHOICES) as Choice[]), ...OWN_WINDOWS].map((value) => {
    return { value, label: sayChoice(value) }
  })
  return (
    <>
      <Form.Item name="kind" label={say('kind')} rules={needed}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {kind === 'inspection' ? (
        <Form.Item name="routeId" label={say('route')} rules={needed}>
          <RouteField />
        </Form.Item>
      ) : null}
      {kind === 'duty' || kind === 'presence' ? (
        <Form.Item name="peopleNeeded" label={say('people')} rules={needed} initialValue={1}>
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
      ) : null}
      <Form.Item name="often" label={say('often')} rules={needed}>
        <Select options={often} />
      </Form.Item>
      {chosen !== undefined && isOwn(chosen) ? <WindowsField own={chosen} /> : null}
      <Form.Item name="from" label={say('from')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label={say('until')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="graceHours" label={say('grace')} rules={needed}>
        <InputNumber min={0} max={2000} precision={0} />
      </Form.Item>
    </>
  )
}

function WindowsField({ own }: { readonly own: OwnWindows }) {
  const say = useWords(WORDS)
  const check = (_: unknown, text: string | undefined) =>
    readWindows(own, text ?? '') === null ? Promise.reject(new Error(say('windowsWrong'))) : Promise.resolve()
  return (
    <Form.Item name="windows" label={say('windows')} rules={[{ validator: check }]}>
      <Input.TextArea rows={3} maxLength={200} />
    </Form.Item>
  )
}

type RouteFieldProps = { readonly id?: string; readonly value?: string; readonly onChange?: (id: string) => void }

function RouteField({ id, value, onChange }: RouteFieldProps) {
  const aside = useAside()
  const routes = useQuery(queries.upkeepRounds.listRoutes.queryOptions())
  const options = (routes.data ?? []).map((route) => ({
    value: route.id,
    label: aside(route.name, route.unit.name),
  }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      options={options}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  )
}
