import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ProblemSeen } from './problem-page.tsx'

const WORDS = {
  cause: { zh: '原因（不知道就留空）', en: 'Cause (left empty while it is not known)' },
  workaround: { zh: '解决前怎么绕行，会显示在它的工单上', en: 'How to get by until then; shown on its tickets' },
  save: { zh: '保存', en: 'Save' },
} as const

export type ProblemActProps = { readonly problem: ProblemSeen; readonly onDone: () => void }
type Fields = { readonly cause: string; readonly workaround: string }

export function StudyProblem({ problem: { id, cause, workaround }, onDone }: ProblemActProps) {
  const say = useWords(WORDS)
  const study = useMutation(queries.deskProblems.studyProblem.mutationOptions({ onSuccess: () => renewed(onDone) }))
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ cause, workaround }}
      onFinish={(fields) => study.mutate({ id, ...fields })}
    >
      <ProblemAlert problem={study.error} />
      <Form.Item name="cause" label={say('cause')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="workaround" label={say('workaround')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={study.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

/** Asks again for what is shown of problems, and goes on. */
export async function renewed(onDone: () => void): Promise<void> {
  onDone()
  await queryClient.invalidateQueries({ queryKey: queries.deskProblems.key() })
}
