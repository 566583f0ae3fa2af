import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { useLanguage } from '#desk/words/use-words.ts'

export type FindingKind = 'project' | 'indicator' | 'person' | 'document'

type Named = {
  readonly kind: FindingKind
  readonly key: string
  readonly name: string
  readonly about: string
}

/** A finding with a page of its own. */
export type PageFinding = Named &
  (
    | { readonly to: '/projects'; readonly search: { readonly search: string } }
    | { readonly to: '/projects/forms/$formId'; readonly formId: string; readonly at: string }
    | { readonly to: '/people'; readonly search: { readonly search: string } }
  )

/** One thing found, and what opens it. */
export type Finding = PageFinding | (Named & { readonly to: null; readonly documentId: string })

type Findings = {
  readonly found: readonly Finding[]
  readonly isPending: boolean
  readonly problem: ProblemError | null
}

/** What carries the words, from every register the person may read. */
export function useFindings(text: string): Findings {
  const language = useLanguage()
  const [mayRead, maySeePeople] = [useMay('performance.read'), useMay('directory.see-people')]
  const asked = text !== ''
  const performance = useQuery(
    queries.performance.search.queryOptions({ input: { text }, enabled: asked && mayRead, placeholderData: keep }),
  )
  const people = useQuery(
    queries.directory.listPeople.queryOptions({
      input: { search: text },
      enabled: asked && maySeePeople,
      placeholderData: keep,
    }),
  )
  const documents = useQuery(
    queries.documents.searchDocuments.queryOptions({ input: { text }, enabled: asked, placeholderData: keep }),
  )
  const all = [performance, people, documents]
  const problem = all.find(({ error }) => error !== null)?.error ?? null
  if (!asked) return { found: [], isPending: false, problem: null }
  const { projects = [], indicators = [] } = performance.data ?? {}
  return {
    found: [
      ...projects.map(({ id, name, unitName }): Finding => {
        return {
          kind: 'project',
          key: id,
          name,
          about: unitName,
          to: '/projects',
          search: { search: name.slice(0, 50) },
        }
      }),
      ...indicators.map(({ formId, where, name, target, project, stage, year }): Finding => {
        const about = `${target} · ${project} · ${year} ${sayIn(STAGE_WORDS[stage], language)}`
        const at = `${where}.target`
        return { kind: 'indicator', key: `${formId} ${where}`, name, about, to: '/projects/forms/$formId', formId, at }
      }),
      ...(people.data?.people ?? []).map(({ id, name, unitName }): Finding => {
        return { kind: 'person', key: id, name, about: unitName, to: '/people', search: { search: name } }
      }),
      ...(documents.data ?? []).map(({ id, name, unitName, addedAt }): Finding => {
        const about = `${unitName} · ${addedAt.slice(0, 10)}`
        return { kind: 'document', key: id, name, about, to: null, documentId: id }
      }),
    ],
    isPending: all.some(({ isFetching }) => isFetching),
    problem,
  }
}

/** The list stays while the next letter is looked up. */
function keep<Data>(before: Data | undefined): Data | undefined {
  return before
}
