import { Form, InputNumber, Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  everySeconds: { zh: '每几秒看一次', en: 'Look every … seconds' },
  timeoutMs: { zh: '几毫秒没有答复算失败', en: 'Milliseconds without an answer that fail' },
  retries: { zh: '失败后加看几次', en: 'Extra looks after a failure' },
  retrySeconds: { zh: '加看间隔（秒）', en: 'Seconds between extra looks' },
  quorum: { zh: '怎样算中断', en: 'What is an outage' },
  'in-a-row': { zh: '连续几次失败', en: 'so many failures in a row' },
  'of-last': { zh: '最近几次中有几次失败', en: 'so many failures of the last' },
  failures: { zh: '失败次数', en: 'Failures' },
  successes: { zh: '连续成功几次算恢复', en: 'Successes in a row that end it' },
  checks: { zh: '最近几次', en: 'Of the last' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

const LIMITS = {
  everySeconds: { min: 10, max: 3600 },
  timeoutMs: { min: 100, max: 60_000 },
  retries: { min: 0, max: 10 },
  retrySeconds: { min: 1, max: 3600 },
  failures: { min: 1, max: 10 },
  successes: { min: 1, max: 10 },
  checks: { min: 1, max: 20 },
} as const

/** How often it looks, and when failures are an outage. */
export function RhythmFields({ quorum }: { readonly quorum: 'in-a-row' | 'of-last' }) {
  const say = useWords(WORDS)
  const rules = [{ required: true, message: say('needed') }]
  const last = quorum === 'in-a-row' ? 'successes' : 'checks'
  return (
    <div className="watch-pair">
      {(['everySeconds', 'timeoutMs', 'retries', 'retrySeconds'] as const).map((key) => (
        <Form.Item key={key} name={key} label={say(key)} rules={rules}>
          <InputNumber {...LIMITS[key]} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="quorum" label={say('quorum')}>
        <Select options={(['in-a-row', 'of-last'] as const).map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      {(['failures', last] as const).map((key) => (
        <Form.Item key={key} name={key} label={say(key)} rules={rules}>
          <InputNumber {...LIMITS[key]} precision={0} />
        </Form.Item>
      ))}
    </div>
  )
}
