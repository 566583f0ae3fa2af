import { addStepAfter, removeStep, replaceNode, stepsOf } from '@shiji/kernel/flow/edit-definition'
import type { FlowDefinition, FlowNode } from '@shiji/kernel/flow/flow-definition'
import { Button, ConfigProvider, Input } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import '#desk/flow/flow.css'
import { ApproveFields } from './approve-fields.tsx'
import type { OpenedFlow } from './flow-page.tsx'
import { NextFields } from './next-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { KIND_WORDS, NEW_STEP } from './step-words.ts'

const WORDS = {
  steps: { zh: '环节', en: 'Steps' },
  ...KIND_WORDS,
  name: { zh: '名称', en: 'Chinese name' },
  english: { zh: '英文名称', en: 'English name' },
  add: { zh: '在后面加一个审批环节', en: 'Add a signing step behind' },
  remove: { zh: '删去这个环节', en: 'Take this step out' },
  readers: { zh: '抄送给', en: 'Copy to' },
} as const

type StepListProps = {
  readonly definition: FlowDefinition
  readonly people: OpenedFlow['people']
  readonly isOpen: boolean
  readonly onChange: (definition: FlowDefinition) => void
}

/** Every step in the order it is walked, with all that is decided about it. */
export function StepList({ definition, people, isOpen, onChange }: StepListProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  return (
    <ol className="flow-steps" aria-label={say('steps')}>
      {stepsOf(definition).map((node) => (
        <li key={node.id} id={`step-${node.id}`} className="card" tabIndex={-1}>
          <ConfigProvider componentDisabled={!isOpen}>
            <fieldset>
              <legend>
                {say(node.kind)} · {node.name[language]}
              </legend>
              <StepFields
                {...{ definition, node, people }}
                onChange={(now) => onChange(replaceNode(definition, now))}
              />
              {'next' in node && isOpen ? (
                <div className="case-buttons">
                  <Button size="small" onClick={() => onChange(addStepAfter(definition, node.id, NEW_STEP))}>
                    {say('add')}
                  </Button>
                  {node.kind === 'approve' || node.kind === 'copy' ? (
                    <Button size="small" danger onClick={() => onChange(removeStep(definition, node.id))}>
                      {say('remove')}
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </fieldset>
          </ConfigProvider>
        </li>
      ))}
    </ol>
  )
}

export type StepFieldsProps<Node = FlowNode> = {
  readonly definition: FlowDefinition
  readonly node: Node
  readonly people: OpenedFlow['people']
  readonly onChange: (node: FlowNode) => void
}

function StepFields({ definition, node, people, onChange }: StepFieldsProps) {
  const say = useWords(WORDS)
  return (
    <div className="flow-fields">
      <NameField {...{ node, onChange }} language="zh" />
      <NameField {...{ node, onChange }} language="en" />
      {node.kind === 'approve' ? <ApproveFields {...{ definition, node, people, onChange }} /> : null}
      {node.kind === 'copy' ? (
        <PeopleFields
          label={say('readers')}
          rule={node.people}
          people={people}
          onChange={(rule) => onChange({ ...node, people: rule })}
        />
      ) : null}
      <NextFields {...{ definition, node, people, onChange }} />
    </div>
  )
}

type NameFieldProps = Pick<StepFieldsProps, 'node' | 'onChange'> & { readonly language: 'zh' | 'en' }

/** A step without a name cannot be kept: while the field is empty the step is called as before. */
function NameField({ node, language, onChange }: NameFieldProps) {
  const say = useWords(WORDS)
  const [isEmptied, setIsEmptied] = useState(false)
  return (
    <label htmlFor={`${node.id}-${language}`}>
      <span className="small">{say(language === 'zh' ? 'name' : 'english')}</span>
      <Input
        id={`${node.id}-${language}`}
        value={isEmptied ? '' : node.name[language]}
        maxLength={40}
        onChange={({ target: { value } }) => {
          setIsEmptied(value === '')
          if (value !== '') onChange({ ...node, name: { ...node.name, [language]: value } })
        }}
        onBlur={() => setIsEmptied(false)}
      />
    </label>
  )
}
