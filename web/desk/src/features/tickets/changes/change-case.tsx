import type { ChangeId } from '@shiji/contract/desk-changes'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { CasePanel } from '#desk/flow/case-panel.tsx'
import { useCase } from '#desk/flow/case-view.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '审批', en: 'Review' },
} as const

/** The way of a change through the desks, for those who have a part in it. */
export function ChangeCase({ id }: { readonly id: ChangeId }) {
  const about = useQuery(queries.flow.findCase.queryOptions({ input: { subjectKind: 'change', subjectId: id } }))
  return (
    <Loaded query={about} rows={3}>
      {({ id: caseId }) => (caseId === null ? null : <OnItsWay caseId={caseId} />)}
    </Loaded>
  )
}

function OnItsWay({ caseId }: { readonly caseId: string }) {
  const say = useWords(WORDS)
  const seen = useCase(caseId)
  // Who has no part in it is not shown what was said there.
  if (seen.error?.code === 'not-found') return null
  return (
    <section className="card" aria-label={say('title')}>
      <div className="card-body">
        <Loaded query={seen} rows={3}>
          {(now) => (
            <CasePanel
              seen={now}
              onActed={() => void queryClient.invalidateQueries({ queryKey: queries.deskChanges.key() })}
            />
          )}
        </Loaded>
      </div>
    </section>
  )
}
