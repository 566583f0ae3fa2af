import { DocumentId } from '@shiji/contract/documents'
import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { deviceTime, momentTyped } from '#desk/kit/device-time.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OccurrenceSeen } from './occurrence-seen.ts'

const WORDS = {
  title: { zh: '记下做完的事', en: 'Record that it was done' },
  at: { zh: '什么时候做的（不填为现在）', en: 'When it was done (empty: now)' },
  atMissed: {
    zh: '什么时候做的（已过最晚时间，只能补记 {last} 之前做的，并标明补录）',
    en: 'When it was done (the last moment is over: only what was done before {last}, marked as entered late)',
  },
  atNeeded: {
    zh: '请填什么时候做的；那时没有做，请说明原因',
    en: 'Say when it was done; if it was not, state the cause',
  },
  note: { zh: '记录', en: 'Record' },
  attendees: { zh: '到会人，用顿号或逗号分开', en: 'Who was there, with commas between' },
  file: { zh: '纪要、签到表、报告或照片（可不附）', en: 'Minutes, attendance sheet, report or photo (optional)' },
  needed: { zh: '请写几句记录', en: 'Write a few words' },
  save: { zh: '记下', en: 'Record' },
} as const

/** Who came together is asked of these only. */
const GATHERINGS: readonly OccurrenceSeen['kind'][] = ['meeting', 'training', 'drill']

type Fields = { readonly at?: string; readonly note: string; readonly attendees?: string }

/** A meeting, report, training, drill or piece of work; the moment typed and the moment entered are both kept. */
export function KeepOccurrence({
  occurrence: { id, kind, state, phase, closesAt },
}: {
  readonly occurrence: OccurrenceSeen
}) {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  const [file, setFile] = useState<File | null>(null)
  const { mutateAsync: done } = useMutation(queries.upkeep.keepOccurrence.mutationOptions())
  const keep = useMutation<void, ProblemError, Fields>({
    mutationFn: async ({ at, note, attendees = '' }) => {
      const time = deviceTime(momentTyped(at))
      const names = attendees.split(/[、，,;；\s]+/).filter((name) => name !== '')
      const documentId = file === null ? null : DocumentId.parse((await sendFile(file, () => undefined)).id)
      await done({ id: id as OccurrenceId, time, note, attendees: names, documentId })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.upkeep.key() }),
  })
  const isMissed = state === 'missed'
  const isOpen = (state === 'planned' && phase !== 'ahead') || isMissed
  if (!mayWork || !isOpen) return null
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <Form<Fields>
        className="card-body upkeep-form"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => keep.mutate(fields)}
      >
        <ProblemAlert problem={keep.error} />
        <Form.Item
          name="at"
          label={isMissed ? say('atMissed', { last: formatMoment(closesAt) }) : say('at')}
          rules={[{ required: isMissed, message: say('atNeeded') }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="note" label={say('note')} rules={[{ required: true, message: say('needed') }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {GATHERINGS.includes(kind) ? (
          <Form.Item name="attendees" label={say('attendees')}>
            <Input autoComplete="off" />
          </Form.Item>
        ) : null}
        <Form.Item name="file" label={say('file')}>
          <Input type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {say('save')}
        </Button>
      </Form>
    </section>
  )
}
