import { MeterId } from '@shiji/contract/upkeep-meters'
import { type Decimal, isDecimal } from '@shiji/kernel/decimal'
import { type CountedSubject, METER_KIND_WORDS, type MeterKind, SUBJECT_WORDS } from '@shiji/kernel/upkeep/meter'
import { say as sayIn, type Wording } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '新建抄表项', en: 'New register' },
  kind: { zh: '抄什么', en: 'What is read' },
  subject: { zh: '统计什么', en: 'What is counted' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '位置', en: 'Place' },
  unitWord: { zh: '单位', en: 'Unit of measure' },
  least: { zh: '下限（可不填）', en: 'Lower limit (optional)' },
  most: { zh: '上限（可不填）', en: 'Upper limit (optional)' },
  month: { zh: '每月限额（可不填，不填则比上年同月）', en: 'Limit of a month (empty: the same month of last year)' },
  rated: { zh: '额定值', en: 'Rated value' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  number: { zh: '请只写数字', en: 'Digits only' },
  save: { zh: '新建', en: 'Make it' },
} as const

const UNIT_OF: Readonly<Record<MeterKind, string>> = {
  energy: 'kWh',
  pue: '',
  speed: 'KB',
  performance: '',
  counted: '',
}

type Fields = {
  readonly kind: MeterKind
  readonly subject?: CountedSubject
  readonly name: string
  readonly place?: string
  readonly unitWord?: string
  readonly least?: string
  readonly most?: string
  readonly rated?: string
}

export function AddMeter({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewMeter onDone={onClose} />
    </Modal>
  )
}

function NewMeter({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const me = useMe()
  const add = useMutation(
    queries.upkeepMeters.addMeter.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() })
      },
    }),
  )
  const send = ({ kind, subject, name, place = '', unitWord, least, most, rated }: Fields) => {
    const limits = { least: numberOf(least), most: numberOf(most), rated: numberOf(rated) }
    const named = { name, place, unitWord: unitWord ?? UNIT_OF[kind], kind, subject: subject ?? null }
    const id = MeterId.parse(crypto.randomUUID())
    add.mutate({ id, unitId: me.person.unitId, projectId: null, ...named, ...limits })
  }
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send} initialValues={{ kind: 'energy' }}>
      <ProblemAlert problem={add.error} />
      <MeterFields />
      <Button type="primary" htmlType="submit" block loading={add.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

function MeterFields() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const kind = Form.useWatch<MeterKind | undefined>('kind') ?? 'energy'
  const needed = [{ required: true, message: say('needed') }]
  const optionsOf = <Key extends string>(words: Readonly<Record<Key, Wording>>) =>
    (Object.keys(words) as Key[]).map((value) => ({ value, label: sayIn(words[value], language) }))
  const number = (name: 'least' | 'most' | 'rated', label: string, isNeeded = false) => (
    <Form.Item
      name={name}
      label={label}
      rules={[...(isNeeded ? needed : []), { pattern: /^\d+(\.\d+)?$/, message: say('number') }]}
    >
      <Input inputMode="decimal" autoComplete="off" maxLength={20} />
    </Form.Item>
  )
  return (
    <>
      <Form.Item name="kind" label={say('kind')} rules={needed}>
        <Select options={optionsOf(METER_KIND_WORDS)} />
      </Form.Item>
      {kind === 'counted' ? (
        <Form.Item name="subject" label={say('subject')} rules={needed}>
          <Select options={optionsOf(SUBJECT_WORDS)} />
        </Form.Item>
      ) : null}
      <Form.Item name="name" label={say('name')} rules={needed}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="place" label={say('place')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {kind === 'counted' ? null : (
        <Form.Item name="unitWord" label={say('unitWord')}>
          <Input maxLength={20} autoComplete="off" placeholder={UNIT_OF[kind]} />
        </Form.Item>
      )}
      {kind === 'performance' ? number('rated', say('rated'), true) : null}
      {kind === 'speed' || kind === 'performance' ? number('least', say('least')) : null}
      {kind === 'counted' ? null : number('most', say(kind === 'energy' ? 'month' : 'most'))}
    </>
  )
}

function numberOf(text: string | undefined): Decimal | null {
  return text !== undefined && isDecimal(text) ? text : null
}
