import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ListedPerson } from './listed-person.ts'

const WORDS = {
  disable: { zh: '停用', en: 'Disable' },
  disableNamed: { zh: '停用 {name}', en: 'Disable {name}' },
  disableAsk: {
    zh: '{name} 将立刻退出，不能再登录；记录都保留，可以随时恢复。',
    en: '{name} is signed out at once and cannot come back in. All records stay; it can be undone.',
  },
  enable: { zh: '恢复', en: 'Let in again' },
  enableNamed: { zh: '恢复 {name}', en: 'Let {name} in again' },
} as const

export function PersonState({ person: { id, name, state } }: { readonly person: ListedPerson }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const set = useMutation(
    queries.signInSafety.setPersonState.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() }),
      onError: ({ detail }) => message.error(detail),
    }),
  )
  if (state === 'disabled') {
    return (
      <Button
        size="small"
        aria-label={say('enableNamed', { name })}
        loading={set.isPending}
        onClick={() => set.mutate({ id, state: 'active' })}
      >
        {say('enable')}
      </Button>
    )
  }
  return (
    <Popconfirm title={say('disableAsk', { name })} onConfirm={() => set.mutate({ id, state: 'disabled' })}>
      <Button size="small" aria-label={say('disableNamed', { name })} loading={set.isPending}>
        {say('disable')}
      </Button>
    </Popconfirm>
  )
}
