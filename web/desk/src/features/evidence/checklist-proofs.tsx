import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useSaying, useWords } from '#desk/words/use-words.ts'
import { BecauseForm } from './because-form.tsx'
import type { ChecklistItem, RowPlace } from './checklist-types.ts'
import { useRefresh } from './use-refresh.ts'

const WORDS = {
  brought: { zh: '{by} 于 {at} 附上 · 强度 {strength}', en: 'Attached by {by} at {at} · strength {strength}' },
  from: { zh: '自 {day} 起有效', en: 'valid from {day}' },
  until: { zh: '有效至 {day}', en: 'valid until {day}' },
  expired: { zh: '已过期', en: 'ran out' },
  withdrawn: { zh: '已撤回', en: 'taken back' },
  withdrawnBy: { zh: '{by} 于 {at} 撤回：{because}', en: 'Taken back by {by} at {at}: {because}' },
  withdraw: { zh: '撤回', en: 'Take back' },
  because: { zh: '撤回的理由', en: 'Why it is taken back' },
} as const

type Proof = ChecklistItem['proofs'][number]
type ProofsProps = { readonly proofs: readonly Proof[]; readonly place: RowPlace; readonly mayWrite: boolean }

/** All that was ever brought for an item; what no longer counts says so. */
export function ChecklistProofs({ proofs, ...rest }: ProofsProps) {
  if (proofs.length === 0) return null
  return (
    <ul className="plain-list">
      {proofs.map((proof) => (
        <OneProof key={proof.id} {...{ proof, ...rest }} />
      ))}
    </ul>
  )
}

function OneProof({ proof, place, mayWrite }: Omit<ProofsProps, 'proofs'> & { readonly proof: Proof }) {
  const saying = useSaying()
  const say = useWords(WORDS)
  const { id, documentId, name, kind, page, strength, note, provedAt, provedBy, inForce, withdrawn } = proof
  const href = documentId === null ? page : `/api/documents/${documentId}`
  const title = kind === null ? name : saying(kind, name)
  return (
    <li>
      <p>
        {href === null ? title : <a href={href}>{title}</a>}{' '}
        {inForce ? null : <Light kind="watch" word={say(withdrawn === null ? 'expired' : 'withdrawn')} />}
      </p>
      <p className="small">
        {[say('brought', { by: provedBy, at: formatMoment(provedAt), strength }), ...validity(proof, say), note]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {withdrawn === null ? null : (
        <p className="small">{say('withdrawnBy', { ...withdrawn, at: formatMoment(withdrawn.at) })}</p>
      )}
      {mayWrite && withdrawn === null ? <Withdraw {...{ proofId: id, name, place }} /> : null}
    </li>
  )
}

function validity({ validFrom, validUntil }: Proof, say: ReturnType<typeof useWords<typeof WORDS>>): string[] {
  return [
    ...(validFrom === null ? [] : [say('from', { day: validFrom })]),
    ...(validUntil === null ? [] : [say('until', { day: validUntil })]),
  ]
}

type WithdrawProps = { readonly proofId: string; readonly name: string; readonly place: RowPlace }

function Withdraw({ proofId, name, place }: WithdrawProps) {
  const say = useWords(WORDS)
  const [isAsking, setAsking] = useState(false)
  const withdraw = useMutation(queries.checklists.withdrawChecklistProof.mutationOptions({ onSuccess: useRefresh() }))
  if (!isAsking) {
    return (
      <Button size="small" type="text" onClick={() => setAsking(true)}>
        {say('withdraw')}
        <span className="visually-hidden"> {name}</span>
      </Button>
    )
  }
  return (
    <>
      <ProblemAlert problem={withdraw.error} />
      <BecauseForm
        label={say('because')}
        verb={say('withdraw')}
        isPending={withdraw.isPending}
        send={(because) => withdraw.mutate({ ...place, proofId, because })}
        cancel={() => setAsking(false)}
      />
    </>
  )
}
