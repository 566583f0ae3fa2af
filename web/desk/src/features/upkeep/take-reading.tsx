import { DocumentId } from '@shiji/contract/documents'
import { MeterId, ReadingId } from '@shiji/contract/upkeep-meters'
import { isDecimal } from '@shiji/kernel/decimal'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
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
  note: { zh: '说明；超限须写怎么处理的', en: 'Note; outside the limits say what was done' },
  number: { zh: '请只写数字', en: 'Digits only' },
  save: { zh: '记下', en: 'Record' },
} as const

type Meter = Awaited<ReturnType<typeof api.upkeepMeters.openMeter>>['meter']
type Fields = { readonly value: string; readonly of?: string; readonly at?: string; readonly note?: string }

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
        <Form.Item name="file" label={say('file')}>
          <Input type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
        </Form.Item>
        <Form.Item name="note" label={say('note')}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {say('save')}
        </Button>
      </Form>
    </section>
  )
}
