import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { StateLight } from '#desk/life/life-light.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { Project, Shown } from './project-row.ts'

const WORDS = {
  form: { zh: '{year} {stage}', en: '{year} {stage}' },
  facts: { zh: '{indicators} 项指标 · 第 {version} 版', en: '{indicators} indicators · version {version}' },
  calibre: {
    zh: '指标数是表上的指标行数；每次保存改动加一版',
    en: 'Indicators are the rows of the form; every saved change adds a version',
  },
  none: { zh: '还没有表', en: 'No form yet' },
  choose: { zh: '选“{project}”一起沿用', en: 'Choose "{project}" to begin it again' },
} as const

/** The forms of a project by year, each with where it stands. */
export function ProjectForms({ project: { forms } }: { readonly project: Project }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  if (forms.length === 0) return <span className="small">{say('none')}</span>
  return (
    <ul className="project-forms">
      {forms.map(({ id, stage, year, version, indicators, state }) => (
        <li key={id}>
          <Link to="/projects/forms/$formId" params={{ formId: id }}>
            {say('form', { year, stage: sayIn(STAGE_WORDS[stage], language) })}
          </Link>
          {state === null ? null : <StateLight state={state} />}
          <span className="small" title={say('calibre')}>
            {say('facts', { indicators, version })}
          </span>
        </li>
      ))}
    </ul>
  )
}

type ProjectNameProps = { readonly project: Project; readonly shown: Shown }

/** The name, and the box that takes the project among those begun again. */
export function ProjectName({ project, shown: { chosen, choose } }: ProjectNameProps) {
  const say = useWords(WORDS)
  const { id, name, forms } = project
  const isDeclared = forms.some(({ stage }) => stage === 'declaration')
  return (
    <span className="project-name">
      {choose !== undefined && isDeclared ? (
        <Checkbox
          aria-label={say('choose', { project: name })}
          checked={chosen.has(id)}
          onChange={({ target }) => choose(project, target.checked)}
        />
      ) : null}
      <Link className="cell-name" to="/projects/$projectId" params={{ projectId: id }}>
        {name}
      </Link>
    </span>
  )
}
