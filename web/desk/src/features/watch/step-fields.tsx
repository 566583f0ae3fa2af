import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { NEW_STEP } from './probe-fields.ts'

const WORDS = {
  about: {
    zh: '依次访问同一系统，前一步的 Cookie 会带到后一步。路径和提交内容里可写 {user}、{secret}。',
    en: 'One system, step by step; cookies go along. Paths and what is sent may hold {user} and {secret}.',
  },
  step: { zh: '第 {number} 步', en: 'Step {number}' },
  name: { zh: '做什么', en: 'What it does' },
  method: { zh: '方法', en: 'Method' },
  path: { zh: '路径', en: 'Path' },
  status: { zh: '应有的状态', en: 'Status it has to have' },
  body: { zh: '提交内容（可不填）', en: 'What is sent (may stay empty)' },
  contains: { zh: '答复中应有的文字（可不填）', en: 'Text the answer holds (may stay empty)' },
  add: { zh: '加一步', en: 'Add a step' },
  remove: { zh: '去掉这一步', en: 'Remove it' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

const MOST_STEPS = 10

/** The steps of a scenario in their order. */
export function StepFields() {
  const say = useWords(WORDS)
  return (
    <Form.List name={['target', 'steps']}>
      {(steps, { add, remove }) => (
        <>
          <p className="small">{say('about')}</p>
          {steps.map(({ key, name }) => (
            <fieldset className="watch-step" key={key}>
              <legend>{say('step', { number: name + 1 })}</legend>
              <OneStep at={name} />
              {steps.length === 1 ? null : (
                <Button size="small" onClick={() => remove(name)}>
                  {say('remove')}
                </Button>
              )}
            </fieldset>
          ))}
          {steps.length === MOST_STEPS ? null : (
            <Button className="watch-add" onClick={() => add(NEW_STEP)}>
              {say('add')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  )
}

function OneStep({ at }: { readonly at: number }) {
  const say = useWords(WORDS)
  const rules = [{ required: true, message: say('needed') }]
  const methods = ['GET', 'POST'].map((value) => ({ value, label: value }))
  return (
    <div className="watch-pair">
      <Form.Item name={[at, 'name']} label={say('name')} {...{ rules }}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'method']} label={say('method')}>
        <Select options={methods} />
      </Form.Item>
      <Form.Item name={[at, 'path']} label={say('path')} {...{ rules }}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'status']} label={say('status')} {...{ rules }}>
        <InputNumber min={100} max={599} precision={0} />
      </Form.Item>
      <Form.Item name={[at, 'body']} label={say('body')}>
        <Input maxLength={2000} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'contains']} label={say('contains')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </div>
  )
}
