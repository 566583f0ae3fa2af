import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { formSheet } from '../edit/form-sheet.ts'
import { placeName } from '../edit/place-name.ts'
import { useTemplate } from '../edit/use-template.ts'
import { LastResult } from '../results/last-result.tsx'
import { FilledList } from './filled-list.tsx'
import { LastYearRows } from './last-year-rows.tsx'
import { OpenPoints } from './open-points.tsx'
import { ProposalList } from './proposal-list.tsx'
import { type Decisions, draftOf, NOTHING_DECIDED, type RenewalPreview } from './renewal-draft.ts'
import './start.css'

const WORDS = {
  title: { zh: '沿用为 {year} 年', en: 'Start {year}' },
  about: { zh: '{project} · 来自 {from} 年申报表', en: '{project} · from the declaration of {from}' },
  create: { zh: '建立 {year} 年草稿', en: 'Make the draft of {year}' },
  existing: { zh: '这个项目 {year} 年的申报表已经有了。', en: 'This project has its declaration of {year} already.' },
  open: { zh: '打开它', en: 'Open it' },
  unfit: { zh: '“{place}”填的内容放不进这一格，请改正。', en: 'What stands under "{place}" does not fit there.' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  form: { zh: '整份表', en: 'The whole form' },
} as const

type RenewalDeskProps = { readonly preview: RenewalPreview; readonly content: FormContent }

/** Everything the system knew is filled in; only open points are asked. */
export function RenewalDesk({ preview, content }: RenewalDeskProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [decisions, decide] = useState<Decisions>(NOTHING_DECIDED)
  const template = useTemplate(content)
  const sheet = useMemo(() => formSheet({ template, content }, language), [template, content, language])
  const nameOf = (where: string) => placeName(sheet, where, { row: (row) => say('row', { row }), form: say('form') })
  const draft = draftOf(preview, content, decisions)
  const year = content.year ?? 0
  const create = useMakeDraft()
  const make = () => {
    if (!draft.ok) return
    const decided = FormContentSchema.parse(draft.value)
    create.mutate({ projectId: preview.projectId, content: decided, documentId: null })
  }
  const action = (
    <Button type="primary" disabled={!draft.ok || preview.existing !== null} loading={create.isPending} onClick={make}>
      {say('create', { year })}
    </Button>
  )
  return (
    <>
      <PageHead
        title={say('title', { year })}
        about={say('about', { project: content.project, from: preview.fromYear })}
        action={action}
      />
      {preview.existing === null ? null : <Existing formId={preview.existing} year={year} />}
      <ProblemAlert problem={create.error} />
      {draft.ok ? null : (
        <p className="start-notice" role="alert">
          ✕ {say('unfit', { place: nameOf(draft.problem.where) })}
        </p>
      )}
      <LastResult consequence={preview.consequence} />
      <div className="start-cards">
        <OpenPoints {...{ preview, content, decisions, decide, nameOf }} />
        <ProposalList {...{ preview, decisions, decide, nameOf }} />
        <LastYearRows preview={preview} />
        <FilledList {...{ preview, nameOf }} unit={content.moneyUnit} />
      </div>
    </>
  )
}

function Existing({ formId, year }: { readonly formId: string; readonly year: number }) {
  const say = useWords(WORDS)
  return (
    <p className="start-notice">
      {say('existing', { year })}{' '}
      <Link to="/projects/forms/$formId" params={{ formId }}>
        {say('open')}
      </Link>
    </p>
  )
}

/** Saves the draft and goes to its indicators. */
function useMakeDraft() {
  const navigate = useNavigate()
  return useMutation(
    queries.performance.createForm.mutationOptions({
      onSuccess: (form) => {
        queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id: form.id } }), form)
        void queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
        void queryClient.invalidateQueries({ queryKey: queries.renewal.key() })
        void navigate({ to: '/projects/forms/$formId', params: { formId: form.id }, search: { room: 'goals' } })
      },
    }),
  )
}
