import { DocumentId } from '@shiji/contract/documents'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { BecauseForm } from './because-form.tsx'
import type { ChecklistItem, RowPlace } from './checklist-types.ts'
import { useRefresh } from './use-refresh.ts'

const WORDS = {
  what: { zh: '用什么证明', en: 'Proved by' },
  file: { zh: '文件', en: 'A file' },
  regulation: { zh: '制度文件', en: 'A document in force' },
  whichRegulation: { zh: '哪一份（有效期按登记的算）', en: 'Which one (its own days count)' },
  noRegulation: { zh: '还没有登记制度文件', en: 'None is registered' },
  record: { zh: '系统里的记录', en: 'A record' },
  choose: { zh: '选择文件（盖章扫描件、制度文本等）', en: 'Choose a file' },
  fileMissing: { zh: '请选择文件', en: 'Choose a file' },
  measure: { zh: '哪一类记录', en: 'Which kind of record' },
  one: { zh: '哪一条', en: 'Which one' },
  oneMissing: { zh: '请选择记录', en: 'Choose a record' },
  none: { zh: '这一年没有这类记录', en: 'No such record this year' },
  from: { zh: '有效期自（可不填）', en: 'Valid from (optional)' },
  until: { zh: '有效期至（可不填）', en: 'Valid until (optional)' },
  note: { zh: '说明（可不填）', en: 'Note (optional)' },
  send: { zh: '附上', en: 'Attach' },
  cancel: { zh: '取消', en: 'Cancel' },
  dropWhy: { zh: '为什么不适用', en: 'Why it does not apply' },
  drop: { zh: '标为不适用', en: 'Leave it out' },
} as const

type Way = (typeof WAYS)[number]
const WAYS = ['file', 'regulation', 'record'] as const

type ItemProps = { readonly item: ChecklistItem; readonly place: RowPlace; readonly done: () => void }
type Values = {
  readonly measure?: string
  readonly recordId?: string
  readonly regulationId?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly note?: string
}

/** An item is ticked by bringing what proves it, with how long that is valid. */
export function ProveItem({ item, place, done }: ItemProps) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<Values>()
  const [by, setBy] = useState<Way>('file')
  const [file, setFile] = useState<File | null>(null)
  const refresh = useRefresh()
  const { mutateAsync: tick } = useMutation(queries.checklists.proveChecklistItem.mutationOptions())
  const prove = useMutation<void, ProblemError, Values>({
    mutationFn: async ({ validFrom = '', validUntil = '', note = '', ...named }) => {
      const what = await whatOf(by, named, file)
      await tick({
        ...place,
        itemId: item.id,
        what,
        validFrom: validFrom || null,
        validUntil: validUntil || null,
        note,
      })
    },
    onSuccess: async () => {
      done()
      await refresh()
    },
  })
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => prove.mutate(values)}>
      <ProblemAlert problem={prove.error} />
      <Segmented
        aria-label={say('what')}
        value={by}
        options={WAYS.map((value) => ({ value, label: say(value) }))}
        onChange={setBy}
      />
      {by === 'file' ? <FileField onChoose={setFile} file={file} /> : null}
      {by === 'regulation' ? <RegulationField /> : null}
      {by === 'record' ? <RecordFields place={place} /> : null}
      {by === 'regulation' ? null : (
        <div className="checklist-days">
          <Form.Item name="validFrom" label={say('from')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="validUntil" label={say('until')}>
            <Input type="date" />
          </Form.Item>
        </div>
      )}
      <Form.Item name="note" label={say('note')}>
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={prove.isPending}>
        {say('send')}
      </Button>{' '}
      <Button onClick={done}>{say('cancel')}</Button>
    </Form>
  )
}

type Named = Pick<Values, 'measure' | 'recordId' | 'regulationId'>

async function whatOf(by: Way, { measure = '', recordId = '', regulationId = '' }: Named, file: File | null) {
  switch (by) {
    case 'file':
      return { kind: 'file', documentId: await bring(file) } as const
    case 'regulation':
      return { kind: 'regulation', regulationId } as const
    case 'record':
      return { kind: 'record', measure, recordId } as const
  }
}

async function bring(file: File | null) {
  if (file === null) throw new Error('the form asks for a file first')
  const { id } = await sendFile(file, () => undefined)
  return DocumentId.parse(id)
}

type FileProps = { readonly file: File | null; readonly onChoose: (file: File | null) => void }

function FileField({ file, onChoose }: FileProps) {
  const say = useWords(WORDS)
  return (
    <Form.Item
      name="file"
      label={say('choose')}
      rules={[{ validator: async () => file !== null || Promise.reject(new Error(say('fileMissing'))) }]}
    >
      <Input type="file" onChange={({ target }) => onChoose(target.files?.[0] ?? null)} />
    </Form.Item>
  )
}

function RegulationField() {
  const aside = useAside()
  const say = useWords(WORDS)
  const list = useQuery(queries.regulations.listRegulations.queryOptions())
  const options = (list.data ?? []).map(({ id, name, validFrom, validUntil }) => ({
    value: id,
    label: aside(name, `${validFrom} – ${validUntil ?? ''}`),
  }))
  return (
    <Form.Item
      name="regulationId"
      label={say('whichRegulation')}
      rules={[{ required: true, message: say('oneMissing') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        loading={list.isFetching}
        notFoundContent={say('noRegulation')}
      />
    </Form.Item>
  )
}

function RecordFields({ place }: Pick<ItemProps, 'place'>) {
  const say = useWords(WORDS)
  const measure = Form.useWatch<string | undefined>('measure')
  const measures = useQuery(queries.evidence.listMeasures.queryOptions())
  const records = useQuery(
    queries.checklists.listProofRecords.queryOptions({
      input: { ...place, measure: measure ?? '' },
      enabled: measure !== undefined,
    }),
  )
  const kinds = (measures.data ?? [])
    .filter(({ key, fields }) => key !== 'documents.checklist' && fields.every(({ required }) => !required))
    .map(({ key, name }) => ({ value: key, label: name }))
  const options = (records.data ?? []).map(({ id, kind, title, at }) => ({
    value: id,
    label: `${kind} ${title} ${formatMoment(at)}`,
  }))
  const required = [{ required: true, message: say('oneMissing') }]
  return (
    <>
      <Form.Item name="measure" label={say('measure')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={kinds} />
      </Form.Item>
      <Form.Item name="recordId" label={say('one')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          loading={records.isFetching}
          disabled={measure === undefined}
          notFoundContent={say('none')}
        />
      </Form.Item>
    </>
  )
}

export function DropItem({ item, place, done }: ItemProps) {
  const say = useWords(WORDS)
  const refresh = useRefresh()
  const drop = useMutation(
    queries.checklists.dropChecklistItem.mutationOptions({
      onSuccess: async () => {
        done()
        await refresh()
      },
    }),
  )
  return (
    <>
      <ProblemAlert problem={drop.error} />
      <BecauseForm
        label={say('dropWhy')}
        verb={say('drop')}
        isPending={drop.isPending}
        send={(because) => drop.mutate({ ...place, itemId: item.id, because })}
        cancel={done}
      />
    </>
  )
}
