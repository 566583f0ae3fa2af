import { MoneyEntryKind, MoneySource } from '@shiji/contract/money'
import type { ProjectId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type ProofFile, ProofFiles } from '../proof-files.tsx'
import { renewMoney } from './renew-money.ts'
import { KIND_WORDS, SOURCE_WORDS } from './source-words.ts'

const WORDS = {
  record: { zh: '登记预算或拨款', en: 'Record money' },
  title: { zh: '登记 {year} 年预算、调整或拨款', en: 'Record budget, adjustment or appropriation of {year}' },
  about: {
    zh: '记错了不用改，再记一笔负数并写明理由。',
    en: 'A mistake is taken back by a negative entry with its reason.',
  },
  kind: { zh: '事项', en: 'What' },
  source: { zh: '来源', en: 'Source' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  amountForm: { zh: '请写数字，最多四位小数', en: 'A number with four decimals at most' },
  day: { zh: '批准日期', en: 'Decided on' },
  reason: { zh: '理由（调整和负数必填）', en: 'Reason (needed for adjustments and negatives)' },
  file: { zh: '文件', en: 'File' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '登记', en: 'Record' },
} as const

type Fields = {
  readonly kind: z.infer<typeof MoneyEntryKind>
  readonly source: z.infer<typeof MoneySource>
  readonly amount: string
  readonly decidedOn: string
  readonly reason?: string
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,4})?$/

export function RecordEntry({ id, year }: { readonly id: ProjectId; readonly year: number }) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const saySource = useWords(SOURCE_WORDS)
  const [isOpen, setOpen] = useState(false)
  const [files, setFiles] = useState<readonly ProofFile[]>([])
  const close = () => {
    setOpen(false)
    setFiles([])
  }
  const record = useMutation(
    queries.money.recordMoney.mutationOptions({
      onSuccess: () => {
        close()
        return renewMoney()
      },
    }),
  )
  const needed = { required: true, message: say('needed') }
  const send = ({ reason = '', ...fields }: Fields) =>
    record.mutate({ id, year, ...fields, reason, documentId: files[0]?.id ?? null })
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('record')}
      </Button>
      <Modal open={isOpen} onCancel={close} title={say('title', { year })} footer={null} width={480} destroyOnHidden>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: 'initial', source: 'own' }}
          onFinish={send}
        >
          <ProblemAlert problem={record.error} />
          <p className="small">{say('about')}</p>
          <Form.Item name="kind" label={say('kind')} rules={[needed]}>
            <Select options={MoneyEntryKind.options.map((value) => ({ value, label: sayKind(value) }))} />
          </Form.Item>
          <Form.Item name="source" label={say('source')} rules={[needed]}>
            <Select options={MoneySource.options.map((value) => ({ value, label: saySource(value) }))} />
          </Form.Item>
          <Form.Item
            name="amount"
            label={say('amount')}
            rules={[needed, { pattern: AMOUNT, message: say('amountForm') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="decidedOn" label={say('day')} rules={[needed]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="reason" label={say('reason')}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
          <p className="money-files">
            <ProofFiles about={say('file')} files={files} onChange={(all) => setFiles(all.slice(-1))} />
          </p>
          <Button type="primary" htmlType="submit" block loading={record.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
