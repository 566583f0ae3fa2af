import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useLife } from '#desk/life/life-light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'

const WORDS = {
  send: { zh: '送审', en: 'Send for review' },
  again: { zh: '改好，重新提交', en: 'Corrected, submit again' },
  sent: { zh: '已送审，下一步在审核页里看得到', en: 'Sent; the review page shows who is next' },
} as const

type SendForReviewProps = { readonly form: OpenedForm; readonly isSaved: boolean }

/** The one next step of a draft; a returned one is submitted again on its review page. */
export function SendForReview({ form, isSaved }: SendForReviewProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const mayWrite = useMay('performance.write')
  const navigate = useNavigate()
  const life = useLife(form.id)
  const review = () => void navigate({ to: '/projects/forms/$formId/approval', params: { formId: form.id } })
  const send = useMutation(
    queries.declarationLife.sendForReview.mutationOptions({
      onSuccess: async (now) => {
        const input = { id: now.id }
        queryClient.setQueryData(queries.declarationLife.readLife.queryKey({ input }), now)
        await queryClient.invalidateQueries({ queryKey: queries.flow.key() })
        message.success(say('sent'))
        review()
      },
      onError: (problem) => message.error(problem.detail),
    }),
  )
  if (!mayWrite) return null
  switch (life.data?.state) {
    case 'draft':
      return (
        <Button
          type="primary"
          disabled={!isSaved}
          loading={send.isPending}
          onClick={() => send.mutate({ id: FormId.parse(form.id), version: form.version, opinion: '' })}
        >
          {say('send')}
        </Button>
      )
    case 'returned':
      return (
        <Button type="primary" disabled={!isSaved} onClick={review}>
          {say('again')}
        </Button>
      )
    default:
      return null
  }
}
