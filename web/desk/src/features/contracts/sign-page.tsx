import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useSign } from './contract-view.ts'
import { METHOD_WORDS } from './method-words.ts'
import { type ContractDraft, NO_INSTALMENT, toContract } from './sign-draft.ts'
import { InstalmentLines, MilestoneLines, TermLines } from './sign-lines.tsx'
import { useSignChoices } from './use-sign-choices.ts'
import './contracts.css'

const WORDS = {
  title: { zh: '录入合同', en: 'Enter a contract' },
  about: {
    zh: '照已签的合同录，各期付款的条件在这里定下',
    en: 'As it was signed; what each payment waits for is set here',
  },
  facts: { zh: '合同', en: 'Contract' },
  project: { zh: '项目', en: 'Project' },
  vendor: { zh: '供应商', en: 'Vendor' },
  supervisor: { zh: '监理单位', en: 'Supervisor' },
  number: { zh: '合同编号', en: 'Number' },
  name: { zh: '合同名称', en: 'Name' },
  method: { zh: '采购方式', en: 'Bought by' },
  amount: { zh: '合同金额（元）', en: 'Amount (yuan)' },
  signedOn: { zh: '签订日期', en: 'Signed on' },
  startsOn: { zh: '开始日期', en: 'Starts on' },
  endsOn: { zh: '结束日期', en: 'Ends on' },
  termYear: { zh: '第几年', en: 'Year' },
  termYears: { zh: '共几年', en: 'Of years' },
  passMark: { zh: '考核合格线（分）', en: 'Pass mark' },
  pointValue: { zh: '每扣一分扣款（元）', en: 'Yuan a point costs' },
  purchases: { zh: '采购计划中的行', en: 'Lines of the procurement plan' },
  save: { zh: '保存合同', en: 'Save the contract' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

const START = {
  termYear: 1,
  termYears: 3,
  passMark: '80',
  pointValue: '0',
  terms: [],
  milestones: [],
  instalments: [NO_INSTALMENT],
  purchaseIds: [],
}

export function SignPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const sign = useSign()
  const [form] = Form.useForm<ContractDraft>()
  const send = (draft: ContractDraft) =>
    sign.mutate(toContract(draft), {
      onSuccess: ({ id }) => void navigate({ to: '/contracts/$contractId', params: { contractId: id } }),
    })
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <Form<ContractDraft>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="contract-form"
        initialValues={{ ...START, signedOn: today(), startsOn: today() }}
        onFinish={send}
      >
        <ProblemAlert problem={sign.error} />
        <Facts />
        <MilestoneLines />
        <InstalmentLines />
        <TermLines />
        <Button type="primary" htmlType="submit" block loading={sign.isPending}>
          {say('save')}
        </Button>
      </Form>
    </>
  )
}

function Facts() {
  const say = useWords(WORDS)
  const sayMethod = useWords(METHOD_WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const { projects, vendors, lines } = useSignChoices(Form.useWatch('projectId'))
  const methods = (Object.keys(METHOD_WORDS) as (keyof typeof METHOD_WORDS)[]).map((value) => {
    return { value, label: sayMethod(value) }
  })
  const byLabel = { optionFilterProp: 'label' } as const
  return (
    <section className="card" aria-label={say('facts')}>
      <h2>{say('facts')}</h2>
      <div className="card-body contract-fields">
        <Form.Item name="projectId" label={say('project')} rules={needed}>
          <Select options={projects} showSearch={byLabel} />
        </Form.Item>
        <Form.Item name="vendorId" label={say('vendor')} rules={needed}>
          <Select options={vendors} showSearch={byLabel} />
        </Form.Item>
        <Form.Item name="supervisorId" label={say('supervisor')}>
          <Select options={vendors} showSearch={byLabel} allowClear />
        </Form.Item>
        {(['number', 'name', 'amount'] as const).map((key) => (
          <Form.Item key={key} name={key} label={say(key)} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="method" label={say('method')} rules={needed}>
          <Select options={methods} />
        </Form.Item>
        {(['signedOn', 'startsOn', 'endsOn'] as const).map((key) => (
          <Form.Item key={key} name={key} label={say(key)} rules={needed}>
            <Input type="date" />
          </Form.Item>
        ))}
        {(['termYear', 'termYears'] as const).map((key) => (
          <Form.Item key={key} name={key} label={say(key)} rules={needed}>
            <InputNumber min={1} max={10} />
          </Form.Item>
        ))}
        {(['passMark', 'pointValue'] as const).map((key) => (
          <Form.Item key={key} name={key} label={say(key)} rules={needed}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="purchaseIds" label={say('purchases')}>
          <Select mode="multiple" options={lines} showSearch={byLabel} />
        </Form.Item>
      </div>
    </section>
  )
}
