import type { BranchNode, Comparison, FlowNode } from '@shiji/kernel/flow/flow-definition'
import { Select } from 'antd'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { StepFieldsProps } from './step-list.tsx'

const WORDS = {
  next: { zh: '下一环节', en: 'Next step' },
  when: { zh: '“{name}”（{condition}）时去', en: '"{name}" ({condition}) leads to' },
  otherwise: { zh: '其他情况去', en: 'Everything else leads to' },
  branches: { zh: '同时去', en: 'At once to' },
  join: { zh: '汇合在', en: 'They meet at' },
} as const

/** Where a step leads. */
export function NextFields({ definition, node, onChange }: StepFieldsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const others = definition.nodes.filter(({ id, kind }) => id !== node.id && kind !== 'start')
  const choose = (label: string, value: string | null, onNode: (id: string) => void) => (
    <div className="flow-field" key={label}>
      <span className="small">{label}</span>
      <Select
        aria-label={label}
        value={value}
        options={others.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(id) => onNode(id ?? '')}
      />
    </div>
  )
  switch (node.kind) {
    case 'end':
      return null
    case 'start':
    case 'approve':
    case 'join':
    case 'copy':
      return choose(say('next'), node.next, (next) => onChange({ ...node, next }))
    case 'branch':
      return (
        <>
          {node.branches.map((branch, at) =>
            choose(say('when', { name: branch.name[language], condition: saidOf(branch.when) }), branch.next, (next) =>
              onChange(withBranch(node, at, next)),
            ),
          )}
          {choose(say('otherwise'), node.otherwise, (otherwise) => onChange({ ...node, otherwise }))}
        </>
      )
    case 'split':
      return (
        <>
          <div className="flow-field">
            <span className="small">{say('branches')}</span>
            <Select
              mode="multiple"
              aria-label={say('branches')}
              value={node.branches}
              options={others.map(({ id, name }) => ({ value: id, label: name[language] }))}
              onChange={(branches) => (branches.length < 2 ? undefined : onChange({ ...node, branches }))}
            />
          </div>
          {choose(say('join'), node.join, (join) => onChange({ ...node, join }))}
        </>
      )
  }
}

function withBranch(node: BranchNode, at: number, next: string): FlowNode {
  return { ...node, branches: node.branches.map((branch, index) => (index === at ? { ...branch, next } : branch)) }
}

const SIGNS = { eq: '＝', ne: '≠', lt: '＜', le: '≤', gt: '＞', ge: '≥', 'one-of': '∈' } as const

function saidOf(when: readonly Comparison[]): string {
  return when.map(({ field, operator, value }) => `${field} ${SIGNS[operator]} ${value}`).join(' · ')
}
