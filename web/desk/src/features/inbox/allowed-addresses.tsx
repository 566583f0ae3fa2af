import { AllowedAddress } from '@shiji/contract/inbox'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '允许的外发地址', en: 'Allowed addresses' },
  about: {
    zh: '系统只向这里列出的主机和端口发请求，不跟随转址。内网和本机地址要单独允许。',
    en: 'Requests go only to the hosts and ports listed here and follow no redirect. Inside addresses are allowed one by one.',
  },
  host: { zh: '主机', en: 'Host' },
  hostRule: { zh: '请填写主机名，如 oapi.dingtalk.com', en: 'Enter a host such as oapi.dingtalk.com' },
  port: { zh: '端口', en: 'Port' },
  reach: { zh: '可指向', en: 'May lie' },
  public: { zh: '仅外网', en: 'outside only' },
  private: { zh: '外网或内网', en: 'outside or inside' },
  'this-machine': { zh: '仅本机', en: 'on this machine' },
  allow: { zh: '允许', en: 'Allow' },
  forbid: { zh: '取消', en: 'Take off' },
  none: { zh: '还没有允许任何地址', en: 'No address is allowed yet' },
} as const

export function AllowedAddresses() {
  const say = useWords(WORDS)
  const addresses = useQuery(queries.inbox.listAddresses.queryOptions())
  const look = () => queryClient.invalidateQueries({ queryKey: queries.inbox.listAddresses.key() })
  const forbid = useMutation(queries.inbox.forbidAddress.mutationOptions({ onSuccess: look }))
  const columns: readonly Column<AllowedAddress>[] = [
    { key: 'host', title: say('host'), cell: ({ host }) => <code>{host}</code> },
    { key: 'port', title: say('port'), kind: 'number', width: '100px', cell: ({ port }) => port },
    { key: 'reach', title: say('reach'), width: '160px', cell: ({ reach }) => say(reach) },
    {
      key: 'forbid',
      title: say('forbid'),
      kind: 'actions',
      width: '100px',
      cell: ({ host, port }) => (
        <Button size="small" onClick={() => forbid.mutate({ host, port })}>
          {say('forbid')}
        </Button>
      ),
    },
  ]
  return (
    <section className="inbox-side">
      <h2 className="inbox-heading">{say('title')}</h2>
      <p className="small">{say('about')}</p>
      <ProblemAlert problem={forbid.error} />
      <Loaded query={addresses} rows={2}>
        {(rows) => (
          <DataTable
            caption={say('title')}
            {...{ columns, rows }}
            keyOf={({ host, port }) => `${host} ${port}`}
            none={{ title: say('none') }}
          />
        )}
      </Loaded>
      <AllowForm onAllowed={look} />
    </section>
  )
}

function AllowForm({ onAllowed }: { readonly onAllowed: () => Promise<void> }) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<AllowedAddress>()
  const allow = useMutation(
    queries.inbox.allowAddress.mutationOptions({
      onSuccess: async () => {
        form.resetFields()
        await onAllowed()
      },
    }),
  )
  return (
    <Form<AllowedAddress>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="allow-form"
      initialValues={{ port: 443, reach: 'public' }}
      onFinish={(allowed) => allow.mutate(allowed)}
    >
      <ProblemAlert problem={allow.error} />
      <Form.Item name="host" label={say('host')} rules={[bySchema(AllowedAddress.shape.host, say('hostRule'))]}>
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="port" label={say('port')}>
        <InputNumber min={1} max={65535} />
      </Form.Item>
      <Form.Item name="reach" label={say('reach')}>
        <Select options={AllowedAddress.shape.reach.options.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <Button htmlType="submit" loading={allow.isPending}>
        {say('allow')}
      </Button>
    </Form>
  )
}
