import { type DeclarationState, FormId } from '@shiji/contract/performance'
import type { Wording } from '@shiji/kernel/wording'
import { say } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useLanguage } from '#desk/words/use-words.ts'

export type State = z.infer<typeof DeclarationState>

const STATES: Readonly<Record<State, Wording & { readonly light: LightKind }>> = {
  draft: { light: 'not-started', zh: '草稿', en: 'Draft' },
  submitted: { light: 'watch', zh: '已送审', en: 'Sent for review' },
  'in-review': { light: 'watch', zh: '审核中', en: 'In review' },
  returned: { light: 'bad', zh: '已退回', en: 'Returned' },
  rejected: { light: 'bad', zh: '已驳回', en: 'Rejected' },
  approved: { light: 'good', zh: '已批复', en: 'Approved' },
  revised: { light: 'good', zh: '已修订', en: 'Revised' },
  monitored: { light: 'good', zh: '已监控', en: 'Monitored' },
  'self-evaluated': { light: 'good', zh: '已自评', en: 'Self-evaluated' },
  're-evaluated': { light: 'good', zh: '已复核', en: 'Re-evaluated' },
  archived: { light: 'none', zh: '已归档', en: 'Archived' },
}

export function useLife(formId: string) {
  return useQuery(queries.declarationLife.readLife.queryOptions({ input: { id: FormId.parse(formId) } }))
}

/** Where the declaration stands, in one word. */
export function LifeLight({ formId }: { readonly formId: string }) {
  const life = useLife(formId)
  return life.data === undefined ? null : <StateLight state={life.data.state} />
}

export function StateLight({ state }: { readonly state: State }) {
  const language = useLanguage()
  const { light, ...wording } = STATES[state]
  return <Light kind={light} word={say(wording, language)} />
}
