import type { AskedRevision } from '@shiji/contract/revision'
import { CANCELLED, indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { useState } from 'react'
import type { z } from 'zod'
import type { OpenedForm } from '../edit/opened-form.ts'
import type { ProofFile } from '../proof-files.tsx'

export type Asked = z.infer<typeof AskedRevision>

/** One row of the table: the value as it is locked, and what is asked beside it. */
export type DraftRow = {
  readonly indicator: string
  readonly weight: string | null
  readonly originalTarget: string
  /** '' leaves the row as it is. */
  readonly revisedTarget: string
  readonly explanation: string
  readonly files: readonly ProofFile[]
}

export type BudgetDecision = { readonly reference: string; readonly files: readonly ProofFile[] }

/** A revision while it is written; one that was returned begins with what was asked. */
export function useRevisionDraft({ content }: OpenedForm, before: Asked | null) {
  const [rows, setRows] = useState<readonly DraftRow[]>(() => content.indicators.map((row) => rowOf(row, before)))
  const [reason, setReason] = useState(before?.weights?.reason ?? '')
  const [weights, setWeights] = useState<ReadonlyMap<string, string>>(
    new Map(before?.weights?.weights.map(({ indicator, weight }) => [indicator, weight])),
  )
  const [decision, setDecision] = useState<BudgetDecision>({
    reference: before?.budgetDecision?.reference ?? '',
    files: before?.budgetDecision == null ? [] : [{ id: before.budgetDecision.documentId, name: '1' }],
  })
  const touched = rows.filter(({ revisedTarget }) => revisedTarget.trim() !== '')
  // A row that weighs nothing frees nothing.
  const isCancelling = touched.some((row) => isCancelled(row) && row.weight !== null)
  const [file] = decision.files
  const { reference } = decision
  const asked: Asked = {
    rows: touched.map(({ weight: _, files, ...row }) => ({ ...row, documentIds: files.map(({ id }) => id) })),
    weights: isCancelling
      ? { reason, weights: [...weights].map(([indicator, weight]) => ({ indicator, weight })) }
      : null,
    budgetDecision: file === undefined || reference.trim() === '' ? null : { reference, documentId: file.id },
  }
  return {
    rows,
    asked,
    isCancelling,
    reason,
    weights,
    decision,
    change: (indicator: string, change: Partial<DraftRow>) =>
      setRows((now) => now.map((row) => (row.indicator === indicator ? { ...row, ...change } : row))),
    weigh: (indicator: string, weight: string) => setWeights((now) => new Map(now).set(indicator, weight)),
    takeWeights: (suggested: readonly { readonly indicator: string; readonly weight: string }[]) =>
      setWeights(new Map(suggested.map(({ indicator, weight }) => [indicator, weight]))),
    setReason,
    setDecision,
  }
}

export type RevisionDraft = ReturnType<typeof useRevisionDraft>

export function isCancelled({ revisedTarget }: Pick<DraftRow, 'revisedTarget'>): boolean {
  return revisedTarget.trim() === CANCELLED
}

function rowOf(row: OpenedForm['content']['indicators'][number], before: Asked | null): DraftRow {
  const indicator = indicatorName(row)
  const asked = before?.rows.find((one) => one.indicator === indicator)
  return {
    indicator,
    weight: row.weight ?? null,
    originalTarget: row.target,
    revisedTarget: asked?.revisedTarget ?? '',
    explanation: asked?.explanation ?? '',
    files: asked?.documentIds.map((id, at) => ({ id, name: String(at + 1) })) ?? [],
  }
}
