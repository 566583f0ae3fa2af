import { addStepAfter, leadTo, removeStep } from '@shiji/kernel/flow/edit-definition'
import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { Handle, type NodeProps, Position, ReactFlow, type ReactFlowInstance, useNodesState } from '@xyflow/react'
import { Button, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import '@xyflow/react/dist/base.css'
import './drawn-editor.css'
import { type DrawnStep, drawLines, drawSteps } from './drawn-nodes.ts'
import type { OpenedFlow } from './flow-page.tsx'
import { KIND_WORDS, NEW_STEP } from './step-words.ts'

const WORDS = {
  title: { zh: '画出来改', en: 'Edit as a drawing' },
  about: {
    zh: '点一个环节，或按 Tab 到它再按回车；方向键移动，Delete 删去；从下边的点拉线到另一个环节。',
    en: 'Click a step, or Tab to it and press Enter; arrows move it, Delete takes it out; pull a line from its lower dot to another.',
  },
  none: { zh: '先选一个环节', en: 'Choose a step first' },
  add: { zh: '后面加一个环节', en: 'Add a step behind' },
  lead: { zh: '“{name}”通到', en: '“{name}” leads to' },
  remove: { zh: '删去', en: 'Take out' },
} as const

type DrawnEditorProps = {
  readonly definition: FlowDefinition
  readonly problems: OpenedFlow['problems']
  readonly onChange: (definition: FlowDefinition) => void
}

/** The same definition as the list of steps, edited as a drawing; what the check found stands at its step. */
export function DrawnEditor({ definition, problems, onChange }: DrawnEditorProps) {
  const say = useWords(WORDS)
  const kindWord = useWords(KIND_WORDS)
  const language = useLanguage()
  const moved = useRef(new Set<string>())
  const [drawing, setDrawing] = useState<ReactFlowInstance<DrawnStep> | null>(null)
  const draw = (before: readonly DrawnStep[]) =>
    drawSteps({ definition, problems, language, kindWord, moved: moved.current }, before)
  const [nodes, setNodes, onNodesChange] = useNodesState<DrawnStep>(draw([]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when what is drawn changes, not when words are looked up.
  useEffect(() => setNodes(draw), [definition, problems, language])
  const count = definition.nodes.length
  useEffect(() => {
    if (count > 0) void drawing?.fitView(FIT)
  }, [drawing, count])
  const selected = nodes.find((node) => node.selected)
  const remove = (id: string) => onChange(removeStep(definition, id))
  return (
    <section className="card drawn-editor" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <div className="drawn-canvas">
        <ReactFlow<DrawnStep>
          nodes={nodes}
          edges={drawLines(definition, language)}
          nodeTypes={NODE_TYPES}
          onInit={setDrawing}
          onNodesChange={(changes) => {
            for (const change of changes) if (change.type === 'position') moved.current.add(change.id)
            onNodesChange(changes)
          }}
          ariaLabelConfig={{
            'node.a11yDescription.default': say('about'),
            'node.a11yDescription.keyboardDisabled': say('about'),
          }}
          onConnect={({ source, target }) => onChange(leadTo(definition, source, target))}
          onBeforeDelete={async ({ nodes: gone }) => {
            for (const { id } of gone) remove(id)
            return false
          }}
          deleteKeyCode="Delete"
          fitView
          fitViewOptions={FIT}
          minZoom={0.3}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={NO_MARK}
        />
      </div>
      <Tools {...{ definition, selected, onChange, remove }} />
    </section>
  )
}

type ToolsProps = Pick<DrawnEditorProps, 'definition' | 'onChange'> & {
  readonly selected: DrawnStep | undefined
  readonly remove: (id: string) => void
}

/** What a hand on the keys does to the chosen step. */
function Tools({ definition, selected, onChange, remove }: ToolsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const node = definition.nodes.find(({ id }) => id === selected?.id)
  if (selected === undefined || node === undefined) return <p className="small drawn-tools">{say('none')}</p>
  const { name } = selected.data
  const targets = definition.nodes.filter(({ id, kind }) => id !== node.id && kind !== 'start')
  return (
    <div className="drawn-tools">
      {'next' in node ? (
        <Button size="small" onClick={() => onChange(addStepAfter(definition, node.id, NEW_STEP))}>
          {say('add')}
        </Button>
      ) : null}
      {node.kind === 'end' ? null : (
        <Select<string>
          size="small"
          aria-label={say('lead', { name })}
          placeholder={say('lead', { name })}
          value={'next' in node ? node.next : null}
          options={targets.map(({ id, name: to }) => ({ value: id, label: to[language] }))}
          onChange={(to) => onChange(leadTo(definition, node.id, to))}
        />
      )}
      {selected.deletable ? (
        <Button size="small" danger onClick={() => remove(node.id)}>
          {say('remove')}
        </Button>
      ) : null}
    </div>
  )
}

function Step({ data: { kind, name, problems, leadsOn, isLedTo } }: NodeProps<DrawnStep>) {
  return (
    <div className="drawn-step" data-found={problems.length > 0}>
      {isLedTo ? <Handle type="target" position={Position.Top} /> : null}
      <span className="small">{kind}</span>
      <b>{name}</b>
      {problems.map((message) => (
        <span key={message} className="small severity-error">
          ✕ {message}
        </span>
      ))}
      {leadsOn ? <Handle type="source" position={Position.Bottom} /> : null}
    </div>
  )
}

const NODE_TYPES = { step: Step }
const FIT = { padding: 0.15, maxZoom: 1 }
/** Offices without the internet have nothing behind a link to the maker; its licence is kept with the others. */
const NO_MARK = { hideAttribution: true }
