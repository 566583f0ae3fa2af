import { useMutation } from '@tanstack/react-query'

import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedFlow } from './flow-page.tsx'

const WORDS = {
  saved: { zh: '草稿已保存', en: 'The draft is kept' },
  published: { zh: '已发布，新发起的件走这个版本', en: 'Published: new cases take this version' },
  dropped: { zh: '草稿已放弃', en: 'The draft is dropped' },
} as const

/** Keeping, publishing and dropping the draft; afterwards the flow is asked for again. */
export function useFlowDraft({ definition: { key } }: OpenedFlow) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const done = (words: keyof typeof WORDS) => async () => {
    await queryClient.invalidateQueries({ queryKey: queries.flowDefinitions.key() })
    message.success(say(words), key)
  }
  return {
    save: useMutation(queries.flowDefinitions.saveFlowDraft.mutationOptions({ onSuccess: done('saved') })),
    publish: useMutation(queries.flowDefinitions.publishFlow.mutationOptions({ onSuccess: done('published') })),
    drop: useMutation(queries.flowDefinitions.dropFlowDraft.mutationOptions({ onSuccess: done('dropped') })),
  }
}
