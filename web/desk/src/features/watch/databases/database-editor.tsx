import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { ENGINE_WORDS, type OpenedDatabase, useDatabaseId } from './database-words.ts'
import '../watch.css'

const WORDS = {
  add: { zh: '登记数据库', en: 'Add a database' },
  change: { zh: '数据库设置', en: 'Settings of a database' },
  about: {
    zh: '请用只读监控账号（PostgreSQL 授予 pg_monitor，Oracle 授予 SELECT_CATALOG_ROLE，SQL Server 授予 VIEW SERVER STATE）；地址须先由系统管理员加入允许名单。',
    en: 'Use an account for monitoring alone (PostgreSQL: grant pg_monitor; Oracle: SELECT_CATALOG_ROLE; SQL Server: VIEW SERVER STATE). The system administrator has to allow the address first.',
  },
  name: { zh: '名称', en: 'Name' },
  service: { zh: '所属系统', en: 'Service' },
  engine: { zh: '数据库类型', en: 'Engine' },
  host: { zh: '主机', en: 'Host' },
  port: { zh: '端口', en: 'Port' },
  database: { zh: '数据库名', en: 'Database' },
  serviceName: { zh: '服务名', en: 'Service name' },
  user: { zh: '账号', en: 'Account' },
  secret: { zh: '密码', en: 'Password' },
  keep: { zh: '已保存，地址不变时留空不改', en: 'One is kept; empty leaves it while the address stays' },
  isSecure: { zh: '加密连接（TLS）', en: 'Encrypted (TLS)' },
  save: { zh: '保存', en: 'Save' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Fields = Pick<OpenedDatabase, 'name' | 'service' | 'target'> & { readonly secret?: string }

const NEW: Fields = {
  ...{ name: '', service: '' },
  target: { engine: 'postgres', host: '', port: 5432, database: '', user: '', isSecure: true },
}
const USUAL_PORTS = { postgres: 5432, mysql: 3306, oracle: 1521, sqlserver: 1433 } as const

export function NewDatabasePage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const add = useMutation(queries.watchDatabases.addDatabase.mutationOptions({ onSuccess: renew }))
  const send = (fields: Fields) =>
    add.mutate(givenOf(fields), {
      onSuccess: ({ id }) => void navigate({ to: '/databases/$databaseId', params: { databaseId: id } }),
    })
  return (
    <>
      <PageHead title={say('add')} about={say('about')} />
      <Editor fields={NEW} hasSecret={false} {...{ send }} sending={add} />
    </>
  )
}

export function ChangeDatabasePage() {
  const say = useWords(WORDS)
  const id = useDatabaseId()
  const navigate = useNavigate()
  // Read once: what somebody is typing is not replaced by a renewed answer.
  const database = useQuery(
    queries.watchDatabases.openDatabase.queryOptions({ input: { id }, refetchOnWindowFocus: false }),
  )
  const change = useMutation(queries.watchDatabases.changeDatabase.mutationOptions({ onSuccess: renew }))
  const send = (fields: Fields) =>
    change.mutate(
      { id, ...givenOf(fields) },
      { onSuccess: () => void navigate({ to: '/databases/$databaseId', params: { databaseId: id } }) },
    )
  return (
    <>
      <PageHead title={say('change')} about={say('about')} />
      <Loaded query={database}>
        {({ name, service, target, hasSecret }) => (
          <Editor fields={{ name, service, target }} {...{ hasSecret, send }} sending={change} />
        )}
      </Loaded>
    </>
  )
}

function renew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: queries.watchDatabases.key() })
}

function givenOf({ secret = '', ...fields }: Fields) {
  return { ...fields, secret: secret === '' ? null : secret }
}

type EditorProps = {
  readonly fields: Fields
  readonly hasSecret: boolean
  readonly send: (fields: Fields) => void
  readonly sending: { readonly isPending: boolean; readonly error: Parameters<typeof ProblemAlert>[0]['problem'] }
}

function Editor({ fields, hasSecret, send, sending }: EditorProps) {
  const say = useWords(WORDS)
  const sayEngine = useWords(ENGINE_WORDS)
  const [form] = Form.useForm<Fields>()
  const rules = [{ required: true, message: say('needed') }]
  const engines = (Object.keys(USUAL_PORTS) as (keyof typeof USUAL_PORTS)[]).map((value) => ({
    value,
    label: sayEngine(value),
  }))
  const engineNow = Form.useWatch(['target', 'engine'], form) ?? fields.target.engine
  const databaseLabel = engineNow === 'oracle' ? 'serviceName' : 'database'
  const text = (name: 'host' | 'database' | 'user') => (
    <Form.Item name={['target', name]} label={say(name === 'database' ? databaseLabel : name)} {...{ rules }}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  )
  const follow = (changed: { readonly target?: { readonly engine?: keyof typeof USUAL_PORTS } }) => {
    const engine = changed.target?.engine
    if (engine !== undefined) form.setFieldValue(['target', 'port'], USUAL_PORTS[engine])
  }
  return (
    <section className="card watch-status">
      <Form<Fields>
        {...{ form }}
        className="card-body"
        layout="vertical"
        requiredMark={false}
        initialValues={fields}
        onValuesChange={follow}
        onFinish={send}
      >
        <ProblemAlert problem={sending.error} />
        <Form.Item name="name" label={say('name')} {...{ rules }}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="service" label={say('service')} {...{ rules }}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['target', 'engine']} label={say('engine')}>
          <Select options={engines} />
        </Form.Item>
        <div className="watch-pair">
          {text('host')}
          <Form.Item name={['target', 'port']} label={say('port')} {...{ rules }}>
            <InputNumber min={1} max={65_535} precision={0} />
          </Form.Item>
          {text('database')}
          {text('user')}
          <Form.Item name="secret" label={say('secret')}>
            <Input.Password maxLength={500} autoComplete="new-password" placeholder={hasSecret ? say('keep') : ''} />
          </Form.Item>
          <Form.Item name={['target', 'isSecure']} valuePropName="checked">
            <Checkbox>{say('isSecure')}</Checkbox>
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" block loading={sending.isPending}>
          {say('save')}
        </Button>
      </Form>
    </section>
  )
}
