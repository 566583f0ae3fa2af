import { formatMoment } from '#desk/words/format-moment.ts'
import { formatMoney } from '#desk/words/format-money.ts'
import { useWords } from '#desk/words/use-words.ts'
import { LightCount } from './light-count.tsx'
import { ProjectForms, ProjectName } from './project-forms.tsx'
import { lastSaved, type Project, type ProjectLights, type Shown } from './project-row.ts'

const WORDS = {
  money: { zh: '{year} 年已付 {executed} / {budget} 元', en: '{executed} of {budget} yuan paid in {year}' },
  noBudget: { zh: '{year} 年没有登记预算', en: 'No budget on record for {year}' },
  saved: { zh: '最近保存 {at}', en: 'Last saved {at}' },
} as const

type ProjectCardsProps = { readonly projects: readonly Project[]; readonly shown: Shown }

/** The projects of a unit as cards: lights, money and forms at a glance. */
export function ProjectCards({ projects, shown }: ProjectCardsProps) {
  const say = useWords(WORDS)
  return (
    <ul className="project-cards">
      {projects.map((project) => {
        const found = shown.lightsOf(project)
        const saved = lastSaved(project)
        return (
          <li key={project.id} className="card project-card">
            <ProjectName project={project} shown={shown} />
            <LightCount found={found} year={shown.year} />
            {found == null ? null : <Money found={found} year={shown.year} />}
            <ProjectForms project={project} />
            {saved === undefined ? null : <p className="small">{say('saved', { at: formatMoment(saved) })}</p>}
          </li>
        )
      })}
    </ul>
  )
}

function Money({ found: { budget, executed }, year }: { readonly found: ProjectLights; readonly year: number }) {
  const say = useWords(WORDS)
  if (budget === null) return <p className="small">{say('noBudget', { year })}</p>
  return <p>{say('money', { year, executed: formatMoney(executed), budget: formatMoney(budget) })}</p>
}
