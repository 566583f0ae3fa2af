import { DocumentId } from '@shiji/contract/documents'
import { TENDER_FAULTS } from '@shiji/kernel/contracts/tender-faults'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useMayWrite } from './contract-view.ts'
import type { PlannedPurchase } from './purchases-page.tsx'

const WORDS = {
  record: { zh: '登记招标文件', en: 'Record the tender file' },
  again: { zh: '重新登记', en: 'Record anew' },
  title: { zh: '招标文件：{item}', en: 'Tender file: {item}' },
  days: { zh: '{issuedOn} 发布，{openedOn} 开标', en: 'issued {issuedOn}, opened {openedOn}' },
  awarded: { zh: '{awardedOn} 中标，{years} 年', en: 'awarded {awardedOn}, {years} years' },
  number: { zh: '招标编号', en: 'Number of the tender' },
  file: { zh: '文件', en: 'File' },
  issuedOn: { zh: '发布日期', en: 'Issued on' },
  openedOn: { zh: '开标日期', en: 'Opened on' },
  awardedOn: { zh: '中标日期（还没有可不填）', en: 'Awarded on (empty if not yet)' },
  years: { zh: '服务年限（年）', en: 'Called for (years)' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  fileNeeded: { zh: '请选择招标文件', en: 'Choose the tender file' },
  save: { zh: '保存', en: 'Save' },
} as const

type PurchaseProps = { readonly purchase: PlannedPurchase }

/** The tender file of a purchase, its days, and where the contract does not fit them. */
export function TenderOf({ purchase }: PurchaseProps) {
  const say = useWords(WORDS)
  const sayFault = useWords(TENDER_FAULTS)
  const [open, setOpen] = useState(false)
  const mayWrite = useMayWrite()
  const { item, tender, tenderFaults } = purchase
  return (
    <span className="two-lines">
      {tender === null ? null : (
        <>
          <TenderFile document={tender.document} />
          <span className="small">{say('days', { issuedOn: tender.issuedOn, openedOn: tender.openedOn })}</span>
          {tender.awardedOn === null ? null : (
            <span className="small">{say('awarded', { awardedOn: tender.awardedOn, years: tender.years })}</span>
          )}
        </>
      )}
      {tenderFaults.map((fault) => (
        <Light key={fault} kind="watch" word={sayFault(fault)} />
      ))}
      {mayWrite ? (
        <span>
          <Button aria-label={`${say(tender === null ? 'record' : 'again')} ${item}`} onClick={() => setOpen(true)}>
            {say(tender === null ? 'record' : 'again')}
          </Button>
        </span>
      ) : null}
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say('title', { item })}
        footer={null}
        width={480}
        destroyOnHidden
      >
        <RecordTender purchase={purchase} onDone={() => setOpen(false)} />
      </Modal>
    </span>
  )
}

type TenderFileProps = { readonly document: NonNullable<PlannedPurchase['tender']>['document'] }

function TenderFile({ document: { id, name } }: TenderFileProps) {
  const take = useHandOut(() => api.documents.readDocument({ id }))
  return (
    <span>
      <Button size="small" loading={take.isPending} onClick={() => take.mutate()}>
        {name}
      </Button>
    </span>
  )
}

type Fields = {
  readonly number?: string
  readonly issuedOn: string
  readonly openedOn: string
  readonly awardedOn?: string
  readonly years: string
}

function RecordTender({ purchase: { id, tender }, onDone }: PurchaseProps & { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const [file, setFile] = useState<File | null>(null)
  const { mutateAsync: record } = useMutation(queries.purchases.recordTender.mutationOptions())
  const save = useMutation<void, ProblemError, Fields>({
    mutationFn: async ({ number = '', issuedOn, openedOn, awardedOn = '', years }) => {
      const sent = file === null ? tender?.document.id : (await sendFile(file, () => undefined)).id
      const days = { issuedOn, openedOn, awardedOn: awardedOn === '' ? null : awardedOn }
      await record({ id, documentId: DocumentId.parse(sent), number, ...days, years: Number(years) })
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.purchases.key() })
      onDone()
    },
  })
  const needed = [{ required: true, message: say('needed') }]
  const known = tender === null ? { years: '1' } : { ...tender, years: String(tender.years) }
  const isFileThere = () =>
    file !== null || tender !== null ? Promise.resolve() : Promise.reject(new Error(say('fileNeeded')))
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={known}
      onFinish={(fields) => save.mutate(fields)}
    >
      <ProblemAlert problem={save.error} />
      <Form.Item name="file" label={say('file')} rules={[{ validator: isFileThere }]} extra={tender?.document.name}>
        <Input type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      </Form.Item>
      <Form.Item name="number" label={say('number')}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="issuedOn" label={say('issuedOn')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="openedOn" label={say('openedOn')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="awardedOn" label={say('awardedOn')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="years" label={say('years')} rules={needed}>
        <Input inputMode="numeric" autoComplete="off" maxLength={2} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={save.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
