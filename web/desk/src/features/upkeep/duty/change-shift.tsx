import type { PersonId } from '@shiji/contract/directory'
import type { OccurrenceId, PlanId } from '@shiji/contract/upkeep'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ShiftSeen } from './duty-words.ts'
import { PeopleField } from './make-roster.tsx'
import { refreshUpkeep } from './shift-acts.tsx'

const WORDS = {
  change: { zh: '换人', en: 'Change people' },
  people: { zh: '这一班谁来', en: 'Who is on this shift' },
  why: { zh: '为什么', en: 'Why' },
  needed: { zh: '请写明原因', en: 'State the reason' },
  save: { zh: '保存', en: 'Save' },
} as const

type Fields = { readonly people: readonly PersonId[]; readonly why: string }
type ChangeProps = { readonly shift: ShiftSeen; readonly planId: PlanId }

/** Whoever makes the roster puts others on one shift, and says why. */
export function ChangeShift({ shift, planId }: ChangeProps) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  const change = useMutation(
    queries.upkeepDuty.setTurns.mutationOptions({
      onSuccess: async () => {
        setOpen(false)
        await refreshUpkeep()
      },
    }),
  )
  const send = ({ people, why }: Fields) => change.mutate({ id: shift.id as OccurrenceId, people: [...people], why })
  const first = { people: shift.turns.map(({ person }) => person.id), why: '' }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('change')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say('change')}
        footer={null}
        width={480}
        destroyOnHidden
      >
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={send} initialValues={first}>
          <ProblemAlert problem={change.error} />
          <Form.Item name="people" label={say('people')}>
            <PeopleField planId={planId} />
          </Form.Item>
          <Form.Item name="why" label={say('why')} rules={[{ required: true, min: 2, message: say('needed') }]}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
