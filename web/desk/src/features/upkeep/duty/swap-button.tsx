import type { PersonId } from '@shiji/contract/directory'
import type { PlanId } from '@shiji/contract/upkeep'
import type { SwapId, TurnId } from '@shiji/contract/upkeep-duty'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { hoursOf, type ShiftSeen } from './duty-words.ts'
import { refreshUpkeep } from './shift-acts.tsx'

const WORDS = {
  swap: { zh: '换班', en: 'Swap' },
  who: { zh: '请谁代', en: 'Whom to ask' },
  back: { zh: '还哪一班（可不选）', en: 'Which shift in return (optional)' },
  why: { zh: '为什么', en: 'Why' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  ask: { zh: '发给对方，同意后才换', en: 'Ask; the roster changes when they agree' },
} as const

type Fields = { readonly personId: string; readonly back?: string; readonly why: string }
type SwapProps = { readonly shift: ShiftSeen; readonly turnId: string }

export function SwapButton({ shift, turnId }: SwapProps) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('swap')}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={say('swap')} footer={null} width={480} destroyOnHidden>
        <SwapForm {...{ shift, turnId }} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function SwapForm({ shift, turnId, onDone }: SwapProps & { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<Fields>()
  const personId = Form.useWatch('personId', form)
  const { people, backs } = useChoices(shift, personId)
  const ask = useMutation(
    queries.upkeepDuty.askSwap.mutationOptions({
      onSuccess: async () => {
        onDone()
        await refreshUpkeep()
      },
    }),
  )
  const send = ({ back, why, personId: chosen }: Fields) =>
    ask.mutate({
      id: crypto.randomUUID() as SwapId,
      turnId: turnId as TurnId,
      personId: chosen as PersonId,
      backTurnId: back === undefined ? null : (back as TurnId),
      why,
    })
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={ask.error} />
      <Form.Item name="personId" label={say('who')} rules={[{ required: true, message: say('needed') }]}>
        <Select options={people} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="back" label={say('back')}>
        <Select options={backs} allowClear />
      </Form.Item>
      <Form.Item name="why" label={say('why')} rules={[{ required: true, min: 2, message: say('needed') }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={ask.isPending}>
        {say('ask')}
      </Button>
    </Form>
  )
}

/** Colleagues, and the shifts of the one chosen in the same month that have not begun. */
function useChoices({ planId, day }: ShiftSeen, personId: string | undefined) {
  const aside = useAside()
  const me = useMe().person.id
  const id = planId as PlanId
  const people = useQuery(queries.upkeepDuty.listDutyPeople.queryOptions({ input: { id } }))
  const roster = useQuery(queries.upkeepDuty.readRoster.queryOptions({ input: { id, month: day.slice(0, 7) } }))
  const options = (people.data ?? []).filter((one) => one.id !== me)
  const shifts = (roster.data?.shifts ?? []).filter(({ phase, state }) => phase === 'ahead' && state === 'planned')
  return {
    people: options.map((one) => ({ value: one.id as string, label: aside(one.name, one.unit) })),
    backs: shifts.flatMap((shift) =>
      shift.turns
        .filter(({ person }) => person.id === personId)
        .map((turn) => ({ value: turn.id as string, label: `${shift.day} ${hoursOf(shift)}` })),
    ),
  }
}
