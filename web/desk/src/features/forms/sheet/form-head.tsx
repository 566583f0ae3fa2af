import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHead } from '#desk/kit/page-head.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { OfficialForm } from './official-form.tsx'
import './sheet.css'

const WORDS = {
  title: { zh: '{project} · {year} {stage}', en: '{project} · {year} {stage}' },
  views: { zh: '这份表的各页', en: 'Pages of this form' },
  edit: { zh: '填报', en: 'Fill in' },
  sheet: { zh: '纸样', en: 'On paper' },
  score: { zh: '自评得分', en: 'Score' },
  approval: { zh: '审核', en: 'Review' },
  monitoring: { zh: '监控', en: 'Monitoring' },
  revision: { zh: '修订', en: 'Revision' },
  evaluation: { zh: '自评', en: 'Self-evaluation' },
  again: { zh: '复核', en: 'Re-evaluation' },
  publication: { zh: '公开', en: 'Publication' },
  project: { zh: '项目历年', en: 'All years' },
  archive: { zh: '归档', en: 'Archive' },
  versions: { zh: '历次', en: 'Versions' },
} as const

type FormHeadProps = {
  readonly form: OpenedForm
  readonly about?: ReactNode
  readonly isSaved?: boolean
  /** The one next step the page offers. */
  readonly action?: ReactNode
}

/** The head of every page of a form: its name, its pages, and 正式表 in the same place. */
export function FormHead({ form, about, isSaved = true, action }: FormHeadProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const mayWrite = useMay('performance.write')
  const { project, stage, year } = form.content
  const params = { formId: form.id }
  const title = say('title', { project, year: year ?? '', stage: sayIn(STAGE_WORDS[stage], language) })
  return (
    <PageHead
      title={title}
      about={about}
      action={action}
      tools={
        <>
          <nav className="form-pages" aria-label={say('views')}>
            {mayWrite ? (
              <Link to="/projects/forms/$formId" params={params} activeOptions={THIS_PAGE}>
                {say('edit')}
              </Link>
            ) : null}
            <Link to="/projects/forms/$formId/sheet" params={params} activeOptions={THIS_PAGE}>
              {say('sheet')}
            </Link>
            {stage === 'declaration' ? (
              <Link to="/projects/forms/$formId/approval" params={params} activeOptions={THIS_PAGE}>
                {say('approval')}
              </Link>
            ) : null}
            {stage === 'declaration' ? (
              <Link to="/projects/forms/$formId/monitoring" params={params} activeOptions={THIS_PAGE}>
                {say('monitoring')}
              </Link>
            ) : null}
            {stage === 'declaration' ? (
              <Link to="/projects/forms/$formId/revision" params={params} activeOptions={THIS_PAGE}>
                {say('revision')}
              </Link>
            ) : null}
            {stage === 'declaration' || stage === 'self-evaluation' ? (
              <Link to="/projects/forms/$formId/self-evaluation" params={params} activeOptions={THIS_PAGE}>
                {say('evaluation')}
              </Link>
            ) : null}
            {stage === 'self-evaluation' ? (
              <Link to="/projects/forms/$formId/score" params={params} activeOptions={THIS_PAGE}>
                {say('score')}
              </Link>
            ) : null}
            {stage === 'self-evaluation' ? (
              <Link to="/projects/forms/$formId/re-evaluation" params={params} activeOptions={THIS_PAGE}>
                {say('again')}
              </Link>
            ) : null}
            {stage === 'declaration' ? (
              <Link to="/projects/forms/$formId/archive" params={params} activeOptions={THIS_PAGE}>
                {say('archive')}
              </Link>
            ) : null}
            {stage === 'self-evaluation' ? (
              <Link to="/projects/forms/$formId/publication" params={params} activeOptions={THIS_PAGE}>
                {say('publication')}
              </Link>
            ) : null}
            <Link to="/projects/forms/$formId/versions" params={params} activeOptions={THIS_PAGE}>
              {say('versions')}
            </Link>
            <Link to="/projects/$projectId" params={{ projectId: form.projectId }}>
              {say('project')}
            </Link>
          </nav>
          <OfficialForm formId={form.id} isSaved={isSaved} />
        </>
      }
    />
  )
}

/** The page itself, in whatever part of it. */
const THIS_PAGE = { exact: true, includeSearch: false } as const
