import { Name } from '@shiji/contract/directory'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import type { ListedUnit } from '#desk/units/unit-tree.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  part: { zh: '第 {number} 个新单位', en: 'New unit {number}' },
  nameRule: { zh: '请填写单位名称，最多 100 字', en: 'Enter the name, at most 100 characters' },
  people: { zh: '第 {number} 个新单位的人员', en: 'People of new unit {number}' },
  find: { zh: '输入姓名或拼音查找', en: 'Type a name or pinyin' },
  more: { zh: '再拆出一个', en: 'One more' },
  less: { zh: '少拆一个', en: 'One less' },
} as const

const MOST_PARTS = 20

export function SplitParts({ unit }: { readonly unit: ListedUnit }) {
  const say = useWords(WORDS)
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item
                name={[name, 'name']}
                label={say('part', { number: name + 1 })}
                rules={[bySchema(Name, say('nameRule'))]}
              >
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'people']} label={say('people', { number: name + 1 })}>
                <PeopleOf unit={unit} placeholder={say('find')} />
              </Form.Item>
            </div>
          ))}
          <div className="one-time-actions split-more">
            <Button disabled={fields.length === MOST_PARTS} onClick={() => add({ name: '', people: [] })}>
              {say('more')}
            </Button>
            {fields.length > 1 ? <Button onClick={() => remove(fields.length - 1)}>{say('less')}</Button> : null}
          </div>
        </>
      )}
    </Form.List>
  )
}

type PeopleOfProps = {
  readonly unit: ListedUnit
  readonly placeholder: string
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (people: string[]) => void
}

/** People of this very unit; the server finds them, by pinyin too. */
function PeopleOf({ unit, ...props }: PeopleOfProps) {
  const [search, setSearch] = useState('')
  const found = useQuery(queries.directory.listPeople.queryOptions({ input: { search, unitId: unit.id } }))
  const options = (found.data?.people ?? []).map(({ id, name }) => ({ value: id as string, label: name, title: name }))
  return (
    <Select
      {...props}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={options}
      loading={found.isPending}
    />
  )
}
