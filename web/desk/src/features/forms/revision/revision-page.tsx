import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { CasePanel } from '#desk/flow/case-panel.tsx'
import { useCase } from '#desk/flow/case-view.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { LifeLight, useLife } from '#desk/life/life-light.tsx'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { FormHead } from '../sheet/form-head.tsx'
import { type Gate, GateCard } from './gate-card.tsx'
import { type Revision, RevisionCard } from './revision-card.tsx'
import { RevisionDesk } from './revision-desk.tsx'
import '../forms.css'
import '../monitoring/monitoring.css'
import './revision.css'

const WORDS = {
  early: { zh: '批复以后才谈得上修订', en: 'Only what is approved is revised' },
  earlyAbout: { zh: '批复以前，直接在“填报”页改。', en: 'Before the approval, change it where it is filled in.' },
  review: { zh: '修订审核', en: 'Review of the revision' },
} as const

/** 修订: whether it is possible and why not, what was asked, and asking. */
export function RevisionPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/revision' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead form={form} about={<LifeLight formId={form.id} />} />
          <Revisions form={form} />
        </>
      )}
    </Loaded>
  )
}

function Revisions({ form }: { readonly form: OpenedForm }) {
  const say = useWords(WORDS)
  const input = { id: FormId.parse(form.id) }
  const life = useLife(form.id)
  const gate = useQuery(queries.revision.readRevisionGate.queryOptions({ input }))
  const revisions = useQuery(queries.revision.listRevisions.queryOptions({ input }))
  return (
    <Loaded query={life}>
      {({ approvals, deeds }) =>
        approvals.length === 0 ? (
          <StateBlock state={{ kind: 'empty', title: say('early'), about: say('earlyAbout') }} />
        ) : (
          <Loaded query={gate}>
            {(now) => (
              <Loaded query={revisions}>
                {(asked) => <Asking form={form} gate={now} revisions={asked} isInForce={deeds.includes('revise')} />}
              </Loaded>
            )}
          </Loaded>
        )
      }
    </Loaded>
  )
}

type AskingProps = {
  readonly form: OpenedForm
  readonly gate: Gate
  readonly revisions: readonly Revision[]
  readonly isInForce: boolean
}

function Asking({ form, gate, revisions, isInForce }: AskingProps) {
  const mayWrite = useMay('performance.write')
  const returned = revisions.find(({ state }) => state === 'returned') ?? null
  const mayAsk = gate.open || gate.remains.includes('budget-decision') || returned !== null
  return (
    <div className="revision-desk">
      <GateCard gate={gate} />
      {revisions.map((revision) => (
        <RevisionCard key={revision.id} revision={revision} />
      ))}
      {mayWrite && isInForce && mayAsk ? (
        <RevisionDesk key={`${form.version} ${returned?.steps.length}`} {...{ form, gate, returned }} />
      ) : null}
      {revisions.length === 0 ? null : <OnItsWay formId={form.id} />}
    </div>
  )
}

function OnItsWay({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const input = { subjectKind: 'revision', subjectId: formId }
  const about = useQuery(queries.flow.findCase.queryOptions({ input }))
  const id = about.data?.id ?? null
  if (id === null) return null
  return (
    <InDrawer title={say('review')}>
      <TheCase caseId={id} />
    </InDrawer>
  )
}

function TheCase({ caseId }: { readonly caseId: string }) {
  const seen = useCase(caseId)
  const renew = () => {
    for (const key of [queries.revision.key(), queries.declarationLife.key(), queries.performance.openForm.key()]) {
      void queryClient.invalidateQueries({ queryKey: key })
    }
  }
  return <Loaded query={seen}>{(now) => <CasePanel seen={now} onActed={renew} />}</Loaded>
}
