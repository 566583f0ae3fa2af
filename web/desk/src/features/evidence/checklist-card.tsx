import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ChecklistProofs } from './checklist-proofs.tsx'
import type { Checklist, ChecklistItem, RowPlace } from './checklist-types.ts'
import { DropItem, ProveItem } from './prove-item.tsx'
import { useRefresh } from './use-refresh.ts'

const WORDS = {
  about: {
    zh: '《{name}》逐项附上文件或记录才算数；到期或撤回的不再算。',
    en: '“{name}”: an item counts with a file or record in force; one that ran out or was taken back does not.',
  },
  notLaid: { zh: '清单还没有建立。建立后按下列各项核对：', en: 'The list is not laid out yet. It will ask for:' },
  ownItems: {
    zh: '这份清单由本单位自己列项，例如逐个部署的单位。',
    en: 'This list is written by the office itself, such as site by site.',
  },
  layOut: { zh: '建立清单', en: 'Lay the list out' },
  fulfilled: { zh: '已有依据', en: 'Proved' },
  open: { zh: '缺依据', en: 'Not proved' },
  dropped: { zh: '不适用', en: 'Does not apply' },
  because: { zh: '{by}：{because}', en: '{by}: {because}' },
  prove: { zh: '附上依据', en: 'Attach proof' },
  drop: { zh: '不适用…', en: 'Does not apply …' },
  ofItem: { zh: '（{name}）', en: '({name})' },
  add: { zh: '另加一项', en: 'Ask for one more' },
  addItem: { zh: '增加', en: 'Add' },
  addMissing: { zh: '请写明要核对的内容', en: 'Say what is asked for' },
} as const

/** What a promise in words asks for, item by item; ticked by the file or record that proves it. */
export function ChecklistCard(place: RowPlace) {
  const list = useQuery(queries.checklists.readChecklist.queryOptions({ input: place }))
  return (
    <Loaded query={list} rows={3}>
      {(found) => (found.laid ? <Items list={found} place={place} /> : <NotLaid list={found} place={place} />)}
    </Loaded>
  )
}

type ListProps = { readonly list: Checklist; readonly place: RowPlace }

function NotLaid({ list: { name, pattern }, place }: ListProps) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const layOut = useMutation(queries.checklists.layOutChecklist.mutationOptions({ onSuccess: useRefresh() }))
  return (
    <>
      <p className="small">{say('about', { name })}</p>
      <p>{say(pattern.length === 0 ? 'ownItems' : 'notLaid')}</p>
      <ul className="plain-list">
        {pattern.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <ProblemAlert problem={layOut.error} />
      {mayWrite ? (
        <Button type="primary" loading={layOut.isPending} onClick={() => layOut.mutate(place)}>
          {say('layOut')}
        </Button>
      ) : null}
    </>
  )
}

function Items({ list: { name, items }, place }: ListProps) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  return (
    <>
      <p className="small">{say('about', { name })}</p>
      <ul className="checklist">
        {items.map((item) => (
          <Item key={item.id} {...{ item, place, mayWrite }} />
        ))}
      </ul>
      {mayWrite ? <AddItem place={place} /> : null}
    </>
  )
}

type ItemProps = { readonly item: ChecklistItem; readonly place: RowPlace; readonly mayWrite: boolean }

function Item({ item, place, mayWrite }: ItemProps) {
  const say = useWords(WORDS)
  const [doing, setDoing] = useState<'prove' | 'drop' | null>(null)
  const { name, fulfilled, dropped, proofs } = item
  const done = () => setDoing(null)
  return (
    <li>
      <p className="checklist-head">
        <b>{name}</b> <Light {...lightOf({ fulfilled, isDropped: dropped !== null })} word={say(stateOf(item))} />
      </p>
      {dropped === null ? null : <p className="small">{say('because', dropped)}</p>}
      <ChecklistProofs {...{ proofs, place, mayWrite }} />
      {!mayWrite || dropped !== null || doing !== null ? null : (
        <p>
          <Button size="small" onClick={() => setDoing('prove')}>
            {say('prove')}
            <span className="visually-hidden">{say('ofItem', { name })}</span>
          </Button>{' '}
          <Button size="small" type="text" onClick={() => setDoing('drop')}>
            {say('drop')}
            <span className="visually-hidden">{say('ofItem', { name })}</span>
          </Button>
        </p>
      )}
      {doing === 'prove' ? <ProveItem {...{ item, place, done }} /> : null}
      {doing === 'drop' ? <DropItem {...{ item, place, done }} /> : null}
    </li>
  )
}

function stateOf({ fulfilled, dropped }: ChecklistItem) {
  if (dropped !== null) return 'dropped'
  return fulfilled ? 'fulfilled' : 'open'
}

function lightOf({ fulfilled, isDropped }: { readonly fulfilled: boolean; readonly isDropped: boolean }) {
  if (isDropped) return { kind: 'none' } as const
  return { kind: fulfilled ? 'good' : 'not-started' } as const
}

function AddItem({ place }: { readonly place: RowPlace }) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<{ name: string }>()
  const refresh = useRefresh()
  const add = useMutation(
    queries.checklists.addChecklistItem.mutationOptions({
      onSuccess: async () => {
        form.resetFields()
        await refresh()
      },
    }),
  )
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ name }) => add.mutate({ ...place, name })}
      className="checklist-add"
    >
      <ProblemAlert problem={add.error} />
      <Form.Item
        name="name"
        label={say('add')}
        rules={[{ required: true, whitespace: true, message: say('addMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {say('addItem')}
      </Button>
    </Form>
  )
}
