import { Form, Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  file: { zh: '文件正文（盖章扫描件或电子版）', en: 'The text itself' },
  fileMissing: { zh: '请选择文件', en: 'Choose a file' },
  from: { zh: '有效期自', en: 'In force from' },
  until: { zh: '有效期至（不填为长期）', en: 'In force until (empty: no end)' },
  review: { zh: '下次复核（可不填）', en: 'Next review (optional)' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type TextFieldsProps = {
  readonly file: File | null
  readonly onChoose: (file: File | null) => void
}

/** A text and the days it holds. */
export function TextFields({ file, onChoose }: TextFieldsProps) {
  const say = useWords(WORDS)
  return (
    <>
      <Form.Item
        name="file"
        label={say('file')}
        rules={[{ validator: async () => file !== null || Promise.reject(new Error(say('fileMissing'))) }]}
      >
        <Input type="file" onChange={({ target }) => onChoose(target.files?.[0] ?? null)} />
      </Form.Item>
      <Form.Item name="validFrom" label={say('from')} rules={[{ required: true, message: say('needed') }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="validUntil" label={say('until')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

export function ReviewField() {
  const say = useWords(WORDS)
  return (
    <Form.Item name="nextReviewOn" label={say('review')}>
      <Input type="date" />
    </Form.Item>
  )
}
