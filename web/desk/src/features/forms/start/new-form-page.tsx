import { emptyContent } from '@shiji/kernel/form/empty-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { useMe } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import { StartChoices } from './start-choices.tsx'
import './start.css'

const WORDS = {
  title: { zh: '目标申报', en: 'Declare' },
  blank: { zh: '一张空白的正式表', en: 'A blank official sheet' },
  library: { zh: '空白表，指标从指标库里选', en: 'A blank sheet, its indicators from the library' },
  sheet: { zh: '表样', en: 'Sheet' },
  project: { zh: '项目名称', en: 'Project' },
  year: { zh: '年度', en: 'Year' },
  create: { zh: '建立草稿', en: 'Make the draft' },
} as const

const FIRST_YEAR = 1990
const LAST_YEAR = 2100

/** A declaration from nothing: the sheet, the project, the year; everything else is asked in the editor. */
export function NewFormPage() {
  const say = useWords(WORDS)
  const { from } = useSearch({ from: '/desk/declare/new' })
  const templates = useQuery(queries.performance.listTemplates.queryOptions())
  return (
    <>
      <PageHead title={say('title')} about={say(from ?? 'blank')} />
      <StartChoices />
      <Loaded query={templates}>
        {(all) => <NewForm fromLibrary={from === 'library'} sheets={all.filter(isDeclaration)} />}
      </Loaded>
    </>
  )
}

type Sheet = Awaited<ReturnType<typeof api.performance.listTemplates>>[number]

function isDeclaration({ stage }: Sheet): boolean {
  return stage === 'declaration'
}

type Wanted = { readonly sheet: Sheet; readonly project: string; readonly year: number }
type NewFormProps = { readonly fromLibrary: boolean; readonly sheets: readonly Sheet[] }

function NewForm({ fromLibrary, sheets }: NewFormProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [at, setAt] = useState(sheets.length - 1)
  const [project, setProject] = useState('')
  const [year, setYear] = useState(String(thisYear() + 1))
  const create = useNewForm(fromLibrary)
  const sheet = sheets[at]
  const isYear = /^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
  const isReady = sheet !== undefined && project.trim() !== '' && isYear
  const make = () => {
    if (isReady) create.mutate({ sheet, project: project.trim(), year: Number(year) })
  }
  return (
    <section className="card">
      <ProblemAlert problem={create.error} />
      <div className="card-body start-facts">
        <Labelled id="new-sheet" label={say('sheet')}>
          <Select
            id="new-sheet"
            value={at}
            options={sheets.map(({ name }, value) => ({
              value,
              label: sayIn(name, language),
            }))}
            onChange={setAt}
          />
        </Labelled>
        <Labelled id="new-project" label={say('project')}>
          <Input
            id="new-project"
            maxLength={200}
            value={project}
            onChange={({ target }) => setProject(target.value)}
            onPressEnter={make}
          />
        </Labelled>
        <Labelled id="new-year" label={say('year')}>
          <Input
            id="new-year"
            inputMode="numeric"
            maxLength={4}
            value={year}
            status={isYear ? '' : 'error'}
            onChange={({ target }) => setYear(target.value.trim())}
            onPressEnter={make}
          />
        </Labelled>
      </div>
      <p className="start-create">
        <Button type="primary" disabled={!isReady} loading={create.isPending} onClick={make}>
          {say('create')}
        </Button>
      </p>
    </section>
  )
}

type LabelledProps = { readonly id: string; readonly label: string; readonly children: ReactNode }

function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div className="start-point">
      <label htmlFor={id} className="small">
        {label}
      </label>
      {children}
    </div>
  )
}

function useNewForm(fromLibrary: boolean) {
  const navigate = useNavigate()
  const { unitName } = useMe().person
  return useMutation<Awaited<ReturnType<typeof api.performance.createForm>>, ProblemError, Wanted>({
    mutationFn: async ({ sheet: { id, edition }, project, year }) => {
      const template = await api.performance.readTemplate({ id, edition })
      const content = FormContentSchema.parse({ ...emptyContent(template), project, year, unit: unitName })
      return api.performance.createForm({ content, documentId: null })
    },
    onSuccess: (form) => {
      queryClient.setQueryData(queries.performance.openForm.queryKey({ input: { id: form.id } }), form)
      void queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
      const search = fromLibrary ? ({ room: 'goals', panel: 'library' } as const) : {}
      void navigate({ to: '/projects/forms/$formId', params: { formId: form.id }, search })
    },
  })
}
