import { FormId } from '@shiji/contract/performance'
import type { DeclarationState } from '@shiji/kernel/life/declaration-life'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { CasePanel } from '#desk/flow/case-panel.tsx'
import { useCase } from '#desk/flow/case-view.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { CommentList } from '../review/comment-list.tsx'
import { FormHead } from '../sheet/form-head.tsx'
import { PaperView } from '../sheet/paper-view.tsx'
import '../forms.css'
import { LifeLight, useLife } from '#desk/life/life-light.tsx'
import { SealFold } from '#desk/seals/seal-fold.tsx'

const WORDS = {
  title: { zh: '审核', en: 'Review' },
  none: { zh: '还没有送审', en: 'Not sent for review yet' },
  noneAbout: {
    zh: '填好以后，在“填报”页点“送审”。',
    en: 'When it is filled in, press "Send for review" where it is edited.',
  },
} as const

/** 审核: the official form beside its way through the desks. */
export function ApprovalPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/approval' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return <Loaded query={opened}>{(form) => <Approval form={form} />}</Loaded>
}

function Approval({ form }: { readonly form: OpenedForm }) {
  const say = useWords(WORDS)
  const life = useLife(form.id)
  const about = useQuery(
    queries.flow.findCase.queryOptions({ input: { subjectKind: 'declaration', subjectId: form.id } }),
  )
  return (
    <>
      <FormHead form={form} about={<LifeLight formId={form.id} />} />
      <Loaded query={about}>
        {({ id }) =>
          id === null ? (
            <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
          ) : (
            <>
              {isInForce(life.data?.state) ? <SealFold formId={form.id} /> : null}
              <PaperView key={form.version} formId={form.id} version={form.version} isBeside />
              <InDrawer title={say('title')}>
                <CommentList formId={form.id} />
                <OnItsWay caseId={id} formId={form.id} />
              </InDrawer>
            </>
          )
        }
      </Loaded>
    </>
  )
}

/** From the approval on there is a promise to be proved. */
function isInForce(state: DeclarationState | undefined): boolean {
  return state !== undefined && !['draft', 'submitted', 'in-review', 'returned', 'rejected'].includes(state)
}

function OnItsWay({ caseId, formId }: { readonly caseId: string; readonly formId: string }) {
  const seen = useCase(caseId)
  const renew = () => {
    void queryClient.invalidateQueries({
      queryKey: queries.declarationLife.readLife.queryKey({ input: { id: FormId.parse(formId) } }),
    })
    void queryClient.invalidateQueries({ queryKey: queries.performance.openForm.key() })
  }
  return <Loaded query={seen}>{(now) => <CasePanel seen={now} onActed={renew} />}</Loaded>
}
