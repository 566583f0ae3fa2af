import { Name, type UnitId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import type { ListedUnit } from '#desk/units/unit-tree.ts'
import { useWords } from '#desk/words/use-words.ts'
import { SplitParts } from './split-parts.tsx'
import { type Act, actsOn, type ChangeFields, changeOf } from './unit-change.ts'

const WORDS = {
  act: { zh: '办理', en: 'What happens' },
  rename: { zh: '更名', en: 'Rename' },
  move: { zh: '划转', en: 'Move' },
  merge: { zh: '并入', en: 'Merge' },
  split: { zh: '拆分', en: 'Split' },
  close: { zh: '撤销', en: 'Close' },
  renameAbout: { zh: '旧名称留在沿革里，此前的记录仍能按旧名称查到。', en: 'The old name stays in the history.' },
  moveAbout: {
    zh: '连同全部下级一起划转；原上级立刻看不到它的记录，新上级立刻能看到。',
    en: 'It goes with all units below it; the old unit above loses sight of it at once, the new one gains it.',
  },
  mergeAbout: {
    zh: '人员和下级单位转入对方；本单位标为“已合并”，历史记录仍归它名下。不能退回。',
    en: 'People and units below go over; this unit is marked merged and keeps its records. It cannot be undone.',
  },
  splitAbout: {
    zh: '新单位与本单位平级；历史记录留在本单位，没有点名的人也留下。',
    en: 'New units stand beside this one; its records stay here, and so does everybody not named.',
  },
  closeAbout: {
    zh: '没有人员和在用的下级单位才能撤销；历史记录保留。不能退回。',
    en: 'Only when nobody and no open unit is left in it. Its records are kept. It cannot be undone.',
  },
  name: { zh: '新名称', en: 'New name' },
  nameRule: { zh: '请填写单位名称，最多 100 字', en: 'Enter the name, at most 100 characters' },
  parent: { zh: '新的上级单位', en: 'New unit above' },
  into: { zh: '并入哪个单位', en: 'Into which unit' },
  unitMissing: { zh: '请选择单位', en: 'Choose the unit' },
  on: { zh: '生效日期', en: 'Effective on' },
  onMissing: { zh: '请填写生效日期', en: 'Enter the day' },
  reason: { zh: '依据', en: 'Ground' },
  reasonMissing: { zh: '请填写依据，例如文件号', en: 'Enter the ground, such as a document number' },
  save: { zh: '办理{act}', en: '{act} it' },
  saved: { zh: '{name}：{act}已办理', en: '{name}: {act} done' },
} as const

export function ChangeUnit({ unit, onDone }: { readonly unit: ListedUnit; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [act, setAct] = useState<Act>('rename')
  const change = useMutation<unknown, ProblemError, ChangeFields>({
    mutationFn: (fields) => changeOf(act, unit, fields)(api),
    onSuccess: async () => {
      message.success(say('saved', { name: unit.name, act: say(act) }))
      onDone()
      await queryClient.invalidateQueries({ queryKey: queries.directory.key() })
      await queryClient.invalidateQueries({ queryKey: queries.units.key() })
    },
  })
  return (
    <Form<ChangeFields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ effectiveOn: today(), parts: [{ name: '', people: [] }] }}
      onFinish={(fields) => change.mutate(fields)}
      onValuesChange={change.reset}
    >
      <Radio.Group
        aria-label={say('act')}
        className="unit-acts"
        optionType="button"
        options={actsOn(unit).map((value) => ({ value, label: say(value) }))}
        value={act}
        onChange={({ target }) => {
          change.reset()
          setAct(target.value)
        }}
      />
      <p className="small">{say(`${act}About`)}</p>
      <ProblemAlert problem={change.error} />
      <FieldsOf act={act} unit={unit} />
      <Form.Item name="effectiveOn" label={say('on')} rules={[{ required: true, message: say('onMissing') }]}>
        <Input type="date" max={today()} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {say('save', { act: say(act) })}
      </Button>
    </Form>
  )
}

function FieldsOf({ act, unit }: { readonly act: Act; readonly unit: ListedUnit }) {
  const say = useWords(WORDS)
  const chosen: { message: string; required: true } = { required: true, message: say('unitMissing') }
  switch (act) {
    case 'rename':
      return (
        <Form.Item name="name" label={say('name')} rules={[bySchema(Name, say('nameRule'))]}>
          <Input autoComplete="off" placeholder={unit.name} />
        </Form.Item>
      )
    case 'move':
      return (
        <Form.Item<{ parentId: UnitId }> name="parentId" label={say('parent')} rules={[chosen]}>
          <UnitChoice />
        </Form.Item>
      )
    case 'merge':
      return (
        <Form.Item<{ intoId: UnitId }> name="intoId" label={say('into')} rules={[chosen]}>
          <UnitChoice />
        </Form.Item>
      )
    case 'split':
      return <SplitParts unit={unit} />
    case 'close':
      return null
  }
}

/** Public bodies of the country keep one day. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
