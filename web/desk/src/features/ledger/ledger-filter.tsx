import { LEDGER_WORDS } from '@shiji/contract/ledger-words'
import { say as sayIn } from '@shiji/kernel/wording'
import { Button, Form, Input, Select } from 'antd'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

export type Question = {
  readonly person?: string | undefined
  readonly mentions?: string | undefined
  readonly did?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const WORDS = {
  person: { zh: '人员', en: 'Person' },
  personHint: { zh: '姓名、拼音或登录名', en: 'Name, pinyin or login' },
  did: { zh: '事项', en: 'What was done' },
  any: { zh: '全部', en: 'Anything' },
  mentions: { zh: '提到', en: 'Mentions' },
  mentionsHint: { zh: '记录编号或内容', en: 'Id of a record, or text' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  ask: { zh: '查询', en: 'Search' },
} as const

type LedgerFilterProps = { readonly question: Question; readonly onAsk: (question: Question) => void }

/** The question stands in the address, so that it can be handed on. */
export function LedgerFilter({ question, onAsk }: LedgerFilterProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const deeds = Object.entries(LEDGER_WORDS).map(([value, wording]) => ({ value, label: sayIn(wording, language) }))
  return (
    <Form<Question>
      className="ledger-filter"
      layout="vertical"
      initialValues={question}
      onFinish={(asked) => onAsk(Object.fromEntries(Object.entries(asked).filter(([, value]) => value)))}
    >
      <Form.Item name="person" label={say('person')}>
        <Input allowClear placeholder={say('personHint')} maxLength={50} />
      </Form.Item>
      <Form.Item name="did" label={say('did')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={say('any')} options={deeds} />
      </Form.Item>
      <Form.Item name="mentions" label={say('mentions')}>
        <Input allowClear placeholder={say('mentionsHint')} maxLength={100} />
      </Form.Item>
      <Form.Item name="from" label={say('from')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={say('to')}>
        <Input type="date" />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {say('ask')}
      </Button>
    </Form>
  )
}
