import type { ProbeId } from '@shiji/contract/watch'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { BeatWord } from './beat-word.tsx'
import { PlaceFields } from './place-fields.tsx'
import {
  fieldsOf,
  NEW_PROBE,
  type ProbeFields,
  quorumOf,
  secretOf,
  targetOf,
  usualPortOf,
  watchedFromOf,
} from './probe-fields.ts'
import { KIND_WORDS, useProbeId } from './probe-view.ts'
import { RhythmFields } from './rhythm-fields.tsx'
import { TargetFields } from './target-fields.tsx'
import { TryProbe } from './try-probe.tsx'
import './watch.css'

const WORDS = {
  add: { zh: '新建探测', en: 'Add a probe' },
  change: { zh: '探测设置', en: 'Settings of a probe' },
  name: { zh: '名称', en: 'Name' },
  service: { zh: '所属系统', en: 'Service' },
  serviceAbout: {
    zh: '同一系统的探测合在一起算；“最低的系统”按它比较。',
    en: 'Probes of one service count together; the lowest service is found among them.',
  },
  deskService: { zh: '服务台服务', en: 'Service of the desk' },
  deskAbout: {
    zh: '变更批准的停机窗口和高峰时段按它对应。',
    en: 'Approved windows of changes and peak hours are matched by it.',
  },
  kind: { zh: '看什么', en: 'What to look at' },
  parent: {
    zh: '上级探测（它中断时，这里的失败不算）',
    en: 'Depends on (while that is down, failures here say nothing)',
  },
  alone: { zh: '没有', en: 'none' },
  isOn: { zh: '启用', en: 'Switched on' },
  save: { zh: '保存', en: 'Save' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

export function NewProbePage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const add = useMutation(queries.watch.addProbe.mutationOptions({ onSuccess: renew }))
  const open = (id: ProbeId) => void navigate({ to: '/watch/$probeId', params: { probeId: id } })
  const send = (fields: ProbeFields) =>
    add.mutate(givenOf(fields), {
      onSuccess: ({ id, beatWord }) => {
        if (beatWord === null) open(id)
      },
    })
  const { data } = add
  return (
    <>
      <PageHead title={say('add')} />
      {data !== undefined && data.beatWord !== null ? (
        <BeatWord word={data.beatWord} onRead={() => open(data.id)} />
      ) : (
        <Editor fields={NEW_PROBE} kept={null} {...{ send }} sending={add} />
      )}
    </>
  )
}

export function ChangeProbePage() {
  const say = useWords(WORDS)
  const id = useProbeId()
  const navigate = useNavigate()
  // Read once: what somebody is typing is not replaced by a renewed answer.
  const probe = useQuery(queries.watch.openProbe.queryOptions({ input: { id }, refetchInterval: false }))
  const change = useMutation(queries.watch.changeProbe.mutationOptions({ onSuccess: renew }))
  const send = (fields: ProbeFields) =>
    change.mutate(
      { id, ...givenOf(fields) },
      { onSuccess: () => void navigate({ to: '/watch/$probeId', params: { probeId: id } }) },
    )
  return (
    <>
      <PageHead title={say('change')} about={probe.data?.name} />
      <Loaded query={probe}>
        {(seen) => (
          <Editor fields={fieldsOf(seen)} kept={{ id, hasSecret: seen.hasSecret }} {...{ send }} sending={change} />
        )}
      </Loaded>
    </>
  )
}

function renew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queries.watch.key() })
}

function givenOf(fields: ProbeFields) {
  const { name, service, deskService, kind, target, everySeconds, timeoutMs, retries, retrySeconds, isOn } = fields
  const { parentId } = fields
  return {
    ...{ name, service, deskService, everySeconds, timeoutMs, retries, retrySeconds, isOn },
    target: targetOf(kind, { ...NEW_PROBE.target, ...target }),
    quorum: quorumOf({ ...NEW_PROBE, ...fields }),
    parentId: parentId === '' ? null : (parentId as ProbeId),
    watchedFrom: watchedFromOf(fields),
    secret: secretOf(fields),
  }
}

type EditorProps = {
  readonly fields: ProbeFields
  readonly kept: { readonly id: ProbeId; readonly hasSecret: boolean } | null
  readonly send: (fields: ProbeFields) => void
  readonly sending: { readonly isPending: boolean; readonly error: Parameters<typeof ProblemAlert>[0]['problem'] }
}

function Editor({ fields, kept, send, sending }: EditorProps) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<ProbeFields>()
  const kind = Form.useWatch('kind', form) ?? fields.kind
  const quorum = Form.useWatch('quorum', form) ?? fields.quorum
  const places = Form.useWatch('vantages', form) ?? fields.vantages
  const follow = (changed: Partial<ProbeFields>) => {
    const port = changed.kind === undefined ? undefined : usualPortOf(changed.kind)
    if (port !== undefined) form.setFieldValue(['target', 'port'], port)
  }
  return (
    <div className="watch-editor">
      <section className="card">
        <Form<ProbeFields>
          {...{ form }}
          className="card-body"
          layout="vertical"
          requiredMark={false}
          initialValues={fields}
          onValuesChange={follow}
          onFinish={send}
        >
          <ProblemAlert problem={sending.error} />
          <Belonging />
          <Form.Item name="kind" label={say('kind')}>
            <KindField />
          </Form.Item>
          <TargetFields {...{ kind }} hasSecret={kept?.hasSecret ?? false} />
          <RhythmFields {...{ quorum }} />
          <PlaceFields count={places.length} />
          <Form.Item name="parentId" label={say('parent')}>
            <ParentField own={kept?.id ?? null} />
          </Form.Item>
          <Form.Item name="isOn" valuePropName="checked">
            <Checkbox>{say('isOn')}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={sending.isPending}>
            {say('save')}
          </Button>
        </Form>
      </section>
      {kind === 'push' ? null : <TryProbe {...{ form }} id={kept?.id ?? null} />}
    </div>
  )
}

function Belonging() {
  const say = useWords(WORDS)
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const rules = [{ required: true, message: say('needed') }]
  const services = (setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))
  return (
    <>
      <Form.Item name="name" label={say('name')} rules={rules}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="service" label={say('service')} rules={rules} extra={say('serviceAbout')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="deskService" label={say('deskService')} rules={rules} extra={say('deskAbout')}>
        <Select options={services} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </>
  )
}

type FieldProps = { readonly id?: string; readonly value?: string; readonly onChange?: (value: string) => void }

function KindField(field: FieldProps) {
  const say = useWords(KIND_WORDS)
  const kinds = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={kinds.map((value) => ({ value, label: say(value) }))}
    />
  )
}

function ParentField({ own, ...field }: FieldProps & { readonly own: ProbeId | null }) {
  const say = useWords(WORDS)
  const probes = useQuery(queries.watch.listProbes.queryOptions())
  const others = (probes.data ?? []).filter(({ id }) => id !== own)
  const options = others.map(({ id, name, service }) => ({ value: id as string, label: `${service} · ${name}` }))
  return <Select {...field} options={[{ value: '', label: say('alone') }, ...options]} />
}
