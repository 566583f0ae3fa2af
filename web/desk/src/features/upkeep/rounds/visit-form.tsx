import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { deviceTime, momentTyped } from '#desk/kit/device-time.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useAside, useWords } from '#desk/words/use-words.ts'
import type { RoundSeen } from '../occurrences/occurrence-seen.ts'

const WORDS = {
  code: { zh: '标签编号', en: 'Code on the label' },
  wrong: { zh: '与点位的标签不符', en: 'Not the label of this point' },
  at: { zh: '看的时间（不填为现在）', en: 'When it was seen (empty: now)' },
  skip: { zh: '跳过的原因（看了就不填）', en: 'Why it is skipped (empty when seen)' },
  yes: { zh: '正常', en: 'In order' },
  no: { zh: '异常', en: 'At fault' },
  limits: { zh: '应在 {least}–{most}', en: 'within {least}–{most}' },
  note: { zh: '异常的当场怎么处理的；正常可不填', en: 'What was done about a fault; empty when in order' },
  save: { zh: '记下，下一项', en: 'Record, next' },
} as const

type Point = RoundSeen['route']['points'][number]
type Check = Point['checks'][number]
type Fields = {
  readonly code?: string
  readonly at?: string
  readonly skipReason?: string
  readonly note?: string
  readonly values?: readonly string[]
}

/** One point after the other; the id of the visit is made once, so that sending again keeps it once. */
export function VisitForm({ round, point }: { readonly round: RoundSeen; readonly point: Point }) {
  const say = useWords(WORDS)
  const [id] = useState(() => crypto.randomUUID())
  const keep = useMutation(
    queries.upkeepRounds.keepVisits.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.upkeepRounds.key() })
        await queryClient.invalidateQueries({ queryKey: queries.upkeep.key() })
      },
    }),
  )
  const send = ({ code = '', at, skipReason = '', note = '', values = [] }: Fields) => {
    const readings = point.checks.map(({ name }, index) => ({ name, value: values[index] ?? '' }))
    const proof = code === '' ? 'none' : 'number'
    const { happenedAt, ...sent } = deviceTime(momentTyped(at))
    const visit = { id, pointId: point.id, happenedAt, proof, skipReason } as const
    const seen = { ...visit, readings: skipReason === '' ? readings : [], photos: [], note }
    keep.mutate({ id: round.occurrence.id as OccurrenceId, ...sent, visits: [seen] })
  }
  return (
    <Form<Fields> className="card-body upkeep-form" layout="vertical" requiredMark={false} onFinish={send}>
      <h3>
        {point.name} <span className="small">{point.place}</span>
      </h3>
      <ProblemAlert problem={keep.error} />
      <Form.Item
        name="code"
        label={say('code')}
        rules={[{ validator: (_, value) => isCode(value, point.code), message: say('wrong') }]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      {point.checks.map((check, index) => (
        <CheckField key={check.name} check={check} index={index} />
      ))}
      <Form.Item name="note" label={say('note')}>
        <Input autoComplete="off" maxLength={500} />
      </Form.Item>
      <Form.Item name="at" label={say('at')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="skipReason" label={say('skip')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={keep.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

function isCode(typed: string | undefined, code: string): Promise<void> {
  return typed === undefined || typed === '' || typed.trim() === code
    ? Promise.resolve()
    : Promise.reject(new Error(code))
}

function CheckField({ check, index }: { readonly check: Check; readonly index: number }) {
  const aside = useAside()
  const say = useWords(WORDS)
  if (check.kind === 'in-order') {
    return (
      <Form.Item name={['values', index]} label={check.name}>
        <Radio.Group
          options={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
        />
      </Form.Item>
    )
  }
  const { name, unit, least, most } = check
  return (
    <Form.Item
      name={['values', index]}
      label={aside(name, unit)}
      extra={say('limits', { least: least ?? '—', most: most ?? '—' })}
    >
      <Input inputMode="decimal" autoComplete="off" maxLength={40} />
    </Form.Item>
  )
}
