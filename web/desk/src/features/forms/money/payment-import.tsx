import { DocumentId } from '@shiji/contract/documents'
import type { ProjectId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'
import { renewMoney } from './renew-money.ts'
import { SampleTable } from './sample-table.tsx'

const WORDS = {
  title: { zh: '导入支付清单', en: 'Take a payment list' },
  about: {
    zh: 'Excel 或 CSV，表头在前 15 行内；列怎么对应会记住，已经导入的不会重复。',
    en: 'Excel or CSV; how its columns are read is remembered, and nothing is taken twice.',
  },
  choose: { zh: '选择清单', en: 'Choose the list' },
  reading: { zh: '正在读取…', en: 'Reading …' },
  none: { zh: '（没有这一列）', en: '(no such column)' },
  project: { zh: '项目名称', en: 'Project' },
  paidOn: { zh: '支付日期', en: 'Paid on' },
  amount: { zh: '金额', en: 'Amount' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  payee: { zh: '收款人', en: 'Payee' },
  purpose: { zh: '用途', en: 'Purpose' },
  moneyUnit: { zh: '金额单位', en: 'Unit of the amounts' },
  ofThis: {
    zh: '没有项目一列时，整张清单都记在本项目。',
    en: 'Without a column for the project the whole list is of this one.',
  },
  take: { zh: '导入', en: 'Take them' },
  taken: {
    zh: '导入 {taken} 笔，已有 {repeated} 笔，没有导入 {refused} 行',
    en: '{taken} taken, {repeated} known before, {refused} lines not taken',
  },
  faults: { zh: '下载待更正的行', en: 'Download the lines to correct' },
} as const

const COLUMNS = ['project', 'paidOn', 'amount', 'voucher', 'payee', 'purpose'] as const

type Reading = Awaited<ReturnType<typeof api.money.readPaymentList>>
type Mapping = Reading['mapping']
type Brought = { readonly documentId: DocumentId; readonly reading: Reading }

/** A list of payments: chosen, its columns looked over, taken; what is wrong comes back as a workbook to correct. */
export function PaymentImport({ id }: { readonly id: ProjectId }) {
  const say = useWords(WORDS)
  const bring = useMutation<Brought, ProblemError, File>({
    mutationFn: async (file) => {
      const sent = await sendFile(file, () => undefined)
      const documentId = DocumentId.parse(sent.id)
      return { documentId, reading: await api.money.readPaymentList({ documentId }) }
    },
  })
  return (
    <section className="money-section" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <p className="money-files">
        <label className="money-choose">
          {bring.isPending ? say('reading') : say('choose')}
          <input
            type="file"
            accept=".xlsx,.xls,.csv"
            className="visually-hidden"
            disabled={bring.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file !== undefined) bring.mutate(file)
              target.value = ''
            }}
          />
        </label>
      </p>
      <ProblemAlert problem={bring.error} />
      {bring.data === undefined ? null : <Take key={bring.data.documentId} id={id} brought={bring.data} />}
    </section>
  )
}

function Take({ id, brought }: { readonly id: ProjectId; readonly brought: Brought }) {
  const say = useWords(WORDS)
  const { documentId, reading } = brought
  const [mapping, setMapping] = useState<Mapping>(reading.mapping)
  const asked = { documentId, mapping, projectId: mapping.project === null ? id : null }
  const take = useMutation(queries.money.importPayments.mutationOptions({ onSuccess: renewMoney }))
  const faults = useHandOut(() => api.money.annotatePayments(asked))
  const headings = reading.headings.filter((heading) => heading !== '')
  const options = [
    { value: '', label: say('none') },
    ...headings.map((heading) => ({ value: heading, label: heading })),
  ]
  const isWhole = mapping.paidOn !== null && mapping.amount !== null
  return (
    <>
      <div className="money-mapping">
        {COLUMNS.map((column) => (
          <div key={column}>
            <span className="small">{say(column)}</span>
            <Select
              aria-label={say(column)}
              value={mapping[column] ?? ''}
              options={options}
              onChange={(heading) => setMapping({ ...mapping, [column]: heading === '' ? null : heading })}
            />
          </div>
        ))}
        <div>
          <span className="small">{say('moneyUnit')}</span>
          <Select
            aria-label={say('moneyUnit')}
            value={mapping.moneyUnit}
            options={(['元', '万元'] as const).map((value) => ({ value, label: value }))}
            onChange={(moneyUnit) => setMapping({ ...mapping, moneyUnit })}
          />
        </div>
      </div>
      {mapping.project === null ? <p className="small">{say('ofThis')}</p> : null}
      <SampleTable reading={reading} />
      <ProblemAlert problem={take.error} />
      <p className="money-files">
        {take.data === undefined ? (
          <Button type="primary" disabled={!isWhole} loading={take.isPending} onClick={() => take.mutate(asked)}>
            {say('take')}
          </Button>
        ) : (
          <span role="status">{say('taken', { ...take.data, refused: take.data.refused.length })}</span>
        )}
        {take.data !== undefined && take.data.refused.length > 0 ? (
          <Button loading={faults.isPending} onClick={() => faults.mutate()}>
            {say('faults')}
          </Button>
        ) : null}
      </p>
      {take.data === undefined ? null : (
        <ul className="money-faults">
          {take.data.refused.map(({ line, message }) => (
            <li key={line}>{message}</li>
          ))}
        </ul>
      )}
    </>
  )
}
