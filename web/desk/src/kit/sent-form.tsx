import { Button, Form, type FormProps } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from './problem-alert.tsx'

type SentFormProps<Fields> = Pick<FormProps<Fields>, 'form' | 'initialValues'> & {
  readonly children: ReactNode
  readonly sending: { readonly isPending: boolean; readonly error: Parameters<typeof ProblemAlert>[0]['problem'] }
  readonly send: (fields: Fields) => void
  readonly word: string
}

/** A form that sends once: what went wrong above its fields, one button below them. */
export function SentForm<Fields>({ sending, send, word, children, ...form }: SentFormProps<Fields>) {
  return (
    <Form<Fields> {...form} layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={sending.error} />
      {children}
      <Button type="primary" htmlType="submit" block loading={sending.isPending}>
        {word}
      </Button>
    </Form>
  )
}
