import { MailboxSettings } from '@shiji/contract/desk-mail'
import { UnitId } from '@shiji/contract/directory'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { UnitChoice } from '#desk/units/unit-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  address: { zh: '邮箱地址', en: 'Address' },
  addressRule: { zh: '请填写完整的邮箱地址', en: 'Enter a whole address' },
  reading: { zh: '收信服务器（IMAP）', en: 'Server for reading (IMAP)' },
  sending: { zh: '发信服务器（SMTP）', en: 'Server for sending (SMTP)' },
  host: { zh: '主机', en: 'Host' },
  port: { zh: '端口', en: 'Port' },
  secure: { zh: '全程 TLS', en: 'TLS from the first byte' },
  user: { zh: '用户名', en: 'User' },
  password: { zh: '密码', en: 'Password' },
  keptHint: { zh: '留空表示不改。已保存的不再显示。', en: 'Left empty it stays. What is kept is not shown again.' },
  unit: { zh: '通讯录外的人算在哪个单位', en: 'Unit of whoever is not in the directory' },
  service: { zh: '定级前先归入', en: 'Service until it is classified' },
  isOn: { zh: '启用', en: 'In use' },
  allowed: {
    zh: '两个服务器的主机和端口须先列入“消息渠道”的允许地址。',
    en: 'Host and port of both servers must be among the allowed addresses under Channels first.',
  },
  required: { zh: '请填写', en: 'Fill this in' },
  save: { zh: '保存邮箱', en: 'Save the mailbox' },
  saved: { zh: '已保存', en: 'Saved' },
} as const

type Seen = NonNullable<Awaited<ReturnType<typeof api.deskMail.readMailbox>>['mailbox']>
type Fields = {
  readonly settings: MailboxSettings
  readonly password?: string
  readonly unitId: string
  readonly service: string
  readonly isOn: boolean
}

const USUAL = { reading: { port: 993, isSecure: true }, sending: { port: 465, isSecure: true } }

export function MailboxForm({ mailbox }: { readonly mailbox: Seen | null }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const save = useMutation(
    queries.deskMail.setMailbox.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.deskMail.key() })
        message.success(say('saved'))
      },
    }),
  )
  const required = [{ required: true, message: say('required') }]
  const keep = ({ settings, password = '', unitId, service, isOn }: Fields) =>
    save.mutate({
      ...{ service, isOn },
      settings: MailboxSettings.parse(settings),
      unitId: UnitId.parse(unitId),
      password: password === '' ? null : password,
    })
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ isOn: true, settings: USUAL, ...mailbox }}
      onFinish={keep}
    >
      <ProblemAlert problem={save.error} />
      <p className="small">{say('allowed')}</p>
      <div className="mailbox-fields">
        <Form.Item
          name={['settings', 'address']}
          label={say('address')}
          rules={[bySchema(MailboxSettings.shape.address, say('addressRule'))]}
        >
          <Input inputMode="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['settings', 'user']} label={say('user')} rules={required}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          extra={mailbox === null ? undefined : say('keptHint')}
          rules={mailbox === null ? required : []}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </div>
      <Place side="reading" />
      <Place side="sending" />
      <div className="mailbox-fields">
        <Form.Item name="unitId" label={say('unit')} rules={required}>
          <UnitChoice />
        </Form.Item>
        <Form.Item name="service" label={say('service')} rules={required}>
          <Select options={(setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))} />
        </Form.Item>
      </div>
      <Form.Item name="isOn" valuePropName="checked">
        <Checkbox>{say('isOn')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

function Place({ side }: { readonly side: 'reading' | 'sending' }) {
  const say = useWords(WORDS)
  const place = ['settings', side]
  return (
    <fieldset className="mailbox-fields mailbox-place">
      <legend>{say(side)}</legend>
      <Form.Item
        name={[...place, 'host']}
        label={say('host')}
        rules={[bySchema(MailboxSettings.shape[side].shape.host, say('required'))]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name={[...place, 'port']} label={say('port')}>
        <InputNumber min={1} max={65535} />
      </Form.Item>
      <Form.Item name={[...place, 'isSecure']} valuePropName="checked" className="mailbox-secure">
        <Checkbox>{say('secure')}</Checkbox>
      </Form.Item>
    </fieldset>
  )
}
