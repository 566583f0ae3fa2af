import { DocumentId } from '@shiji/contract/documents'
import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'

import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useWords } from '#desk/words/use-words.ts'

export type SelfEvaluation = Awaited<ReturnType<typeof api.evaluation.readSelfEvaluation>>
export type EvaluatedRow = SelfEvaluation['rows'][number]
export type Column = 'weight' | 'actual' | 'score' | 'reason'

const WORDS = {
  conflict: {
    zh: '这一格刚被别人改过，您的修改没有保存；请看新的内容再改。',
    en: 'Somebody else has just changed this cell; yours was not saved. Look at theirs and change it again.',
  },
} as const

/** What every change of a self-evaluation makes old. */
export async function renewSelfEvaluation(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.evaluation.key() }),
    queryClient.invalidateQueries({ queryKey: queries.performance.openForm.key() }),
  ])
}

export type CellChange = { readonly row: EvaluatedRow; readonly column: Column; readonly now: string }

function useEdit() {
  const say = useWords(WORDS)
  const message = useFeedback()
  return useMutation(
    queries.performance.editCells.mutationOptions({
      onSuccess: ({ conflicts }) => {
        if (conflicts.length > 0) message.warning(say('conflict'))
        return renewSelfEvaluation()
      },
      onError: (problem) => message.error(problem.detail),
    }),
  )
}

/** Writes cells of the form as soon as a person leaves them. */
export function useCells({ id, version }: SelfEvaluation) {
  const edit = useEdit()
  const write = (changes: readonly CellChange[]) => {
    const edits = changes.map(({ row, column, now }) => ({
      where: `indicators[${row.position}].${column}`,
      was: row[column] ?? '',
      now,
    }))
    return edit.mutateAsync({ id, version, edits })
  }
  return { write, isSaving: edit.isPending }
}

/** Writes one field of the form that is no row. */
export function useFields({ id, version }: SelfEvaluation) {
  const edit = useEdit()
  return (field: string, was: string, now: string) =>
    edit.mutate({ id, version, edits: [{ where: `fields.${field}`, was, now }] })
}

/** A figure that is not the computed one, with its person, reason and file. */
export function useGround(onDone: () => void) {
  return useMutation(
    queries.evaluation.recordOverride.mutationOptions({
      onSuccess: async () => {
        onDone()
        await renewSelfEvaluation()
      },
    }),
  )
}

export function idOf(form: string): FormId {
  return FormId.parse(form)
}

export function documentOf(id: string): DocumentId {
  return DocumentId.parse(id)
}

/** The field of a row a person is led to. */
export function fieldId(column: Column, position: number): string {
  return `${column}-${position}`
}

export function goToField(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
