import { isOfDevices } from '@shiji/kernel/watch/signals/signal-kinds'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords, type Words } from '#desk/words/use-words.ts'
import { SOURCE_KINDS, type SourceKind } from './source-kinds.ts'

const WORDS = {
  add: { zh: '新增来源', en: 'Add a source' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '发送方', en: 'What sends' },
  senders: { zh: '设备的 IP 地址（用空格隔开）', en: 'Addresses of the devices (parted by blanks)' },
  sendersHint: { zh: '如 10.2.0.7 10.2.0.8', en: 'such as 10.2.0.7 10.2.0.8' },
  deskService: { zh: '服务台服务', en: 'Service of the desk' },
  signing: { zh: '签名', en: 'Signature' },
  version: { zh: '版本与安全级别', en: 'Version and security' },
  versionHint: {
    zh: 'v1、v2c 谁都能冒充设备发送；设备支持时选 v3。',
    en: 'Anybody can send v1 and v2c in the name of a device; choose v3 where devices know it.',
  },
  user: { zh: '用户名', en: 'User' },
  hash: { zh: '摘要算法', en: 'Hash' },
  sign: { zh: '认证密码（至少 8 个字符）', en: 'Password that signs (eight characters at least)' },
  hide: { zh: '加密密码（与认证密码相同可不填）', en: 'Password that enciphers (empty: the same)' },
  save: { zh: '保存', en: 'Save' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

const SIGNINGS = {
  none: { zh: '不签名（凭地址）', en: 'None (the address alone)' },
  timestamped: { zh: 'Standard Webhooks（防重放）', en: 'Standard Webhooks (no replay)' },
  plain: { zh: 'X-Hub-Signature-256（不防重放）', en: 'X-Hub-Signature-256 (replay possible)' },
} as const satisfies Words

const VERSIONS = {
  open: { zh: 'v1、v2c（凭地址）', en: 'v1, v2c (the address alone)' },
  auth: { zh: 'v3：认证', en: 'v3: signed' },
  'auth-priv': { zh: 'v3：认证并加密（AES-128）', en: 'v3: signed and enciphered (AES-128)' },
} as const satisfies Words

const HASHES = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const

type Fields = {
  readonly name: string
  readonly kind: SourceKind
  readonly deskService: string
  readonly senders?: string
  readonly signing?: keyof typeof SIGNINGS
  readonly version?: keyof typeof VERSIONS
  readonly user?: string
  readonly hash?: (typeof HASHES)[number]
  readonly sign?: string
  readonly hide?: string
}

const NEW_SOURCE: Partial<Fields> = {
  ...{ kind: 'alertmanager', deskService: 'application', signing: 'none', version: 'open', hash: 'sha256' },
}

type Given = Parameters<typeof api.watchSignals.addSource>[0]

/** What is asked for depends on the kind: other kinds leave it out. */
function givenOf({ name, kind, deskService, senders, signing, version, user, hash, sign, hide }: Fields): Given {
  const isSigned = kind === 'snmp-trap' && version !== undefined && version !== 'open'
  return {
    ...{ name, kind, deskService },
    senders: isOfDevices(kind) ? (senders ?? '').split(/[\s,，;；]+/).filter((sender) => sender !== '') : [],
    signing: isOfDevices(kind) ? 'none' : (signing ?? 'none'),
    security: isSigned ? { user: user ?? '', level: version, hash: hash ?? 'sha256' } : null,
    passwords: isSigned ? [sign, ...(version === 'auth-priv' && (hide ?? '') !== '' ? [hide] : [])].join('\n') : '',
  }
}

type AddProps = {
  readonly deed: {
    readonly mutate: (given: Given, options: { readonly onSuccess: () => void }) => void
    readonly reset: () => void
    readonly error: ProblemError | null
    readonly isPending: boolean
  }
}

export function AddSource({ deed }: AddProps) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const show = () => {
    deed.reset()
    setOpen(true)
  }
  const send = (fields: Fields) => deed.mutate(givenOf(fields), { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button onClick={show}>{say('add')}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={say('add')} footer={null} width={480} destroyOnHidden>
        <Form<Fields>
          {...{ form }}
          layout="vertical"
          requiredMark={false}
          initialValues={NEW_SOURCE}
          preserve={false}
          onFinish={send}
        >
          <ProblemAlert problem={deed.error} />
          <SourceFields {...{ form }} />
          <Button type="primary" htmlType="submit" block loading={deed.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}

type FieldsProps = { readonly form: ReturnType<typeof Form.useForm<Fields>>[0] }

function SourceFields({ form }: FieldsProps) {
  const say = useWords(WORDS)
  const sayKind = useWords(SOURCE_KINDS)
  const saySigning = useWords(SIGNINGS)
  const kind = Form.useWatch('kind', form) ?? 'alertmanager'
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const services = (setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))
  const needed = [{ required: true, message: say('needed') }]
  return (
    <>
      <Form.Item name="name" label={say('name')} rules={needed}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={say('kind')}>
        <Select options={choicesOf(SOURCE_KINDS, sayKind)} />
      </Form.Item>
      {isOfDevices(kind) ? (
        <Form.Item name="senders" label={say('senders')} extra={say('sendersHint')} rules={needed}>
          <Input maxLength={1000} autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item name="signing" label={say('signing')}>
          <Select options={choicesOf(SIGNINGS, saySigning)} />
        </Form.Item>
      )}
      {kind === 'snmp-trap' ? <SecurityFields {...{ form }} /> : null}
      <Form.Item name="deskService" label={say('deskService')} rules={needed}>
        <Select options={services} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </>
  )
}

function SecurityFields({ form }: FieldsProps) {
  const say = useWords(WORDS)
  const sayVersion = useWords(VERSIONS)
  const version = Form.useWatch('version', form) ?? 'open'
  const needed = [{ required: true, message: say('needed') }]
  const hashes = HASHES.map((value) => ({ value, label: value.replace('sha', 'SHA-') }))
  return (
    <>
      <Form.Item name="version" label={say('version')} extra={say('versionHint')}>
        <Select options={choicesOf(VERSIONS, sayVersion)} />
      </Form.Item>
      {version === 'open' ? null : (
        <>
          <Form.Item name="user" label={say('user')} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="hash" label={say('hash')}>
            <Select options={hashes} />
          </Form.Item>
          <Form.Item name="sign" label={say('sign')} rules={needed}>
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
        </>
      )}
      {version === 'auth-priv' ? (
        <Form.Item name="hide" label={say('hide')}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      ) : null}
    </>
  )
}

function choicesOf<Key extends string>(words: Readonly<Record<Key, unknown>>, say: (key: Key) => string) {
  return (Object.keys(words) as Key[]).map((value) => ({ value, label: say(value) }))
}
