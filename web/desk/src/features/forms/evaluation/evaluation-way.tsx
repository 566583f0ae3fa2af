import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { CasePanel } from '#desk/flow/case-panel.tsx'
import { useCase } from '#desk/flow/case-view.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { idOf, renewSelfEvaluation, type SelfEvaluation } from './self-evaluation.ts'

const WORDS = {
  title: { zh: '自评审核', en: 'Review of the self-evaluation' },
  pdf: { zh: '审批单 PDF', en: 'Approval sheet, PDF' },
  docx: { zh: '审批单 Word', en: 'Approval sheet, Word' },
} as const

/** The way of a self-evaluation through the desks of its place, beside its rows. */
export function EvaluationWay({ own }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const input = { subjectKind: 'self-evaluation', subjectId: own.id }
  const about = useQuery(queries.flow.findCase.queryOptions({ input }))
  const caseId = about.data?.id ?? null
  if (own.steps.length === 0 || caseId === null) return null
  return (
    <InDrawer title={say('title')}>
      <Trail own={own} />
      <TheCase key={caseId} caseId={caseId} />
    </InDrawer>
  )
}

function TheCase({ caseId }: { readonly caseId: string }) {
  const seen = useCase(caseId)
  const renew = () => {
    void renewSelfEvaluation()
    void queryClient.invalidateQueries({ queryKey: queries.declarationLife.key() })
  }
  return <Loaded query={seen}>{(now) => <CasePanel seen={now} onActed={renew} />}</Loaded>
}

function Trail({ own: { id } }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const print = useHandOut((as: 'pdf' | 'docx') => api.evaluation.printEvaluationTrail({ id: idOf(id), as }))
  return (
    <p className="evaluation-tools">
      {(['pdf', 'docx'] as const).map((as) => (
        <Button
          key={as}
          size="small"
          loading={print.isPending && print.variables === as}
          onClick={() => print.mutate(as)}
        >
          {say(as)}
        </Button>
      ))}
    </p>
  )
}
