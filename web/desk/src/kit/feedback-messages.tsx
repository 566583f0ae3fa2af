import useMessage from 'antd/es/message/useMessage'
import { useEffect } from 'react'
import type { Word } from './feedback.tsx'

/** What went wrong is read before anything is done about it. */
const SECONDS = { success: 3, warning: 8, error: 8 } as const

type MessagesProps = { readonly words: readonly Word[]; readonly onShown: (words: readonly Word[]) => void }

/** The messages of Ant Design without its other layers. */
export function Messages({ words, onShown }: MessagesProps) {
  const [message, holder] = useMessage()
  useEffect(() => {
    if (words.length === 0) return
    for (const { kind, text, key } of words) {
      void message.open({ type: kind, content: text, duration: SECONDS[kind], ...(key === undefined ? {} : { key }) })
    }
    onShown(words)
  }, [words, message, onShown])
  return holder
}
