import { DocumentId } from '@shiji/contract/documents'
import type { ReadingId } from '@shiji/contract/upkeep-meters'
import { useMutation } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { ChooseList } from '#desk/kit/choose-list.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { bring: { zh: '补附导出', en: 'Bring the export' } } as const

/** The file a system exports for a count that was typed without it. */
export function BringExport({ id }: { readonly id: ReadingId }) {
  const say = useWords(WORDS)
  const { mutateAsync: bring } = useMutation(queries.upkeepMeters.bringExport.mutationOptions())
  const send = useMutation<void, ProblemError, File>({
    mutationFn: async (file) => {
      const documentId = DocumentId.parse((await sendFile(file, () => undefined)).id)
      await bring({ id, documentId })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.upkeepMeters.key() }),
  })
  return (
    <>
      <ChooseList label={say('bring')} accept="*/*" onChoose={(file) => send.mutate(file)} />
      <ProblemAlert problem={send.error} />
    </>
  )
}
