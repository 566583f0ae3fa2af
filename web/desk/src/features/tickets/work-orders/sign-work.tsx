import { drawnStrokes, type Stroke } from '@shiji/kernel/work-order/strokes'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { SignaturePad } from '#desk/kit/signature.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { WorkSeen } from './work-card.tsx'
import '#desk/kit/signature.css'

const WORDS = {
  title: { zh: '签收工作单', en: 'Sign for the work' },
  about: { zh: '签收后不能再改。', en: 'Once signed, nothing is changed.' },
  signer: { zh: '签收人', en: 'Who signs' },
  pad: { zh: '在此手写签名', en: 'Sign here' },
  again: { zh: '重写', en: 'Write again' },
  save: { zh: '签收', en: 'Sign' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  unsigned: { zh: '请先在上面的框里手写签名', en: 'Sign in the field above first' },
} as const

type SignWorkProps = {
  readonly order: WorkSeen | null
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

export function SignWork({ order, onClose, onDone }: SignWorkProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={order !== null} onCancel={onClose} title={say('title')} footer={null} width={640} destroyOnHidden>
      {order === null ? null : <Sign order={order} onDone={onDone} />}
    </Modal>
  )
}

function Sign({ order, onDone }: { readonly order: WorkSeen; readonly onDone: () => Promise<void> }) {
  const say = useWords(WORDS)
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const sign = useMutation(queries.deskWork.signWork.mutationOptions({ onSuccess: onDone }))
  const { id, version } = order
  const drawn = drawnStrokes(strokes)
  const [isMissing, setMissing] = useState(false)
  return (
    <Form<{ readonly signer: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ signer }) => {
        setMissing(drawn.length === 0)
        if (drawn.length > 0) sign.mutate({ id, version, signer, strokes: drawn })
      }}
    >
      <ProblemAlert problem={sign.error} />
      <p>
        {order.what} <span className="small">{say('about')}</span>
      </p>
      <Form.Item name="signer" label={say('signer')} rules={[{ required: true, message: say('needed') }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <SignaturePad className="signature-pad" label={say('pad')} strokes={strokes} onChange={setStrokes} />
      {isMissing && drawn.length === 0 ? (
        <p role="alert" className="severity-error">
          {say('unsigned')}
        </p>
      ) : null}
      <span className="ticket-acts work-sign">
        <Button onClick={() => setStrokes([])} disabled={strokes.length === 0}>
          {say('again')}
        </Button>
        <Button type="primary" htmlType="submit" loading={sign.isPending}>
          {say('save')}
        </Button>
      </span>
    </Form>
  )
}
