import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type ProofFile, ProofFiles } from '../proof-files.tsx'
import type { GroundAsked, RowsProps } from './evaluation-rows.tsx'
import { documentOf, type EvaluatedRow, idOf, useGround } from './self-evaluation.ts'

const WORDS = {
  actual: { zh: '“{name}”的完成值与依据', en: 'Actual of "{name}" and its proof' },
  score: { zh: '“{name}”的得分与依据', en: 'Points of "{name}" and their proof' },
  about: {
    zh: '不是记录或规则算出的数，要写明理由并附文件，记在您的名下。',
    en: 'A figure no record or rule gave needs a reason and a file; it stands under your name.',
  },
  value: { zh: '填写的值', en: 'Value' },
  reason: { zh: '理由', en: 'Reason' },
  file: { zh: '依据文件', en: 'File' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
} as const

type Fields = { readonly value: string; readonly reason: string }
type GroundFormProps = Pick<RowsProps, 'own' | 'write'> & {
  readonly row: EvaluatedRow
  readonly field: GroundAsked['field']
  readonly onClose: () => void
}

/** An override of a computed value: never without person, reason and file. */
export function GroundForm({ own, row, field, write, onClose }: GroundFormProps) {
  const say = useWords(WORDS)
  const [files, setFiles] = useState<readonly ProofFile[]>([])
  const ground = useGround(onClose)
  const { position, level3: name } = row
  const [file] = files
  const needed = [{ required: true, whitespace: true, message: say('needed') }]
  const save = async ({ value, reason }: Fields) => {
    if (file === undefined) return
    const saved = await write([{ row, column: field, now: value.trim() }]).catch(() => null)
    if (saved === null) return
    ground.mutate({ id: idOf(own.id), position, field, value, reason, documentId: documentOf(file.id) })
  }
  return (
    <Modal open onCancel={onClose} title={say(field, { name })} footer={null} width={480} destroyOnHidden>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ value: field === 'actual' ? row.actual : (row.score ?? row.ruleScore ?? '') }}
        onFinish={(fields) => void save(fields)}
      >
        <ProblemAlert problem={ground.error} />
        <p className="small">{say('about')}</p>
        <Form.Item name="value" label={say('value')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="reason" label={say('reason')} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <p className="evaluation-files">
          <ProofFiles about={say('file')} files={files.slice(-1)} onChange={(all) => setFiles(all.slice(-1))} />
        </p>
        <Button type="primary" htmlType="submit" block loading={ground.isPending} disabled={file === undefined}>
          {say('save')}
        </Button>
      </Form>
    </Modal>
  )
}
