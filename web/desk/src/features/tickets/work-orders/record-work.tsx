import { say as sayIn } from '@shiji/kernel/wording'
import { STEP_WORDS } from '@shiji/kernel/work-order/work-wording'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { WorkSeen } from './work-card.tsx'

const WORDS = {
  title: { zh: '登记工作', en: 'Record work' },
  step: { zh: '步骤 {number}', en: 'Step {number}' },
  stepState: { zh: '第 {number} 步做了吗', en: 'Is step {number} done' },
  stepNote: { zh: '第 {number} 步说明', en: 'Note on step {number}' },
  note: { zh: '说明（未做须写原因）', en: 'Note (why, if left out)' },
  addStep: { zh: '加一步', en: 'Add a step' },
  part: { zh: '备件 {number}', en: 'Part {number}' },
  name: { zh: '名称', en: 'Name' },
  serial: { zh: '序列号', en: 'Serial number' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  addPart: { zh: '加备件', en: 'Add a part' },
  fromStore: { zh: '从库存领用', en: 'Take from the store' },
  inStore: { zh: '{name} {model}（现存 {onHand} {unitWord}）', en: '{name} {model} ({onHand} {unitWord} there)' },
  notInStore: { zh: '库存里没有', en: 'Not in the store' },
  stocked: { zh: '库存领用', en: 'from the store' },
  time: { zh: '工时 {number}', en: 'Time {number}' },
  from: { zh: '开始', en: 'from' },
  until: { zh: '结束', en: 'until' },
  addTime: { zh: '加我的工时', en: 'Add my time' },
  remove: { zh: '去掉', en: 'Remove' },
  save: { zh: '保存', en: 'Save' },
} as const

type Step = WorkSeen['steps'][number]
type Part = {
  readonly name: string
  readonly serial?: string
  readonly quantity: string
  readonly unit?: string
  /** The item of the store it is taken from. */
  readonly itemId?: string | null
}
type Span = { readonly personId: string; readonly name: string; readonly from: string; readonly until: string }
type Fields = { readonly steps?: Step[]; readonly parts?: Part[]; readonly spans?: Span[] }

type RecordWorkProps = {
  readonly order: WorkSeen | null
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

export function RecordWork({ order, onClose, onDone }: RecordWorkProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={order !== null} onCancel={onClose} title={say('title')} footer={null} width={720} destroyOnHidden>
      {order === null ? null : <Lines order={order} onDone={onDone} />}
    </Modal>
  )
}

function Lines({ order, onDone }: { readonly order: WorkSeen; readonly onDone: () => Promise<void> }) {
  const say = useWords(WORDS)
  const record = useMutation(queries.deskWork.recordWork.mutationOptions({ onSuccess: onDone }))
  const { id, version, steps, parts } = order
  const spans = order.spans.map((span) => ({ ...span, from: localOf(span.from), until: localOf(span.until) }))
  const send = (fields: Fields) =>
    record.mutate({
      ...{ id, version },
      steps: (fields.steps ?? []).map(({ what, state, note }) => ({ what, state, note: note ?? '' })),
      parts: (fields.parts ?? []).map(({ name, serial, quantity, unit, itemId }) => ({
        ...{ name, quantity },
        serial: serial ?? '',
        unit: unit ?? '',
        itemId: itemId ?? null,
      })),
      spans: (fields.spans ?? []).map(({ personId, from, until }) => ({
        personId,
        from: instantOf(from),
        until: instantOf(until),
      })),
    })
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ steps, parts, spans }} onFinish={send}>
      <ProblemAlert problem={record.error} />
      <StepLines />
      <PartLines />
      <TimeLines />
      <Button type="primary" htmlType="submit" block loading={record.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

const NEEDED = [{ required: true, message: '' }]

function StepLines() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const states = (['open', 'done', 'left-out'] as const).map((value) => ({
    value,
    label: sayIn(STEP_WORDS[value], language),
  }))
  return (
    <Form.List name="steps">
      {(fields, { add }) => (
        <fieldset className="work-list">
          {fields.map(({ key, name }) => {
            const number = name + 1
            return (
              <div key={key} className="work-step">
                <Form.Item name={[name, 'what']} rules={NEEDED}>
                  <Input aria-label={say('step', { number })} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'state']}>
                  <Select aria-label={say('stepState', { number })} options={states} />
                </Form.Item>
                <Form.Item name={[name, 'note']}>
                  <Input aria-label={say('stepNote', { number })} placeholder={say('note')} maxLength={500} />
                </Form.Item>
              </div>
            )
          })}
          <Button onClick={() => add({ what: '', state: 'done', note: '' })}>{say('addStep')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function PartLines() {
  const say = useWords(WORDS)
  const form = Form.useFormInstance<Fields>()
  const isStocked = (name: number) => (form.getFieldValue(['parts', name, 'itemId']) ?? null) !== null
  const cell = (name: number, key: 'name' | 'serial' | 'quantity' | 'unit') => (
    <Form.Item name={[name, key]} rules={key === 'name' || key === 'quantity' ? NEEDED : []}>
      <Input
        aria-label={`${say('part', { number: name + 1 })} ${say(key)}`}
        placeholder={say(key)}
        // What came from the store is called as the store calls it.
        readOnly={(key === 'name' || key === 'unit') && isStocked(name)}
      />
    </Form.Item>
  )
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <fieldset className="work-list">
          {fields.map(({ key, name }) => (
            <div key={key} className="work-part">
              {cell(name, 'name')}
              {cell(name, 'serial')}
              {cell(name, 'quantity')}
              {cell(name, 'unit')}
              <Kept name={[name, 'itemId']} />
              <span className="ticket-acts">
                {isStocked(name) ? <span className="small">{say('stocked')}</span> : null}
                <Button onClick={() => remove(name)}>{say('remove')}</Button>
              </span>
            </div>
          ))}
          <FromStore onTake={add} />
          <Button onClick={() => add({ name: '', serial: '', quantity: '1', unit: '' })}>{say('addPart')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

/** A form gives back only what has a field: this one nobody sees. */
function Kept({ name }: { readonly name: [number, string] }) {
  return (
    <Form.Item name={name} hidden>
      <Input />
    </Form.Item>
  )
}

/** A part the store has: chosen here, the store has one less when the work is saved. */
function FromStore({ onTake }: { readonly onTake: (part: Part) => void }) {
  const say = useWords(WORDS)
  const { permissions } = useMe()
  const [search, setSearch] = useState('')
  const stock = useQuery(
    queries.stock.listStock.queryOptions({
      input: { search },
      enabled: permissions.includes('assets.read'),
      placeholderData: keepPreviousData,
    }),
  )
  const items = (stock.data?.items ?? []).filter(({ onHand }) => onHand !== '0')
  if (stock.data === undefined || (items.length === 0 && search === '')) return null
  const take = (id: string) => {
    const item = items.find((one) => one.id === id)
    if (item !== undefined) onTake({ name: item.name, serial: '', quantity: '1', unit: item.unitWord, itemId: item.id })
  }
  return (
    <Select
      className="work-stock"
      aria-label={say('fromStore')}
      placeholder={say('fromStore')}
      value={null}
      options={items.map(({ id, name, model, onHand, unitWord }) => ({
        value: id,
        label: say('inStore', { name, model, onHand, unitWord }),
      }))}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      notFoundContent={say('notInStore')}
      onSelect={(id: string | null) => take(id ?? '')}
    />
  )
}

function TimeLines() {
  const say = useWords(WORDS)
  const { person } = useMe()
  const form = Form.useFormInstance<Fields>()
  const cell = (name: number, key: 'from' | 'until') => (
    <Form.Item name={[name, key]} rules={NEEDED}>
      <Input type="datetime-local" aria-label={`${say('time', { number: name + 1 })} ${say(key)}`} />
    </Form.Item>
  )
  return (
    <Form.List name="spans">
      {(fields, { add, remove }) => (
        <fieldset className="work-list">
          {fields.map(({ key, name }) => (
            <div key={key} className="work-time">
              <span>{form.getFieldValue(['spans', name, 'name'])}</span>
              <Kept name={[name, 'personId']} />
              <Kept name={[name, 'name']} />
              {cell(name, 'from')}
              {cell(name, 'until')}
              <Button onClick={() => remove(name)}>{say('remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add({ personId: person.id, name: person.name, from: '', until: '' })}>
            {say('addTime')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

/** The whole country keeps one time. */
function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}

function localOf(instant: string): string {
  return formatMoment(instant).replace(' ', 'T')
}
