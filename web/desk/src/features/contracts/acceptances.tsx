import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { AcceptanceForm } from './acceptance-form.tsx'
import { ContractSection } from './contract-section.tsx'
import { type OpenedContract, useMayWrite } from './contract-view.ts'

const WORDS = {
  title: { zh: '验收', en: 'Acceptance' },
  none: { zh: '还没有验收单', en: 'Nothing was accepted yet' },
  record: { zh: '登记验收单', en: 'Record a sheet' },
  about: { zh: '{acceptedOn} · {signedBy} 签字', en: '{acceptedOn} · signed by {signedBy}' },
  item: { zh: '验收项', en: 'Item' },
  required: { zh: '要求', en: 'Required' },
  measured: { zh: '实测', en: 'Measured' },
  verdict: { zh: '结论', en: 'Verdict' },
  passed: { zh: '合格', en: 'passed' },
  failed: { zh: '不合格', en: 'failed' },
  people: { zh: '签字人判断', en: 'judged by the signers' },
} as const

type Sheet = OpenedContract['acceptances'][number]
type Item = Sheet['items'][number]

export function Acceptances({ contract }: { readonly contract: OpenedContract }) {
  const say = useWords(WORDS)
  const mayWrite = useMayWrite()
  const [open, setOpen] = useState(false)
  const { acceptances } = contract
  return (
    <ContractSection
      title={say('title')}
      none={say('none')}
      isEmpty={acceptances.length === 0}
      action={mayWrite ? <Button onClick={() => setOpen(true)}>{say('record')}</Button> : null}
    >
      {acceptances.map((sheet) => (
        <Accepted key={`${sheet.name} ${sheet.acceptedOn}`} sheet={sheet} />
      ))}
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say('record')}
        footer={null}
        width={860}
        destroyOnHidden
      >
        <AcceptanceForm contract={contract} onDone={() => setOpen(false)} />
      </Modal>
    </ContractSection>
  )
}

function Accepted({ sheet }: { readonly sheet: Sheet }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Item>[] = [
    { key: 'item', title: say('item'), cell: ({ item }) => item },
    { key: 'required', title: say('required'), width: '22%', cell: ({ required }) => required },
    { key: 'measured', title: say('measured'), width: '22%', cell: ({ measured }) => measured },
    {
      key: 'verdict',
      title: say('verdict'),
      width: '200px',
      cell: ({ passed, judged }) => (
        <span>
          <Light kind={passed ? 'good' : 'bad'} word={say(passed ? 'passed' : 'failed')} />{' '}
          {judged === 'people' ? <span className="small">{say('people')}</span> : null}
        </span>
      ),
    },
  ]
  const { name, passed, acceptedOn, signedBy, items } = sheet
  return (
    <>
      <div className="contract-head">
        <span className="two-lines grow">
          <strong>{name}</strong>
          <span className="small">{say('about', { acceptedOn, signedBy })}</span>
        </span>
        <Light kind={passed ? 'good' : 'bad'} word={say(passed ? 'passed' : 'failed')} />
      </div>
      <DataTable caption={name} columns={columns} rows={items} keyOf={({ item }) => item} />
    </>
  )
}
