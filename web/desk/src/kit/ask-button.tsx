import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ProblemAlert } from './problem-alert.tsx'

const WORDS = {
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
} as const

/** One question of a layer; answers are texts, '' when left out. */
export type Question = {
  readonly name: string
  readonly label: string
  readonly kind?: 'text' | 'words' | 'day' | 'choice'
  readonly optional?: boolean
  readonly initial?: string
  readonly hint?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

export type Answers = Readonly<Record<string, string>>

type Deed<Input> = {
  readonly mutate: (input: Input, options: { readonly onSuccess: () => void }) => void
  readonly reset: () => void
  readonly error: ProblemError | null
  readonly isPending: boolean
}

type AskButtonProps<Input> = {
  readonly label: string
  /** Says what is being done, and about what. */
  readonly title?: string
  /** Tells buttons of one label apart for whoever hears them read. */
  readonly about?: string
  readonly primary?: boolean
  readonly disabled?: boolean
  readonly questions: readonly Question[]
  readonly deed: Deed<Input>
  readonly inputOf: (answers: (name: string) => string) => Input
}

/** A button that asks what a deed needs to be told, and does it; a refusal stands above what was typed. */
export function AskButton<Input>(props: AskButtonProps<Input>) {
  const { label, about, title = label, primary = false, disabled = false, questions, deed, inputOf } = props
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  const show = () => {
    deed.reset()
    setOpen(true)
  }
  const send = (given: Answers) =>
    deed.mutate(
      inputOf((name) => given[name] ?? ''),
      { onSuccess: () => setOpen(false) },
    )
  const initial = Object.fromEntries(questions.map(({ name, initial: first }) => [name, first]))
  return (
    <>
      <Button
        {...(primary ? { type: 'primary' as const } : {})}
        disabled={disabled}
        onClick={show}
        {...(about === undefined ? {} : { 'aria-label': `${label} ${about}` })}
      >
        {label}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={title} footer={null} width={480} destroyOnHidden>
        <Form<Answers> layout="vertical" requiredMark={false} initialValues={initial} onFinish={send}>
          <ProblemAlert problem={deed.error} />
          {questions.map((question) => (
            <Asked key={question.name} question={question} needed={say('needed')} />
          ))}
          <Button type="primary" htmlType="submit" block loading={deed.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}

function Asked({ question, needed }: { readonly question: Question; readonly needed: string }) {
  const { name, label, kind = 'text', optional = false, hint, choices = [] } = question
  const rules = optional ? [] : [{ required: true, message: needed }]
  return (
    <Form.Item name={name} label={label} rules={rules} extra={hint}>
      {kind === 'words' ? (
        <Input.TextArea rows={3} maxLength={1000} />
      ) : kind === 'choice' ? (
        <Select options={[...choices]} allowClear={optional} showSearch={{ optionFilterProp: 'label' }} />
      ) : (
        <Input type={kind === 'day' ? 'date' : 'text'} maxLength={200} autoComplete="off" />
      )}
    </Form.Item>
  )
}
