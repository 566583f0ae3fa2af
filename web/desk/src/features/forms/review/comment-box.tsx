import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { useCellName } from './cell-name.ts'
import type { Reviewed } from './review-summary.tsx'

const WORDS = {
  about: { zh: '批注：{place}', en: 'Comment on {place}' },
  pin: { zh: '钉在这一格', en: 'Pin it there' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

type CommentBoxProps = { readonly form: Reviewed; readonly place: string; readonly onClose: () => void }

/** Something said of the cell that is picked; it stays with the declaration until it is dealt with. */
export function CommentBox({ form: { id, version, rows }, place, onClose }: CommentBoxProps) {
  const say = useWords(WORDS)
  const nameOf = useCellName(rows)
  const [remark, setRemark] = useState('')
  const add = useMutation(
    queries.review.addComment.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.review.readReview.key() })
        onClose()
      },
    }),
  )
  const pin = () => {
    if (remark.trim() !== '') add.mutate({ id: FormId.parse(id), version, place, remark })
  }
  const onKeyDown = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.isComposing) return
    if (key === 'Escape') onClose()
    if (key === 'Enter' && (ctrlKey || metaKey)) pin()
  }
  return (
    <section className="case-acts">
      <label htmlFor="review-remark">{say('about', { place: nameOf(place) })}</label>
      <Input.TextArea
        id="review-remark"
        autoFocus
        value={remark}
        maxLength={1000}
        rows={3}
        onKeyDown={onKeyDown}
        onChange={({ target }) => setRemark(target.value)}
      />
      <ProblemAlert problem={add.error} />
      <div className="case-buttons">
        <Button type="primary" loading={add.isPending} disabled={remark.trim() === ''} onClick={pin}>
          {say('pin')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </section>
  )
}
