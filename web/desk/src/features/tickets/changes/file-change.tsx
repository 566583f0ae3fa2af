import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ChangeForm } from './change-form.tsx'
import { showChanged } from './change-view.ts'

const WORDS = {
  title: { zh: '报批变更', en: 'File a change' },
  send: { zh: '送批', en: 'Send for approval' },
} as const

export function FileChange({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const file = useMutation(
    queries.deskChanges.fileChange.mutationOptions({
      onSuccess: async (filed) => {
        await showChanged(filed)
        onClose()
        await navigate({ to: '/changes/$changeId', params: { changeId: filed.id } })
      },
    }),
  )
  return (
    <ChangeForm
      title={say('title')}
      send={say('send')}
      was={null}
      {...{ open, onClose }}
      problem={file.error}
      isPending={file.isPending}
      onSend={(plan) => file.mutate(plan)}
    />
  )
}
