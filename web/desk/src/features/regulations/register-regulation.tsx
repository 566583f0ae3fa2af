import { RegulationId } from '@shiji/contract/regulations'
import { REGULATION_KIND_WORDS, type RegulationKind } from '@shiji/kernel/regulation/regulation'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { SentForm } from '#desk/kit/sent-form.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { bringText } from './bring-text.ts'
import { ReviewField, TextFields } from './text-fields.tsx'

const WORDS = {
  title: { zh: '登记制度文件', en: 'Register a document' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  number: { zh: '文号或证书编号（可不填）', en: 'Number (optional)' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '登记', en: 'Register' },
} as const

type Fields = {
  readonly kind: RegulationKind
  readonly name: string
  readonly number?: string
  readonly validFrom: string
  readonly validUntil?: string
  readonly nextReviewOn?: string
}

export function RegisterRegulation({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewRegulation onDone={onClose} />
    </Modal>
  )
}

function NewRegulation({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [file, setFile] = useState<File | null>(null)
  const [id] = useState(() => RegulationId.parse(crypto.randomUUID()))
  const register = useMutation<unknown, ProblemError, Fields>({
    mutationFn: async ({ kind, name, number = '', validFrom, validUntil = '', nextReviewOn = '' }) => {
      const days = { validFrom, validUntil: validUntil || null, nextReviewOn: nextReviewOn || null }
      const documentId = await bringText(file)
      return api.regulations.registerRegulation({ id, kind, name, number, documentId, ...days })
    },
    onSuccess: async () => {
      onDone()
      await queryClient.invalidateQueries({ queryKey: queries.regulations.key() })
    },
  })
  const needed = [{ required: true, message: say('needed') }]
  const kinds = (Object.keys(REGULATION_KIND_WORDS) as RegulationKind[]).map((value) => {
    return { value, label: sayIn(REGULATION_KIND_WORDS[value], language) }
  })
  return (
    <SentForm<Fields>
      sending={register}
      send={(fields) => register.mutate(fields)}
      word={say('save')}
      initialValues={{ kind: 'rule' }}
    >
      <Form.Item name="kind" label={say('kind')} rules={needed}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={say('number')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <TextFields file={file} onChoose={setFile} />
      <ReviewField />
    </SentForm>
  )
}
