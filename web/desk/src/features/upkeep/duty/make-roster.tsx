import type { PersonId } from '@shiji/contract/directory'
import type { PlanId } from '@shiji/contract/upkeep'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useAside, useWords } from '#desk/words/use-words.ts'
import type { RosterSeen } from './duty-words.ts'
import { refreshUpkeep } from './shift-acts.tsx'

const WORDS = {
  make: { zh: '排班', en: 'Make the roster' },
  from: { zh: '从哪天起（之前的不动）', en: 'From which day (before it nothing changes)' },
  turns: { zh: '怎么轮', en: 'How turns are taken' },
  shift: { zh: '一班换一人', en: 'the next shift, the next person' },
  week: { zh: '一周换一人', en: 'a week each' },
  people: { zh: '按这个顺序轮', en: 'In this order' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '排到计划最远的一天', en: 'Lay out as far as the plan goes' },
} as const

type Fields = { readonly from: string; readonly turns: 'shift' | 'week'; readonly people: readonly PersonId[] }
type MakeProps = { readonly id: PlanId; readonly today: string; readonly rotation: RosterSeen['rotation'] }

export function MakeRoster({ id, today, rotation }: MakeProps) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('make')}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={say('make')} footer={null} width={520} destroyOnHidden>
        <RosterForm {...{ id, today, rotation }} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function RosterForm({ id, today, rotation, onDone }: MakeProps & { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const make = useMutation(
    queries.upkeepDuty.setRotation.mutationOptions({
      onSuccess: async () => {
        onDone()
        await refreshUpkeep()
      },
    }),
  )
  const send = ({ from, turns, people }: Fields) => make.mutate({ id, from, turns, people: [...people] })
  const first = { from: today, turns: rotation?.turns ?? 'shift', people: rotation?.people.map((one) => one.id) ?? [] }
  const needed = [{ required: true, message: say('needed') }]
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send} initialValues={first}>
      <ProblemAlert problem={make.error} />
      <Form.Item name="people" label={say('people')} rules={needed}>
        <PeopleField planId={id} />
      </Form.Item>
      <Form.Item name="turns" label={say('turns')} rules={needed}>
        <Select
          options={[
            { value: 'shift', label: say('shift') },
            { value: 'week', label: say('week') },
          ]}
        />
      </Form.Item>
      <Form.Item name="from" label={say('from')} rules={needed}>
        <Input type="date" min={today} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={make.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

type PeopleProps = {
  readonly planId: PlanId
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
}

/** Who may be on the roster, chosen in the order they take turns. */
export function PeopleField({ planId, id, value, onChange }: PeopleProps) {
  const aside = useAside()
  const people = useQuery(queries.upkeepDuty.listDutyPeople.queryOptions({ input: { id: planId } }))
  const options = (people.data ?? []).map((one) => ({ value: one.id as string, label: aside(one.name, one.unit) }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      mode="multiple"
      loading={people.isPending}
      options={options}
      optionFilterProp="label"
      onChange={(chosen: string[]) => onChange?.(chosen)}
    />
  )
}
