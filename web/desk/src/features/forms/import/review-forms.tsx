import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useReducer, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { DocumentPreview } from '#desk/kit/document-preview.tsx'
import { Light } from '#desk/kit/light.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { DoubtDesk } from './doubt-desk.tsx'
import { isFormSettled } from './doubt-queue.ts'
import type { FileReading } from './file-reading.ts'
import { FormFacts } from './form-facts.tsx'
import '../forms.css'
import './import.css'
import { forgetReview, keepReview, resumeReview } from './kept-review.ts'
import { changeReview, startReview } from './review-state.ts'

const WORDS = {
  title: { zh: '导入核对', en: 'Check the import' },
  about: { zh: '左边是文件里的原文，右边是读成的样子', en: 'Left the words of the file, right how they were read' },
  forms: { zh: '文件里的表', en: 'Forms of the file' },
  unnamed: { zh: '未写项目名称', en: 'No project name' },
  save: { zh: '确认并保存', en: 'Confirm and save' },
  open: { zh: '还有 {count} 处没有核对', en: '{count} places are still to be checked' },
  source: { zh: '看原件', en: 'See the file' },
  saved: { zh: '已保存', en: 'Saved' },
  openForm: { zh: '打开这份表', en: 'Open this form' },
} as const

export function ReviewForms({ reading }: { readonly reading: FileReading }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { form: asked = 0 } = useSearch({ from: '/desk/declare/$documentId' })
  const { documentId } = reading
  const [review, change] = useReducer(changeReview, reading, (read) => resumeReview(documentId, startReview(read)))
  const [saved, setSaved] = useState<ReadonlyMap<number, string>>(new Map())
  const [sourceOpen, setSourceOpen] = useState(false)
  const at = Math.min(asked, review.contents.length - 1)
  const content = review.contents[at]
  const create = useMutation(
    queries.performance.createForm.mutationOptions({
      onSuccess: (form) => {
        queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id: form.id } }), form)
        void queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
        const now = new Map(saved).set(at, form.id)
        setSaved(now)
        const next = review.contents.findIndex((_, index) => !now.has(index))
        if (next < 0) forgetReview(documentId)
        if (review.contents.length === 1) {
          void navigate({ to: '/projects/forms/$formId', params: { formId: form.id } })
        } else if (next >= 0) turnToForm(next)
      },
    }),
  )
  const turnToForm = (form: number) =>
    void navigate({
      to: '/declare/$documentId',
      params: { documentId },
      search: { form },
      replace: true,
    })
  useEffect(() => {
    if (saved.size < review.contents.length) keepReview(documentId, review)
  }, [documentId, review, saved])
  if (content === undefined) return null

  const formId = saved.get(at)
  const left = review.queue.items.filter((item, index) => item.form === at && !review.queue.answers.has(index)).length
  const ready = isFormSettled(review.queue, at) && content.project !== '' && content.year !== null
  const save = (
    <Button
      type="primary"
      disabled={!ready}
      loading={create.isPending}
      onClick={() => create.mutate({ content: FormContentSchema.parse(content), documentId })}
    >
      {say('save')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={<Button onClick={() => setSourceOpen(true)}>{say('source')}</Button>}
        action={formId === undefined ? save : undefined}
      />
      <DocumentPreview id={documentId} open={sourceOpen} onClose={() => setSourceOpen(false)} />
      {review.contents.length === 1 ? null : (
        <nav className="review-forms" aria-label={say('forms')}>
          {review.contents.map(({ project }, index) => (
            <Link
              // biome-ignore lint/suspicious/noArrayIndexKey: forms of a file are known by their order
              key={index}
              to="/declare/$documentId"
              params={{ documentId }}
              search={{ form: index }}
              aria-current={index === at ? 'page' : undefined}
              replace
            >
              {saved.has(index) ? '✓ ' : ''}
              {project === '' ? say('unnamed') : project}
            </Link>
          ))}
        </nav>
      )}
      <ProblemAlert problem={create.error} />
      {formId === undefined ? (
        <>
          <FormFacts key={at} {...{ content, change }} form={at} />
          {left === 0 ? null : <p className="visually-hidden">{say('open', { count: left })}</p>}
          <DoubtDesk {...{ review, change }} form={at} />
        </>
      ) : (
        <p className="review-count">
          <Light kind="good" word={say('saved')} />
          <Link to="/projects/forms/$formId" params={{ formId }}>
            {say('openForm')}
          </Link>
        </p>
      )}
    </>
  )
}
