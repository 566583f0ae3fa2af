import type { ApproveNode, Deadline } from '@shiji/kernel/flow/flow-definition'
import { Checkbox, InputNumber, Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedFlow } from './flow-page.tsx'
import { PeopleFields } from './people-fields.tsx'

const WORDS = {
  has: { zh: '有办理期限', en: 'With a deadline' },
  amount: { zh: '期限', en: 'Deadline' },
  unit: { zh: '期限单位', en: 'Unit of the deadline' },
  'working-hours': { zh: '工作小时', en: 'working hours' },
  'working-days': { zh: '工作日', en: 'working days' },
  whenLate: { zh: '逾期时', en: 'When late' },
  remind: { zh: '提醒', en: 'remind' },
  agree: { zh: '视为同意', en: 'agree by rule' },
  escalate: { zh: '上报', en: 'escalate' },
  to: { zh: '上报给', en: 'Escalate to' },
} as const

const USUAL: Deadline = { amount: 3, unit: 'working-days', whenLate: 'remind', to: null }

type DeadlineFieldsProps = {
  readonly deadline: ApproveNode['deadline']
  readonly people: OpenedFlow['people']
  readonly onChange: (deadline: ApproveNode['deadline']) => void
}

/** Until when a step is to be signed, by the working calendar, and what happens when it is not. */
export function DeadlineFields({ deadline, people, onChange }: DeadlineFieldsProps) {
  const say = useWords(WORDS)
  return (
    <>
      <Checkbox checked={deadline !== null} onChange={({ target }) => onChange(target.checked ? USUAL : null)}>
        {say('has')}
      </Checkbox>
      {deadline === null ? null : (
        <>
          <div className="flow-field">
            <span className="small">{say('amount')}</span>
            <span className="flow-pair">
              <InputNumber
                aria-label={say('amount')}
                min={1}
                max={999}
                precision={0}
                value={deadline.amount}
                onChange={(amount) => onChange({ ...deadline, amount: amount ?? USUAL.amount })}
              />
              <Select
                aria-label={say('unit')}
                value={deadline.unit}
                options={(['working-hours', 'working-days'] as const).map((value) => ({ value, label: say(value) }))}
                onChange={(unit) => onChange({ ...deadline, unit })}
              />
            </span>
          </div>
          <div className="flow-field">
            <span className="small">{say('whenLate')}</span>
            <Select
              aria-label={say('whenLate')}
              value={deadline.whenLate}
              options={(['remind', 'agree', 'escalate'] as const).map((value) => ({ value, label: say(value) }))}
              onChange={(whenLate) =>
                onChange({ ...deadline, whenLate, to: whenLate === 'escalate' ? deadline.to : null })
              }
            />
          </div>
          {deadline.whenLate === 'escalate' ? (
            <PeopleFields
              label={say('to')}
              rule={deadline.to ?? { kind: 'named', people: [] }}
              people={people}
              onChange={(to) => onChange({ ...deadline, to })}
            />
          ) : null}
        </>
      )}
    </>
  )
}
