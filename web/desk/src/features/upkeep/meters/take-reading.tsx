import { DocumentId } from '@shiji/contract/documents'
import { MeterId, ReadingId } from '@shiji/contract/upkeep-meters'
import { isDecimal } from '@shiji/kernel/decimal'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { deviceTime, momentTyped } from '#desk/kit/device-time.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '抄一次', en: 'Take a reading' },
  value: { zh: '读数', en: 'Reading' },
  count: { zh: '数（分子）', en: 'Count (numerator)' },
  of: { zh: '总数（分母）', en: 'Of all (denominator)' },
  at: { zh: '时间（不填为现在）', en: 'Time (empty: now)' },
  file: { zh: '照片或导出的文件', en: 'Photo or exported file' },
  export: { zh: '业务系统导出的文件', en: 'Export of the system' },
  without: { zh: '现在没有文件，先按自报记下', en: 'There is no file now; record it as a statement' },
  'file-needed': {
    zh: '请选导出的文件，或者勾选按自报记下。',
    en: 'Choose the export, or tick that it is a statement.',
  },
  stated: {
    zh: '没有文件：这个数只算自报（D）。自报占多数的指标，自评只当陈述，不算已证明。导出文件可以以后在下面补附。',
    en: 'Without a file this is a statement (D). A row made mostly of statements proves no points of the self-evaluation. The export can be brought below later.',
  },
  documented: {
    zh: '附上文件：这个数有材料可查（C），自评算材料证明。',
    en: 'With its file it is documented (C), and so are its points in the self-evaluation.',
  },
  pictured: {
    zh: '附上表盘或屏幕的照片算现场签认（B），附文件算材料（C），都不附只算自报（D）。',
    en: 'A photo of the display counts as signed (B), a file as documented (C), neither as a statement (D).',
  },
  note: { zh: '说明；超限须写怎么处理的', en: 'Note; outside the limits say what was done' },
  number: { zh: '请只写数字', en: 'Digits only' },
  save: { zh: '记下', en: 'Record' },
} as const

type Meter = Awaited<ReturnType<typeof api.upkeepMeters.openMeter>>['meter']
type Fields = {
  readonly value: string
  readonly of?: string
  readonly at?: string
  readonly note?: string
  readonly isStated?: boolean
}

export function TakeReading({ meter }: { readonly meter: Meter }) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<Fields>()
  const [file, setFile] = useState<File | null>(null)
  const [id, setId] = useState(() => crypto.randomUUID())
  const { mutateAsync: take } = useMutation(queries.upkeepMeters.takeReading.mutationOptions())
  const keep = useMutation<void, ProblemError, Fields>({
    mutationFn: async ({ value, of = '', at, note = '' }) => {
      const documentId = file === null ? null : DocumentId.parse((await sendFile(file, () => undefined)).id)
      const time = deviceTime(momentTyped(at))
      const read = { value, of: isDecimal(of) ? of : null, documentId, note }
      await take({ id: MeterId.parse(meter.id), readingId: ReadingId.parse(id), time, ...read })
    },
    onSuccess: async () => {
      form.resetFields()
      setFile(null)
      setId(crypto.randomUUID())
      await queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() })
    },
  })
  const isCount = meter.kind === 'counted'
  const number = [{ required: true, pattern: /^\d+(\.\d+)?$/, message: say('number') }]
  return (
    <section className="card" aria-labelledby="take-title">
      <h2 id="take-title">{say('title')}</h2>
      <Form<Fields>
        form={form}
        className="card-body upkeep-reading"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => keep.mutate(fields)}
      >
        <ProblemAlert problem={keep.error} />
        <Form.Item name="value" label={`${say(isCount ? 'count' : 'value')} ${meter.unitWord}`} rules={number}>
          <Input inputMode="decimal" autoComplete="off" maxLength={20} />
        </Form.Item>
        {isCount ? (
          <Form.Item name="of" label={say('of')} rules={number}>
            <Input inputMode="decimal" autoComplete="off" maxLength={20} />
          </Form.Item>
        ) : null}
        <Form.Item name="at" label={say('at')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="note" label={say('note')}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
        <ProofFile isCount={isCount} file={file} onFile={setFile} />
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {say('save')}
        </Button>
      </Form>
    </section>
  )
}

type ProofFileProps = {
  readonly isCount: boolean
  readonly file: File | null
  readonly onFile: (file: File | null) => void
}

/** A count of another system is asked for with its export: without it the count is only a statement. */
function ProofFile({ isCount, file, onFile }: ProofFileProps) {
  const say = useWords(WORDS)
  const choose = <Input type="file" onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
  if (!isCount) {
    return (
      <Form.Item className="upkeep-proof" name="file" label={say('file')} extra={say('pictured')}>
        {choose}
      </Form.Item>
    )
  }
  return (
    <div className="upkeep-proof">
      <Form.Item name="file" label={say('export')} extra={say(file === null ? 'stated' : 'documented')}>
        {choose}
      </Form.Item>
      {file === null ? (
        <Form.Item
          name="isStated"
          valuePropName="checked"
          rules={[
            { validator: (_, is) => (is === true ? Promise.resolve() : Promise.reject(new Error(say('file-needed')))) },
          ]}
        >
          <Checkbox>{say('without')}</Checkbox>
        </Form.Item>
      ) : null}
    </div>
  )
}
