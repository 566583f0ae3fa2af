import type { ApproveNode, Mode } from '@shiji/kernel/flow/flow-definition'
import { Checkbox, InputNumber, Select } from 'antd'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import type { StepFieldsProps } from './step-list.tsx'

const WORDS = {
  people: { zh: '谁来办', en: 'Who signs' },
  fallback: { zh: '找不到人时由谁办', en: 'Who when nobody is found' },
  hasFallback: { zh: '找不到人时有后备', en: 'With a fallback' },
  mode: { zh: '几个人怎么签', en: 'How several sign' },
  all: { zh: '会签：都要同意', en: 'All must agree' },
  any: { zh: '或签：一人决定', en: 'The first one decides' },
  share: { zh: '比例：够数即过', en: 'A share of them' },
  'in-turn': { zh: '依次：一个接一个', en: 'One after another' },
  percent: { zh: '同意比例（%）', en: 'Share in percent' },
  returns: { zh: '可以退回到', en: 'May return to' },
  none: { zh: '不许退回', en: 'nowhere' },
  walked: { zh: '走过的任一环节', en: 'any step that was walked' },
  steps: { zh: '只到选定的环节', en: 'chosen steps only' },
  returnSteps: { zh: '选定的环节', en: 'Chosen steps' },
  mayReject: { zh: '可以驳回（直接结束）', en: 'May reject, which ends the case' },
  self: { zh: '发起人正好是办理人', en: 'The starter is among the signers' },
  'self-ask': { zh: '照常自己办', en: 'signs like anyone' },
  'self-skip': { zh: '视为同意，跳过', en: 'skipped as agreed' },
  'self-forbid': { zh: '不许自己办，由别人或后备办', en: 'others or the fallback sign' },
  repeated: { zh: '前面已同意过的人', en: 'Somebody who agreed before' },
  'repeated-ask': { zh: '再问一次', en: 'is asked again' },
  'repeated-skip': { zh: '不再问', en: 'is skipped' },
  'repeated-skip-adjacent': { zh: '紧挨着的不再问', en: 'is skipped when it was just before' },
  'repeated-forbid': { zh: '不许再办，由别人或后备办', en: 'others or the fallback sign' },
} as const

const MODES = ['all', 'any', 'share', 'in-turn'] as const
const SELF = ['ask', 'skip', 'forbid'] as const
const REPEATED = ['ask', 'skip', 'skip-adjacent', 'forbid'] as const
const USUAL_SHARE = 60

/** All that is decided about a signing step. */
export function ApproveFields({ definition, node, people, onChange }: StepFieldsProps<ApproveNode>) {
  const say = useWords(WORDS)
  return (
    <>
      <PeopleFields
        label={say('people')}
        rule={node.people}
        people={people}
        onChange={(rule) => onChange({ ...node, people: rule })}
      />
      <Checkbox
        checked={node.fallback !== null}
        onChange={({ target }) =>
          onChange({ ...node, fallback: target.checked ? { kind: 'named', people: [] } : null })
        }
      >
        {say('hasFallback')}
      </Checkbox>
      {node.fallback === null ? null : (
        <PeopleFields
          label={say('fallback')}
          rule={node.fallback}
          people={people}
          onChange={(rule) => onChange({ ...node, fallback: rule })}
        />
      )}
      <ModeFields {...{ definition, node, people, onChange }} />
      <ReturnFields {...{ definition, node, people, onChange }} />
      <Checkbox checked={node.mayReject} onChange={({ target }) => onChange({ ...node, mayReject: target.checked })}>
        {say('mayReject')}
      </Checkbox>
      <div className="flow-field">
        <span className="small">{say('self')}</span>
        <Select
          aria-label={say('self')}
          value={node.selfApproval}
          options={SELF.map((value) => ({ value, label: say(`self-${value}`) }))}
          onChange={(selfApproval) => onChange({ ...node, selfApproval })}
        />
      </div>
      <div className="flow-field">
        <span className="small">{say('repeated')}</span>
        <Select
          aria-label={say('repeated')}
          value={node.repeatedApprover}
          options={REPEATED.map((value) => ({ value, label: say(`repeated-${value}`) }))}
          onChange={(repeatedApprover) => onChange({ ...node, repeatedApprover })}
        />
      </div>
      <DeadlineFields
        deadline={node.deadline}
        people={people}
        onChange={(deadline) => onChange({ ...node, deadline })}
      />
    </>
  )
}

function ModeFields({ node, onChange }: StepFieldsProps<ApproveNode>) {
  const say = useWords(WORDS)
  const { mode } = node
  const begin = (kind: Mode['kind']): Mode => (kind === 'share' ? { kind, percent: USUAL_SHARE } : { kind })
  return (
    <>
      <div className="flow-field">
        <span className="small">{say('mode')}</span>
        <Select
          aria-label={say('mode')}
          value={mode.kind}
          options={MODES.map((value) => ({ value, label: say(value) }))}
          onChange={(kind) => onChange({ ...node, mode: begin(kind) })}
        />
      </div>
      {mode.kind === 'share' ? (
        <div className="flow-field">
          <span className="small">{say('percent')}</span>
          <InputNumber
            aria-label={say('percent')}
            min={1}
            max={100}
            precision={0}
            value={mode.percent}
            onChange={(percent) => onChange({ ...node, mode: { kind: 'share', percent: percent ?? USUAL_SHARE } })}
          />
        </div>
      ) : null}
    </>
  )
}

function ReturnFields({ definition, node, onChange }: StepFieldsProps<ApproveNode>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const targets = definition.nodes.filter(({ id, kind }) => id !== node.id && (kind === 'start' || kind === 'approve'))
  const begin = (kind: ApproveNode['returns']['kind']): ApproveNode['returns'] =>
    kind === 'steps' ? { kind, steps: targets.slice(0, 1).map(({ id }) => id) } : { kind }
  const { returns } = node
  return (
    <>
      <div className="flow-field">
        <span className="small">{say('returns')}</span>
        <Select
          aria-label={say('returns')}
          value={returns.kind}
          options={(['none', 'walked', 'steps'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(kind) => onChange({ ...node, returns: begin(kind) })}
        />
      </div>
      {returns.kind === 'steps' ? (
        <div className="flow-field">
          <span className="small">{say('returnSteps')}</span>
          <Select
            mode="multiple"
            aria-label={say('returnSteps')}
            value={returns.steps}
            options={targets.map(({ id, name }) => ({ value: id, label: name[language] }))}
            onChange={(steps) =>
              steps.length === 0 ? undefined : onChange({ ...node, returns: { kind: 'steps', steps } })
            }
          />
        </div>
      ) : null}
    </>
  )
}
