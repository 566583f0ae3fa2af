import { ChannelKind, ChannelSettings } from '@shiji/contract/inbox'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ChannelRow } from './channel-row.ts'
import { KIND_WORDS } from './kind-words.ts'

const WORDS = {
  ...KIND_WORDS,
  kind: { zh: '类型', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  url: { zh: '完整地址', en: 'Whole address' },
  urlHint: { zh: '从机器人或接收方的设置页完整复制。', en: 'Copied whole from the settings of the other side.' },
  keptHint: { zh: '留空表示不改。已保存的不再显示。', en: 'Left empty it stays. What is kept is not shown again.' },
  secret: { zh: '签名密钥', en: 'Signing secret' },
  password: { zh: '密码', en: 'Password' },
  make: { zh: '生成密钥', en: 'Make a secret' },
  host: { zh: '邮件服务器', en: 'Mail server' },
  port: { zh: '端口', en: 'Port' },
  secure: { zh: '全程 TLS（465 端口通常如此）', en: 'TLS from the first byte (usual on port 465)' },
  user: { zh: '用户名', en: 'User' },
  from: { zh: '发件人', en: 'From' },
  isOn: { zh: '启用', en: 'In use' },
  required: { zh: '请填写', en: 'Fill this in' },
  save: { zh: '保存渠道', en: 'Save the channel' },
} as const

type ChannelFormProps = { readonly channel: ChannelRow | null; readonly onDone: () => void }
type Fields = {
  readonly kind: ChannelKind
  readonly name: string
  readonly isOn: boolean
  readonly url?: string
  readonly secret?: string
  readonly host?: string
  readonly port?: number
  readonly isSecure?: boolean
  readonly user?: string
  readonly from?: string
}

const SECRET_BYTES = 32

export function ChannelForm({ channel, onDone }: ChannelFormProps) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? channel?.settings.kind ?? 'wecom'
  const done = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.inbox.listChannels.key() })
      onDone()
    },
  }
  const add = useMutation(queries.inbox.addChannel.mutationOptions(done))
  const change = useMutation(queries.inbox.changeChannel.mutationOptions(done))
  const save = (fields: Fields) => {
    const { name, isOn, url = '', secret = '' } = fields
    const settings = settingsOf(fields)
    const kept = { name, isOn, url, settings, secret: secret === '' ? null : secret, unitId: channel?.unitId ?? null }
    if (channel === null) add.mutate(kept)
    else change.mutate({ ...kept, id: channel.id })
  }
  const required = [{ required: true, message: say('required') }]
  const keptHint = channel === null ? undefined : say('keptHint')
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        port: 465,
        isSecure: true,
        ...channel?.settings,
        kind,
        name: channel?.name,
        isOn: channel?.isOn ?? true,
      }}
      onFinish={save}
    >
      <ProblemAlert problem={add.error ?? change.error} />
      <Form.Item name="kind" label={say('kind')}>
        <Select
          disabled={channel !== null}
          options={ChannelKind.options.map((value) => ({ value, label: say(value) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {kind === 'mail' ? (
        <MailFields />
      ) : (
        <Form.Item
          name="url"
          label={say('url')}
          extra={keptHint ?? say('urlHint')}
          rules={channel === null ? required : []}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      {kind === 'wecom' ? null : (
        <Form.Item name="secret" label={say(kind === 'mail' ? 'password' : 'secret')} extra={keptHint}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      {kind === 'webhook' ? (
        <Button className="inbox-make" onClick={() => form.setFieldValue('secret', makeSecret())}>
          {say('make')}
        </Button>
      ) : null}
      <Form.Item name="isOn" valuePropName="checked">
        <Checkbox>{say('isOn')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={add.isPending || change.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

function MailFields() {
  const say = useWords(WORDS)
  const required = [{ required: true, message: say('required') }]
  return (
    <>
      <Form.Item name="host" label={say('host')} rules={required}>
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="port" label={say('port')} rules={required}>
        <InputNumber min={1} max={65535} />
      </Form.Item>
      <Form.Item name="isSecure" valuePropName="checked">
        <Checkbox>{say('secure')}</Checkbox>
      </Form.Item>
      <Form.Item name="user" label={say('user')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="from" label={say('from')} rules={required}>
        <Input inputMode="email" autoComplete="off" />
      </Form.Item>
    </>
  )
}

function settingsOf({ kind, host = '', port = 465, isSecure = true, user = '', from = '' }: Fields): ChannelSettings {
  return ChannelSettings.parse(kind === 'mail' ? { kind, host, port, isSecure, user, from } : { kind })
}

/** As Standard Webhooks writes it. The other side gets the same text. */
function makeSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))))}`
}
