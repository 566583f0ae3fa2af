import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ListedPerson } from './listed-person.ts'
import { LinkModal } from './one-time-link.tsx'

const WORDS = {
  again: { zh: '重发邀请', en: 'Invite again' },
  againNamed: { zh: '给 {name} 重发邀请', en: 'Invite {name} again' },
} as const

/** For whose link ran out or was lost; the ones made before are dead. */
export function InviteAgain({ person: { id, name } }: { readonly person: ListedPerson }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const invite = useMutation(
    queries.signInSafety.inviteAgain.mutationOptions({ onError: ({ detail }) => message.error(detail) }),
  )
  return (
    <>
      <Button
        size="small"
        aria-label={say('againNamed', { name })}
        loading={invite.isPending}
        onClick={() => invite.mutate({ id })}
      >
        {say('again')}
      </Button>
      <LinkModal
        title={say('againNamed', { name })}
        name={name}
        code={invite.data?.code ?? null}
        onClose={invite.reset}
      />
    </>
  )
}
