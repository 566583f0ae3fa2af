import type { ProbeKind } from '@shiji/contract/watch'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import type { TargetFields as Fields } from './probe-fields.ts'
import { StepFields } from './step-fields.tsx'

const WORDS = {
  url: { zh: '网址', en: 'Address' },
  method: { zh: '方法', en: 'Method' },
  statusFrom: { zh: '算可用的状态，从', en: 'Status that counts as up, from' },
  statusTo: { zh: '到', en: 'to' },
  contains: { zh: '答复中应有的文字（可不填）', en: 'Text the answer holds (may stay empty)' },
  headerName: { zh: '答复头名称（可不填）', en: 'Header of the answer (may stay empty)' },
  headerContains: { zh: '答复头应有的文字', en: 'Text the header holds' },
  user: { zh: '用户名（可不填）', en: 'User (may stay empty)' },
  needUser: { zh: '用户名', en: 'User' },
  secret: { zh: '密码', en: 'Password' },
  authSecret: { zh: '认证密码', en: 'Password that signs' },
  privacy: { zh: '加密密码（与认证密码相同可不填）', en: 'Password that enciphers (empty: the same)' },
  level: { zh: '版本与安全级别', en: 'Version and security' },
  v2c: { zh: 'v2c（团体名，明文）', en: 'v2c (community, in the open)' },
  v3none: { zh: 'v3 只认用户名', en: 'v3, by name alone' },
  v3auth: { zh: 'v3 认证', en: 'v3, signed' },
  v3priv: { zh: 'v3 认证并加密（AES-128）', en: 'v3, signed and enciphered (AES-128)' },
  hash: { zh: '摘要算法', en: 'Hash' },
  community: { zh: '团体名', en: 'Community' },
  keep: { zh: '已保存，留空不改', en: 'One is kept; empty leaves it' },
  trust: { zh: '证书', en: 'Certificate' },
  verified: { zh: '必须可信', en: 'must be trusted' },
  any: { zh: '内网自签也可', en: 'self-signed is fine' },
  daysLeft: { zh: '证书剩余少于几天算失败（可不填）', en: 'Days left on it that count as a failure (may stay empty)' },
  host: { zh: '主机', en: 'Host' },
  port: { zh: '端口', en: 'Port' },
  name: { zh: '要解析的域名', en: 'Name to look up' },
  record: { zh: '记录类型', en: 'Record' },
  isSecure: { zh: '加密连接（TLS）', en: 'Encrypted (TLS)' },
  database: { zh: '数据库名', en: 'Database' },
  serviceName: { zh: '服务名', en: 'Service name' },
  offMs: { zh: '时钟相差超过几毫秒算失败', en: 'Milliseconds off that count as a failure' },
  oid: { zh: '对象标识（OID）', en: 'Object (OID)' },
  factor: { zh: '读数乘以（换算单位，如 0.1）', en: 'Reading times (0.1 for tenths)' },
  least: { zh: '不低于（可不填）', en: 'At least (may stay empty)' },
  most: { zh: '不高于（可不填）', en: 'At most (may stay empty)' },
  push: {
    zh: '保存后给出一个暗语。系统每次运行后用它报到，没有按时报到算中断。',
    en: 'Saving answers a secret word. The service reports with it after each run; no report in time is an outage.',
  },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Key = Exclude<keyof Fields, 'steps'> | 'secret' | 'privacy'

const LINE = ['host', 'port'] as const
const LIMITS = ['factor', 'least', 'most'] as const
const ASKED: Readonly<Record<ProbeKind, readonly Key[]>> = {
  push: [],
  http: [
    ...(['url', 'method', 'trust', 'daysLeft', 'statusFrom', 'statusTo', 'user', 'secret'] as const),
    ...(['headerName', 'headerContains', 'contains'] as const),
  ],
  scenario: ['url', 'trust', 'user', 'secret'],
  tcp: LINE,
  tls: [...LINE, 'trust', 'daysLeft'],
  dns: [...LINE, 'name', 'record', 'contains'],
  postgres: [...LINE, 'database', 'user', 'secret', 'isSecure'],
  mysql: [...LINE, 'database', 'user', 'secret', 'isSecure'],
  oracle: [...LINE, 'database', 'user', 'secret', 'isSecure'],
  sqlserver: [...LINE, 'database', 'user', 'secret', 'isSecure'],
  redis: [...LINE, 'user', 'secret', 'isSecure'],
  ldap: [...LINE, 'user', 'secret', 'isSecure'],
  smtp: [...LINE, 'isSecure'],
  imap: [...LINE, 'isSecure'],
  ntp: [...LINE, 'offMs'],
  snmp: [...LINE, 'oid', 'level'],
  icmp: ['host'],
}
/** What each way to ask a device needs, before its limits. */
const ASKED_OF_DEVICE: Readonly<Record<Fields['level'], readonly Key[]>> = {
  '2c': ['secret'],
  none: ['user'],
  auth: ['user', 'hash', 'secret'],
  'auth-priv': ['user', 'hash', 'secret', 'privacy'],
}
const MAY_BE_EMPTY: readonly Key[] = [
  ...(['contains', 'headerName', 'headerContains', 'user', 'daysLeft', 'secret', 'privacy', 'least', 'most'] as const),
]

const NEEDS_USER: readonly ProbeKind[] = ['postgres', 'mysql', 'oracle', 'sqlserver', 'snmp']

type Asked = { readonly kind: ProbeKind; readonly hasSecret: boolean }
type AskedField = Asked & { readonly of: Key; readonly level: Fields['level'] }

/** What a kind of probe asks for, two fields a line. */
export function TargetFields({ kind, hasSecret }: Asked) {
  const say = useWords(WORDS)
  const level: Fields['level'] = Form.useWatch(['target', 'level'], { preserve: true }) ?? '2c'
  const asked = kind === 'snmp' ? [...ASKED.snmp, ...ASKED_OF_DEVICE[level], ...LIMITS] : ASKED[kind]
  if (kind === 'push') return <p className="small">{say('push')}</p>
  return (
    <>
      <div className="watch-pair">
        {asked.map((key) => (
          <Field key={key} {...{ of: key, kind, hasSecret, level }} />
        ))}
      </div>
      {kind === 'scenario' ? <StepFields /> : null}
    </>
  )
}

function Field({ of: key, kind, hasSecret, level }: AskedField) {
  const say = useWords(WORDS)
  if (key === 'isSecure') {
    return (
      <Form.Item name={['target', key]} valuePropName="checked">
        <Checkbox>{say(key)}</Checkbox>
      </Form.Item>
    )
  }
  const isNeeded = !MAY_BE_EMPTY.includes(key) || (NEEDS_USER.includes(kind) && key === 'user')
  const label = say(labelOf(key, { kind, isNeeded, level }))
  const rules = isNeeded ? [{ required: true, message: say('needed') }] : []
  return (
    <Form.Item name={key === 'secret' || key === 'privacy' ? key : ['target', key]} label={label} rules={rules}>
      {key === 'level' ? (
        <LevelField />
      ) : (
        inputOf(key, { keep: hasSecret ? say('keep') : '', verified: say('verified'), any: say('any') })
      )}
    </Form.Item>
  )
}

type Labelled = Omit<AskedField, 'of' | 'hasSecret'> & { readonly isNeeded: boolean }

function labelOf(key: Exclude<Key, 'isSecure'>, { kind, isNeeded, level }: Labelled) {
  if (key === 'secret' && kind === 'snmp') return level === '2c' ? 'community' : 'authSecret'
  if (key === 'database' && kind === 'oracle') return 'serviceName'
  return key === 'user' && isNeeded ? 'needUser' : key
}

type LevelProps = {
  readonly id?: string
  readonly value?: Fields['level']
  readonly onChange?: (value: Fields['level']) => void
}

function LevelField(field: LevelProps) {
  const say = useWords(WORDS)
  const words = { '2c': 'v2c', none: 'v3none', auth: 'v3auth', 'auth-priv': 'v3priv' } as const
  const levels = Object.keys(words) as (keyof typeof words)[]
  return <Select {...field} options={levels.map((value) => ({ value, label: say(words[value]) }))} />
}

function inputOf(key: Exclude<Key, 'isSecure' | 'level'>, told: { keep: string; verified: string; any: string }) {
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  switch (key) {
    case 'port':
      return <InputNumber min={1} max={65_535} precision={0} />
    case 'statusFrom':
    case 'statusTo':
      return <InputNumber min={100} max={599} precision={0} />
    case 'daysLeft':
      return <InputNumber min={0} max={365} precision={0} />
    case 'offMs':
      return <InputNumber min={1} max={3_600_000} precision={0} />
    case 'method':
      return <Select options={choices(['GET', 'HEAD'])} />
    case 'record':
      return <Select options={choices(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT'])} />
    case 'trust':
      return (
        <Select
          options={[
            { value: 'verified', label: told.verified },
            { value: 'any', label: told.any },
          ]}
        />
      )
    case 'hash':
      return <Select options={choices(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'])} />
    case 'secret':
    case 'privacy':
      return <Input.Password maxLength={500} autoComplete="new-password" placeholder={told.keep} />
    case 'url':
      return <Input maxLength={1000} autoComplete="off" placeholder="https://" />
    case 'contains':
    case 'headerName':
    case 'headerContains':
    case 'user':
    case 'oid':
    case 'factor':
    case 'least':
    case 'most':
    case 'host':
    case 'name':
    case 'database':
      return <Input maxLength={200} autoComplete="off" />
  }
}
