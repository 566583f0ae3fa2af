import type { FormId } from '@shiji/contract/performance'
import type { api } from '#desk/api/client.ts'

export type Project = Awaited<ReturnType<typeof api.performance.listProjects>>['projects'][number]
export type ProjectLights = Awaited<ReturnType<typeof api.cockpit.listProjectLights>>['projects'][number]

/** What the list says of a project beside its forms, and what is done with it there. */
export type Shown = {
  /** The year the lights are of. */
  readonly year: number
  /** Null for a project without an approved declaration of the year, undefined while nobody knows. */
  readonly lightsOf: (project: Project) => ProjectLights | null | undefined
  readonly chosen: ReadonlySet<string>
  /** Undefined for those who begin no declarations. */
  readonly choose: ((project: Project, isChosen: boolean) => void) | undefined
}

/** The declaration a year would be begun from: the newest before it, or the newest of all when there is none. */
export function startFor(project: Project, year: number): FormId | undefined {
  const declared = project.forms.filter(({ stage }) => stage === 'declaration')
  const newest = declared.toSorted((one, other) => other.year - one.year)
  return (newest.find((form) => form.year < year) ?? newest[0])?.id
}

export function lastSaved({ forms }: Project): string | undefined {
  return forms
    .map(({ savedAt }) => savedAt)
    .toSorted()
    .at(-1)
}
