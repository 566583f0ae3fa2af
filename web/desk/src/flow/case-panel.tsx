import { CaseId } from '@shiji/contract/flow'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { CaseActs } from './case-acts.tsx'
import { CaseDrawing } from './case-drawing.tsx'
import type { CaseSeen } from './case-view.ts'
import './flow.css'

const WORDS = {
  way: { zh: '流程', en: 'The way' },
  said: { zh: '经过', en: 'What happened' },
  passed: { zh: '已办', en: 'passed' },
  current: { zh: '在这里', en: 'here' },
  future: { zh: '未到', en: 'to come' },
  'left-out': { zh: '不经过', en: 'left out' },
} as const

const SHAPES = { passed: '✓', current: '●', future: '○', 'left-out': '—' } as const

type CasePanelProps = { readonly seen: CaseSeen; readonly onActed: () => void }

/** Where a case stands, who is next, what was said, and what the one who looks may do. */
export function CasePanel({ seen, onActed }: CasePanelProps) {
  const say = useWords(WORDS)
  const isOpening = useOpening(seen)
  const desks = seen.nodes.filter(({ kind, state }) => SHOWN.includes(kind) && state !== 'left-out')
  return (
    <>
      <CaseActs {...{ seen, onActed, isOpening }} />
      <h2 className="case-heading">{say('way')}</h2>
      <ol className="case-way">
        {desks.map(({ id, name, state, people }) => (
          <li key={id} data-state={state}>
            <span aria-hidden className="case-mark">
              {SHAPES[state]}
            </span>
            <span>
              <strong>{name}</strong> <span className="visually-hidden">{say(state)}</span>
              <span className="small">{people.join('、')}</span>
            </span>
          </li>
        ))}
      </ol>
      <CaseDrawing seen={seen} />
      <h2 className="case-heading">{say('said')}</h2>
      <ol className="case-log">
        {seen.log.toReversed().map(({ number, at, sentence, opinion }) => (
          <li key={number}>
            <span className="small">{formatMoment(at)}</span>
            <span>{sentence}</span>
            {opinion === '' ? null : <q>{opinion}</q>}
          </li>
        ))}
      </ol>
    </>
  )
}

const SHOWN: readonly string[] = ['start', 'approve', 'end']

/**
 * Whoever was sent a task and sees it has opened it: from then on it cannot be taken back behind their back. True until
 * that is written down, as an act upon the task before would meet a task that has just changed.
 */
function useOpening({ id, verbs }: CaseSeen): boolean {
  const { mutate, isIdle, isPending } = useMutation(
    queries.flow.actOnCase.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(queries.flow.openCase.queryKey({ input: { id: now.id } }), now),
    }),
  )
  const task = verbs.find(({ verb }) => verb === 'open')?.task
  useEffect(() => {
    if (task != null) mutate({ id: CaseId.parse(id), act: { verb: 'open', task, version: null, opinion: '' } })
  }, [id, task, mutate])
  return task != null && (isIdle || isPending)
}
