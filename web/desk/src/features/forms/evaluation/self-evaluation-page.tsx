import { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { LifeLight, useLife } from '#desk/life/life-light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedForm } from '../edit/opened-form.ts'
import { FormHead } from '../sheet/form-head.tsx'
import '../forms.css'
import { EvaluationDesk } from './evaluation-desk.tsx'
import './evaluation.css'

const WORDS = {
  early: { zh: '还没有自评', en: 'No self-evaluation yet' },
  earlyAbout: {
    zh: '目标批复以后，年终在这里自评：完成值、得分和证明先由记录填好。',
    en: 'Once the goals are approved, the year is evaluated here: actuals, points and proof are filled in from the records.',
  },
  ready: { zh: '可以自评了', en: 'Ready for the self-evaluation' },
  readyAbout: {
    zh: '打开时按记录填好完成值和预算执行，之后可以逐行补充。',
    en: 'Opening it fills in the actuals and the money from the records; every row may be completed afterwards.',
  },
  start: { zh: '开始自评', en: 'Begin' },
  opened: { zh: '自评已经打开', en: 'The self-evaluation is open' },
  see: { zh: '去看自评', en: 'See it' },
  brought: { zh: '这份自评表是导入的', en: 'This self-evaluation was brought as a file' },
  broughtAbout: {
    zh: '它没有对应的批复申报，只能看得分；从批复的申报开始自评，记录才对得上。',
    en: 'No approved declaration stands behind it, so only its score is shown; begin from the declaration to meet the records.',
  },
  score: { zh: '看得分', en: 'See the score' },
} as const

/** 自评: every row with its figure from the records, its points and its proof. */
export function SelfEvaluationPage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/self-evaluation' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (form.content.stage === 'self-evaluation' ? <Own form={form} /> : <OfDeclaration form={form} />)}
    </Loaded>
  )
}

function Own({ form }: { readonly form: OpenedForm }) {
  const say = useWords(WORDS)
  const read = useQuery({
    ...queries.evaluation.readSelfEvaluation.queryOptions({ input: { id: FormId.parse(form.id) } }),
    retry: false,
  })
  if (read.error?.code === 'not-found') {
    const score = (
      <Link className="button-link" to="/projects/forms/$formId/score" params={{ formId: form.id }}>
        {say('score')}
      </Link>
    )
    const state = { kind: 'empty', title: say('brought'), about: say('broughtAbout'), action: score } as const
    return (
      <>
        <FormHead form={form} />
        <StateBlock state={state} />
      </>
    )
  }
  return <Loaded query={read}>{(own) => <EvaluationDesk form={form} own={own} />}</Loaded>
}

/** From the declaration the self-evaluation is begun, or found. */
function OfDeclaration({ form }: { readonly form: OpenedForm }) {
  const say = useWords(WORDS)
  const life = useLife(form.id)
  const found = useQuery(queries.evaluation.findSelfEvaluation.queryOptions({ input: { id: FormId.parse(form.id) } }))
  return (
    <>
      <FormHead form={form} about={<LifeLight formId={form.id} />} />
      <Loaded query={life}>
        {({ deeds }) => (
          <Loaded query={found}>
            {({ id }) => {
              if (id === null) return <Begin formId={form.id} mayBegin={deeds.includes('self-evaluate')} />
              const see = (
                <Link className="button-link" to="/projects/forms/$formId/self-evaluation" params={{ formId: id }}>
                  {say('see')}
                </Link>
              )
              return <StateBlock state={{ kind: 'empty', title: say('opened'), action: see }} />
            }}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

function Begin({ formId, mayBegin }: { readonly formId: string; readonly mayBegin: boolean }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWrite = useMay('performance.write')
  const start = useMutation(
    queries.evaluation.startSelfEvaluation.mutationOptions({
      onSuccess: ({ id }) =>
        navigate({ to: '/projects/forms/$formId/self-evaluation', params: { formId: id }, replace: true }),
    }),
  )
  if (!mayBegin) return <StateBlock state={{ kind: 'empty', title: say('early'), about: say('earlyAbout') }} />
  const action = mayWrite ? (
    <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ id: FormId.parse(formId) })}>
      {say('start')}
    </Button>
  ) : undefined
  return (
    <>
      <ProblemAlert problem={start.error} />
      <StateBlock state={{ kind: 'empty', title: say('ready'), about: say('readyAbout'), action }} />
    </>
  )
}
