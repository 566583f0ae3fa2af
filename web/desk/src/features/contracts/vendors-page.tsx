import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { useAddVendor, useMayWrite } from './contract-view.ts'
import './contracts.css'

const WORDS = {
  title: { zh: '供应商', en: 'Vendors' },
  about: { zh: '资质有没有过期，考核得了多少分', en: 'Whether licences are valid, and how they were appraised' },
  search: { zh: '名称', en: 'Name' },
  add: { zh: '登记供应商', en: 'Enter a vendor' },
  name: { zh: '供应商名称', en: 'Name of the vendor' },
  code: { zh: '统一社会信用代码', en: 'Credit code' },
  codeHint: { zh: '18 位大写字母和数字，可以空着', en: '18 capital letters and digits; may be left empty' },
  contact: { zh: '联系人和电话', en: 'Contact' },
  vendor: { zh: '供应商', en: 'Vendor' },
  contracts: { zh: '合同', en: 'Contracts' },
  licences: { zh: '资质', en: 'Licences' },
  people: { zh: '持证人员', en: 'Certified people' },
  score: { zh: '最近考核', en: 'Last appraisal' },
  ending: { zh: '{count} 项已到期或即将到期', en: '{count} ended or ending' },
  missing: { zh: '没有登记资质', en: 'no licence entered' },
  valid: { zh: '{count} 项有效', en: '{count} valid' },
  none: { zh: '还没有登记供应商', en: 'No vendor was entered yet' },
} as const

type Row = Awaited<ReturnType<typeof api.contracts.listVendors>>[number]

export function VendorsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { search = '' } = useSearch({ from: '/desk/vendors' })
  const list = useQuery(queries.contracts.listVendors.queryOptions({ input: { search } }))
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <Input.Search
          className="contract-search"
          aria-label={say('search')}
          placeholder={say('search')}
          defaultValue={search}
          allowClear
          onSearch={(text) => void navigate({ to: '/vendors', search: { search: text.trim() }, replace: true })}
        />
      }
      action={<Add />}
      query={list}
      columns={columns}
      none={{ title: say('none') }}
    />
  )
}

function Add() {
  const say = useWords(WORDS)
  const add = useAddVendor()
  if (!useMayWrite()) return null
  return (
    <AskButton
      primary
      label={say('add')}
      questions={[
        { name: 'name', label: say('name') },
        { name: 'creditCode', label: say('code'), hint: say('codeHint'), optional: true },
        { name: 'contact', label: say('contact'), optional: true },
      ]}
      deed={add}
      inputOf={(answer) => {
        return { name: answer('name'), creditCode: answer('creditCode'), contact: answer('contact') }
      }}
    />
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'vendor',
      title: say('vendor'),
      cell: ({ id, name, creditCode, contact, unitName }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/vendors/$vendorId" params={{ vendorId: id }}>
            {name}
          </Link>
          <span className="small">{[creditCode, contact, unitName].filter((part) => part !== '').join(' · ')}</span>
        </span>
      ),
    },
    { key: 'contracts', title: say('contracts'), kind: 'number', width: '90px', cell: (row) => row.contracts },
    { key: 'licences', title: say('licences'), width: '220px', cell: (row) => <Licences row={row} /> },
    { key: 'people', title: say('people'), kind: 'number', width: '110px', cell: ({ people }) => people },
    { key: 'score', title: say('score'), kind: 'number', width: '110px', cell: ({ score }) => score ?? '—' },
  ]
}

function Licences({ row: { licences, ending } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  if (licences === 0) return <Light kind="bad" word={say('missing')} />
  if (ending > 0) return <Light kind="watch" word={say('ending', { count: ending })} />
  return <Light kind="good" word={say('valid', { count: licences })} />
}
